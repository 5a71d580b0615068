using System.Text.Json.Nodes;
using AiActBot.Conversations;
using AiActBot.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Person = AiActBot.Tests.Drivers.Person;

namespace AiActBot.Tests.Assistant;

/// <summary>What the chat makes of an answer: its sources, feedback on it, and the way to the compliance team.</summary>
public sealed class TeamQuestionTests
{
    private const string Unanswered = "Wie reserveert er vergaderzaal Zonnebloem?";

    [Fact]
    public async Task A_kept_answer_of_the_team_comes_back_and_is_cited_as_the_organisations_own_position()
    {
        await using var bot = await RunningBot.StartAsync();
        var (sanne, pieter, noor) = (await bot.Person("Sanne").InstallsAsync(), await bot.Person("Pieter").InstallsAsync(), await bot.Person("Noor").InstallsAsync());

        await sanne.WritesAsync(Unanswered);
        await sanne.PressesVerbAsync(await sanne.SeesAsync(card => card.Offers(Verbs.AskTeam)), Verbs.AskTeam);
        var asked = await noor.SeesAsync(card => card.Offers(Verbs.AnswerForTeam));
        Assert.Contains(Unanswered, asked.Text, StringComparison.Ordinal);
        await noor.PressesVerbAsync(asked, Verbs.AnswerForTeam, ("answer", "Vergaderzaal Zonnebloem reserveer je bij de receptie."), ("keep", "true"));

        await bot.Connector.NextAsync(sanne.ConversationId, sent => sent.Text?.Contains("bij de receptie", StringComparison.Ordinal) == true);
        await pieter.WritesAsync(Unanswered);
        var answer = await bot.Connector.NextAsync(pieter.ConversationId, sent => sent.Text?.Contains("bij de receptie", StringComparison.Ordinal) == true);
        Assert.Contains("eigen standpunt", answer.Activity["entities"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_not_kept_goes_to_who_asked_and_to_nobody_else()
    {
        await using var bot = await RunningBot.StartAsync();
        var (sanne, pieter, noor) = (await bot.Person("Sanne").InstallsAsync(), await bot.Person("Pieter").InstallsAsync(), await bot.Person("Noor").InstallsAsync());

        await sanne.WritesAsync(Unanswered);
        await sanne.PressesVerbAsync(await sanne.SeesAsync(card => card.Offers(Verbs.AskTeam)), Verbs.AskTeam);
        var asked = await noor.SeesAsync(card => card.Offers(Verbs.AnswerForTeam));
        await noor.PressesVerbAsync(asked, Verbs.AnswerForTeam, ("answer", "Vraag het de receptie."));

        await bot.Connector.NextAsync(sanne.ConversationId, sent => sent.Text?.Contains("de receptie", StringComparison.Ordinal) == true);
        await pieter.WritesAsync(Unanswered);
        await pieter.SeesAsync(card => card.Offers(Verbs.AskTeam));
        Assert.DoesNotContain(bot.Connector.Sent, sent => sent.ConversationId == pieter.ConversationId && sent.Text?.Contains("de receptie", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Only_the_team_answers_for_the_team()
    {
        await using var bot = await RunningBot.StartAsync();
        var (sanne, noor) = (await bot.Person("Sanne").InstallsAsync(), await bot.Person("Noor").InstallsAsync());
        await sanne.WritesAsync(Unanswered);
        await sanne.PressesVerbAsync(await sanne.SeesAsync(card => card.Offers(Verbs.AskTeam)), Verbs.AskTeam);
        var asked = await noor.SeesAsync(card => card.Offers(Verbs.AnswerForTeam));

        await sanne.PressesVerbAsync(asked, Verbs.AnswerForTeam, ("answer", "Ik antwoord mezelf."), ("keep", "true"));

        Assert.Null(await bot.WithDbAsync(db => db.TeamQuestions.Select(question => question.Answer).SingleAsync()));
    }

    [Fact]
    public async Task Feedback_is_kept_with_the_answer_it_is_about_and_only_from_who_asked()
    {
        await using var bot = await RunningBot.StartAsync();
        var (sanne, pieter) = (await bot.Person("Sanne").InstallsAsync(), await bot.Person("Pieter").InstallsAsync());
        await sanne.WritesAsync("Hoe lang moeten wij logs bewaren?");
        var answer = await bot.Connector.NextAsync(sanne.ConversationId, sent => sent.Activity["entities"] is not null);
        await bot.WithDbAsync(db => Eventually(() => db.AskedQuestions.AnyAsync(question => question.ActivityId == answer.Id)));

        await GiveAsync(bot, pieter, answer.Id, "like", "");
        await GiveAsync(bot, sanne, answer.Id, "dislike", "Te lang");

        var asked = await bot.WithDbAsync(db => db.AskedQuestions.SingleAsync());
        Assert.Equal((false, "Te lang"), (asked.Liked, asked.Comment));
    }

    private static async Task GiveAsync(RunningBot bot, Person person, string activityId, string reaction, string comment)
    {
        var activity = person.Activity("invoke", ("name", "message/submitAction"), ("replyToId", activityId));
        activity["value"] = new JsonObject
        {
            ["actionName"] = "feedback",
            ["actionValue"] = new JsonObject { ["reaction"] = reaction, ["feedback"] = new JsonObject { ["feedbackText"] = comment }.ToJsonString() },
        };
        using var response = await bot.PostAsync(activity);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>The id of the answer is noted after the channel gave it; that is soon, but not before the channel shows it.</summary>
    private static async Task<bool> Eventually(Func<Task<bool>> holds)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await holds())
            timeout.Token.ThrowIfCancellationRequested();
        return true;
    }
}
