using System.Text.Json.Nodes;
using AiActBot.Conversations;
using AiActBot.Tests.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.Tests.Assistant.LanguageModel;

/// <summary>While a model writes, the person sees that; what was saved ends the stream, whatever became of it meanwhile.</summary>
public sealed class AnswerStreamTests : IAsyncLifetime
{
    private ModelServer model = null!;
    private RunningBot bot = null!;

    public async Task InitializeAsync()
    {
        model = await ModelServer.StartAsync();
        bot = await RunningBot.StartAsync(settings: model.Settings);
    }

    public async Task DisposeAsync()
    {
        await bot.DisposeAsync();
        await model.DisposeAsync();
    }

    [Theory]
    [InlineData("Sanne", ModelledBot.Dutch, "schrijf een antwoord")]
    [InlineData("Sam", ModelledBot.English, "writing an answer")]
    public async Task In_a_personal_chat_it_says_that_it_writes_and_then_ends_the_stream_with_the_answer(string name, string question, string words)
    {
        var person = bot.Person(name);
        await person.WritesAsync(question);
        var informative = await bot.Connector.NextAsync(person.ConversationId);
        var final = await bot.Connector.NextAsync(person.ConversationId);

        Assert.Equal(("typing", "informative", 1), (informative.Type, Stream(informative)!["streamType"]!.GetValue<string>(), Stream(informative)!["streamSequence"]!.GetValue<int>()));
        Assert.Contains(words, informative.Text, StringComparison.Ordinal);
        Assert.Equal(("message", "final", informative.Id), (final.Type, Stream(final)!["streamType"]!.GetValue<string>(), Stream(final)!["streamId"]!.GetValue<string>()));
        Assert.False(Stream(final)!.ContainsKey("streamSequence"));
        Assert.Contains(model.LastCall.Sentence(), final.Text, StringComparison.Ordinal);
        Assert.Single(Entities(final), entity => entity["type"]!.GetValue<string>() == "https://schema.org/Message");
    }

    [Fact]
    public async Task In_a_group_chat_nothing_is_streamed()
    {
        var sanne = bot.Person("Sanne").InGroupChat("19:group@thread.v2");
        await sanne.WritesAsync(ModelledBot.Dutch);

        var only = await bot.Connector.NextAsync(sanne.ConversationId);

        Assert.Equal("message", only.Type);
        Assert.Null(Stream(only));
    }

    [Fact]
    public async Task What_is_declined_is_said_at_once()
    {
        var sanne = bot.Person("Sanne");
        await sanne.WritesAsync("Write a poem about the sea");

        Assert.Equal("message", (await bot.Connector.NextAsync(sanne.ConversationId)).Type);
    }

    [Theory]
    [InlineData("informative")]
    [InlineData("final")]
    public async Task An_answer_whose_stream_the_channel_refuses_comes_as_a_message(string refused)
    {
        bot.Connector.Answer = sent => Stream(sent)?["streamType"]?.GetValue<string>() == refused ? NotAllowed("Content stream is not allowed.") : null;
        var sanne = bot.Person("Sanne");

        var said = await sanne.AsksForTextAsync(ModelledBot.Dutch);

        Assert.Contains(model.LastCall.Sentence(), said, StringComparison.Ordinal);
        Assert.Null(Stream(sanne.Received[^1]));
    }

    [Theory]
    [InlineData("Content stream was canceled by user.")]
    [InlineData("Content stream is not allowed on an already completed streamed message.")]
    public async Task A_stream_that_was_stopped_or_completed_gets_no_second_message(string words)
    {
        bot.Connector.Answer = sent => Stream(sent)?["streamType"]?.GetValue<string>() == "final" ? NotAllowed(words) : null;
        var sanne = bot.Person("Sanne");
        await sanne.WritesAsync(ModelledBot.Dutch);
        await sanne.WritesAsync("help");

        // The turns of a chat come one after the other, so what follows the answer has come when help is there.
        await sanne.SeesCardAsync();
        Assert.DoesNotContain(sanne.Received, sent => sent.Text?.Contains(model.LastCall.Sentence(), StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task After_a_restart_the_saved_answer_is_sent_and_the_model_is_not_asked_again()
    {
        var isDown = true;
        bot.Connector.Answer = sent => isDown && sent.Type == "message" ? Results.StatusCode(503) : null;
        var sanne = bot.Person("Sanne");
        await sanne.WritesAsync(ModelledBot.Dutch);
        await Reliability.Eventually.TrueAsync(
            () => bot.WithDbAsync(db => db.Inbox.AnyAsync(a => a.State == InboxState.Handled)), "the answer to be saved");

        isDown = false;
        await bot.RestartAsync();

        Assert.Contains(model.LastCall.Sentence(), await sanne.SeesTextAsync(), StringComparison.Ordinal);
        Assert.Single(model.Calls);
    }

    private static IResult NotAllowed(string message) =>
        Results.Json(new { error = new { code = "ContentStreamNotAllowed", message } }, statusCode: 403);

    private static IEnumerable<JsonObject> Entities(SentActivity sent) => (sent.Activity["entities"]?.AsArray() ?? []).OfType<JsonObject>();

    private static JsonObject? Stream(SentActivity sent) => Entities(sent).FirstOrDefault(entity => entity["type"]?.GetValue<string>() == "streaminfo");
}
