using AiActBot.Tests.Infrastructure;
using Microsoft.AspNetCore.Http;

namespace AiActBot.Tests.Assistant.LanguageModel;

/// <summary>A model that is slow, broken, busy or talks without end leaves people with an answer from quotes and no error.</summary>
public sealed class UnavailableModelTests(UnavailableModelTests.HurriedBot hurried) : IClassFixture<UnavailableModelTests.HurriedBot>
{
    private readonly ModelServer model = hurried.Model;
    private readonly RunningBot bot = hurried.Bot;

    public static TheoryData<string> Faults => [.. All.Keys];

    // Each would give another answer, were it believed.
    private static readonly Dictionary<string, IResult> All = new()
    {
        ["server error"] = Results.StatusCode(500),
        ["bad gateway"] = Results.Text("<html>https://evil.example</html>", "text/html", statusCode: 502),
        ["not authorised"] = Results.StatusCode(401),
        ["no such model"] = Results.NotFound(),
        ["too many requests, for an hour"] = new Busy(),
        ["a redirect"] = Results.Redirect("https://evil.example/v1/chat/completions", preserveMethod: true),
        ["no content"] = Results.StatusCode(204),
        ["not JSON"] = ModelServer.Stream(async (write, _) => await write("{not json")),
        ["JSON of another kind"] = ModelServer.Stream(async (write, _) => await write("[1,2,3]")),
        ["an error in the stream"] = ModelServer.Stream(async (write, _) => await write("{\"error\":{\"message\":\"evil.example\"}}")),
        ["a page instead of a stream"] = Results.Text("<html></html>", "text/html"),
        ["a stream that ends in between"] = ModelServer.Stream(async (write, _) => await write(ModelServer.Chunk("De gebruiksverantwoordelijke bewaart de logs. [1]", null))),
        ["a stream that is cut off"] = new CutOff(),
        ["a stream that never ends"] = ModelServer.Stream(Endless("logs ")),
        ["white space without end"] = ModelServer.Stream(Endless("")),
        ["a line without end"] = new EndlessLine(),
        ["no answer at all"] = ModelServer.Stream(async (_, hangsUp) => await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, hangsUp)),
        ["a beginning and then nothing"] = ModelServer.Stream(async (write, hangsUp) =>
        {
            await write(ModelServer.Chunk("De gebruiksverantwoordelijke bewaart de logs. [1]", null));
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, hangsUp);
        }),
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task The_answer_is_composed_and_nothing_is_said_of_the_fault(string fault)
    {
        var sanne = bot.Person("Sanne").InGroupChat("19:group@thread.v2");
        model.Answer = _ => ModelServer.Says("NO ANSWER");
        var composed = await sanne.AsksForTextAsync(ModelledBot.Dutch);
        var before = model.Calls.Count;
        model.Answer = _ => All[fault];

        Assert.Equal(composed, await sanne.AsksForTextAsync(ModelledBot.Dutch));
        Assert.Equal(before + 1, model.Calls.Count);
        Assert.Empty(model.Unexpected);
    }

    [Fact]
    public async Task A_server_that_is_gone_is_no_reason_for_silence()
    {
        var gone = await ModelServer.StartAsync();
        await using var lonely = await RunningBot.StartAsync(settings: gone.Settings);
        var sanne = lonely.Person("Sanne").InGroupChat("19:group@thread.v2");
        gone.Answer = _ => ModelServer.Says("NO ANSWER");
        var composed = await sanne.AsksForTextAsync(ModelledBot.Dutch);
        await gone.DisposeAsync();

        Assert.Equal(composed, await sanne.AsksForTextAsync(ModelledBot.Dutch));
    }

    private static Func<Func<string, Task>, CancellationToken, Task> Endless(string word) => async (write, hangsUp) =>
    {
        while (!hangsUp.IsCancellationRequested)
            await write(ModelServer.Chunk(word, null));
    };

    /// <summary>A bot that waits two seconds for its model.</summary>
    public sealed class HurriedBot : ModelledBot
    {
        protected override (string Name, string Value)[] Settings => [("Model:Timeout", "00:00:02")];
    }

    private sealed class Busy : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = 429;
            httpContext.Response.Headers.RetryAfter = "3600";
            return Task.CompletedTask;
        }
    }

    private sealed class CutOff : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.ContentType = "text/event-stream";
            await httpContext.Response.WriteAsync($"data: {ModelServer.Chunk("De gebruiksverantwoordelijke bewaart de logs. [1]", "stop")}\n\n");
            await httpContext.Response.Body.FlushAsync();
            httpContext.Abort();
        }
    }

    private sealed class EndlessLine : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.ContentType = "text/event-stream";
            var piece = new byte[64 * 1024];
            Array.Fill(piece, (byte)'x');
            while (!httpContext.RequestAborted.IsCancellationRequested)
                await httpContext.Response.Body.WriteAsync(piece, httpContext.RequestAborted);
        }
    }
}
