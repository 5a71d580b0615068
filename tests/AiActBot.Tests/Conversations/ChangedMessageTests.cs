using System.Text.Json.Nodes;
using AiActBot.Tests.Assistant.LanguageModel;
using AiActBot.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.Tests.Conversations;

/// <summary>What a person changes in what they wrote.</summary>
public sealed class ChangedMessageTests : IAsyncLifetime
{
    private RunningBot bot = null!;

    public async Task InitializeAsync() => bot = await RunningBot.StartAsync();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task An_edited_question_is_answered_anew_each_time_and_in_its_place()
    {
        var sanne = bot.Person("Sanne");
        var question = await AskAsync(sanne);

        var edited = Changed(sanne, "messageUpdate", "editMessage", question, 1);
        edited["text"] = "Wat is een aanbieder?";
        await sanne.SendsAsync(edited);
        var first = await sanne.SeesTextAsync();
        // The channel sends it again: that is no second edit.
        await sanne.SendsAsync(edited);
        var again = Changed(sanne, "messageUpdate", "editMessage", question, 2);
        again["text"] = "Wat is een importeur?";
        await sanne.SendsAsync(again);
        var second = await sanne.SeesTextAsync();

        Assert.Contains("aanbieder", first, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("importeur", second, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(3, await bot.WithDbAsync(db => db.AskedQuestions.CountAsync()));
        Assert.All(sanne.Received.Where(sent => sent.Type == "message"), sent => Assert.Equal("POST", sent.Method));
    }

    [Fact]
    public async Task A_deleted_question_is_forgotten_and_only_by_who_asked_it()
    {
        var (sanne, pieter) = (bot.Person("Sanne"), bot.Person("Pieter"));
        var question = await AskAsync(sanne);
        await AskAsync(pieter);

        await pieter.SendsAsync(Changed(pieter, "messageDelete", "softDeleteMessage", question, 1));
        await pieter.AsksForCardAsync("help");
        Assert.Equal(2, await bot.WithDbAsync(db => db.AskedQuestions.CountAsync()));

        await sanne.SendsAsync(Changed(sanne, "messageDelete", "softDeleteMessage", question, 1));
        await sanne.AsksForCardAsync("help");

        Assert.Equal(1, await bot.WithDbAsync(db => db.AskedQuestions.CountAsync()));
        Assert.Equal(1, await bot.WithDbAsync(db => db.Dialogs.CountAsync()));
        Assert.Equal(1, await bot.WithDbAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == "question.withdrawn")));
    }

    [Theory]
    [InlineData("messageUpdate", "undeleteMessage")]
    [InlineData("messageUpdate", "editMessage")]
    [InlineData("messageDelete", "softDeleteMessage")]
    public async Task What_was_no_question_leaves_the_bot_silent(string type, string eventType)
    {
        var sanne = bot.Person("Sanne");
        await sanne.AsksForCardAsync("help");

        await sanne.SendsAsync(Changed(sanne, type, eventType, "no-such-message", 1));
        await sanne.AsksForTextAsync("nederlands");

        Assert.Equal(2, sanne.Received.Count(sent => sent.Type == "message"));
    }

    [Theory]
    [InlineData("teamDeleted", "Removed")]
    [InlineData("teamArchived", "Removed")]
    [InlineData("channelDeleted", "Removed")]
    [InlineData("teamRenamed", "Installed")]
    public async Task A_team_that_is_gone_gets_nothing_more(string eventType, string state)
    {
        var channel = new Drivers.Person(bot, "Sanne", "nl-NL") { ConversationId = "19:team@thread.tacv2", ConversationType = "channel" };
        await channel.SendsAsync(channel.Activity("installationUpdate", ("action", "add")));
        await channel.SeesCardAsync();

        var gone = channel.Activity("conversationUpdate");
        gone["channelData"]!["eventType"] = eventType;
        await channel.SendsAsync(gone);

        await Reliability.Eventually.TrueAsync(() => bot.WithDbAsync(db => db.Inbox.AllAsync(a => a.State == AiActBot.Conversations.InboxState.Completed)), "the end of the turns");
        Assert.Equal(state, (await bot.WithDbAsync(db => db.Conversations.SingleAsync(c => c.Type == "channel"))).Installed.ToString());
    }

    [Fact]
    public async Task In_a_channel_the_mention_is_left_out_and_the_reply_goes_to_the_thread()
    {
        const string Thread = "19:team@thread.tacv2;messageid=1700000000000";
        var channel = new Drivers.Person(bot, "Sanne", "nl-NL") { ConversationId = Thread, ConversationType = "channel" };
        var message = channel.Activity("message", ("text", "<at>AiActBot</at>&nbsp;help"));
        message["entities"] = new JsonArray(new JsonObject
        {
            ["type"] = "mention", ["text"] = "<at>AiActBot</at>", ["mentioned"] = new JsonObject { ["id"] = bot.BotId, ["name"] = "AiActBot" },
        });

        await channel.SendsAsync(message);

        Assert.Contains("Wat kan ik", (await channel.SeesCardAsync()).Text, StringComparison.Ordinal);
        Assert.Equal("19:team@thread.tacv2", (await bot.WithDbAsync(db => db.Conversations.SingleAsync(c => c.Type == "channel"))).ConversationId);
        // A stream in a channel fails without a word.
        Assert.DoesNotContain(channel.Received, sent => sent.Type == "typing");
    }

    private static async Task<string> AskAsync(Drivers.Person person)
    {
        var question = person.Activity("message", ("text", ModelledBot.Dutch));
        await person.SendsAsync(question);
        await person.SeesTextAsync();
        return question["id"]!.GetValue<string>();
    }

    private static JsonObject Changed(Drivers.Person person, string type, string eventType, string message, int minute)
    {
        var changed = person.Activity(type, ("id", message), ("timestamp", $"2026-11-22T10:0{minute}:00Z"));
        changed["channelData"]!["eventType"] = eventType;
        return changed;
    }
}
