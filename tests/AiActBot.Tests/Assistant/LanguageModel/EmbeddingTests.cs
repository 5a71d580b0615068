using AiActBot.Assistant;
using AiActBot.Knowledge.Text;
using AiActBot.Tests.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AiActBot.Tests.Assistant.LanguageModel;

/// <summary>Vectors of a model beside the words: made once, and missed by nobody when the model fails.</summary>
public sealed class EmbeddingTests
{
    private static (string Name, string Value)[] Settings(ModelServer server) => [("Embeddings:Endpoint", server.Endpoint), ("Embeddings:Name", "vectors-1"), ("Embeddings:Timeout", "00:00:02")];

    [Fact]
    public async Task Passages_are_read_once_and_after_a_restart_only_the_question_is()
    {
        await using var server = await ModelServer.StartAsync();
        server.Embed = texts => ModelServer.Vectors(texts.Select(Vector));
        await using var bot = await RunningBot.StartAsync(settings: Settings(server));
        Assert.True((await AskAsync(bot, ModelledBot.Dutch)).Answered);
        Assert.Contains(server.Embedded, texts => texts.SequenceEqual([ModelledBot.Dutch]));
        Assert.True(server.Embedded.Sum(texts => texts.Count) > 500);
        server.Embedded.Clear();

        await bot.RestartAsync();

        Assert.True((await AskAsync(bot, ModelledBot.English)).Answered);
        Assert.Equal([ModelledBot.English], server.Embedded.SelectMany(texts => texts));
    }

    [Theory]
    [InlineData("Wat is het weer morgen op het strand?")]
    [InlineData("Write a poem about the sea")]
    [InlineData("Wie wint de voetbalwedstrijd?")]
    public async Task What_is_no_question_for_the_assistant_is_declined_with_vectors_as_without(string question)
    {
        await using var server = await ModelServer.StartAsync();
        server.Embed = texts => ModelServer.Vectors(texts.Select(Vector));
        await using var with = await RunningBot.StartAsync(settings: Settings(server));
        await using var without = await RunningBot.StartAsync();

        Assert.Equal((await AskAsync(without, question)).Declined, (await AskAsync(with, question)).Declined);
    }

    [Theory]
    [InlineData("server error")]
    [InlineData("too few vectors")]
    [InlineData("vectors of nothing")]
    [InlineData("not a number")]
    [InlineData("vectors of different lengths")]
    [InlineData("not JSON")]
    [InlineData("no answer at all")]
    public async Task A_model_that_fails_leaves_passages_as_their_words_find_them(string fault)
    {
        await using var server = await ModelServer.StartAsync();
        server.Embed = texts => fault switch
        {
            "server error" => Results.StatusCode(500),
            "too few vectors" => ModelServer.Vectors([]),
            "vectors of nothing" => ModelServer.Vectors(texts.Select(_ => Array.Empty<float>())),
            "not a number" => ModelServer.Vectors(texts.Select(_ => new[] { float.NaN, float.PositiveInfinity })),
            "vectors of different lengths" => ModelServer.Vectors(texts.Append("x").Select((_, i) => new float[i + 1])),
            "not JSON" => Results.Text("<html></html>", "text/html"),
            _ => ModelServer.Stream(async (_, hangsUp) => await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, hangsUp)),
        };
        await using var with = await RunningBot.StartAsync(settings: Settings(server));
        await using var without = await RunningBot.StartAsync();

        var (answer, words) = (await AskAsync(with, ModelledBot.Dutch), await AskAsync(without, ModelledBot.Dutch));

        Assert.NotEmpty(server.Embedded);
        Assert.Equal(words.Text, answer.Text);
        Assert.Equal(words.Retrieved, answer.Retrieved);
    }

    private static Task<Answer> AskAsync(RunningBot bot, string question) =>
        bot.Services.GetRequiredService<QuestionAnswering>().AnswerAsync(new AssistantQuestion(question, TenantId: "a"), CancellationToken.None);

    // Words fall into places by their letters, so that texts with words in common are alike.
    private static float[] Vector(string text)
    {
        var vector = new float[64];
        foreach (var word in Words.Of(text))
            vector[word.Sum(c => c) % vector.Length]++;
        return vector;
    }
}
