using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AiActBot.LocalChat;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AiActBot.Tests.LocalChat;

/// <summary>The local chat on a port of this machine, with a bot that does as the test says.</summary>
public sealed class LocalChatServer : IAsyncDisposable
{
    public const string Conversation = "a:local-staff";

    readonly WebApplication app;

    LocalChatServer(WebApplication app, string data, MovableTime time)
    {
        this.app = app;
        Data = data;
        Time = time;
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public string Data { get; }

    public HttpClient Http { get; }

    public MovableTime Time { get; }

    /// <summary>What the bot was sent, in order.</summary>
    public ConcurrentQueue<JsonObject> Received { get; } = new();


    /// <summary>What the bot answers.</summary>
    public Func<JsonObject, IResult> Bot { get; set; } = _ => Results.Ok();

    public string MailFolder => Path.Combine(Data, "mail");

    public static async Task<LocalChatServer> StartAsync(string? data = null)
    {
        data ??= Directory.CreateTempSubdirectory("local-chat-").FullName;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection([new("Storage:DataDirectory", data)]);
        LocalChatServer? server = null;
        var time = new MovableTime();
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddLocalChat(builder.Configuration);
        var app = builder.Build();
        app.MapLocalChat();
        app.MapPost("/api/messages", async (HttpRequest request) =>
        {
            var activity = (await JsonNode.ParseAsync(request.Body))!.AsObject();
            server!.Received.Enqueue(activity);
            return server.Bot(activity);
        });
        await app.StartAsync();
        server = new LocalChatServer(app, data, time);
        return server;
    }

    public static async Task<LocalChatServer> StartWithStaffAsync()
    {
        var server = await StartAsync();
        await server.PostAsync("/local/api/people/staff/install", new JsonObject());
        server.Received.Clear();
        return server;
    }

    public T Service<T>() where T : notnull => app.Services.GetRequiredService<T>();

    public Task<Answer> PostAsync(string path, JsonNode body) => SendAsync(HttpMethod.Post, path, body);

    public Task<Answer> BotSendsAsync(JsonObject activity, string conversation = Conversation) =>
        PostAsync($"/local/connector/v3/conversations/{Uri.EscapeDataString(conversation)}/activities", activity);

    public Task<Answer> BotSendsAsync(string text) => BotSendsAsync(new JsonObject { ["type"] = "message", ["text"] = text });

    public Task<Answer> ConnectorAsync(HttpMethod method, string rest, JsonNode? body = null) =>
        SendAsync(method, "/local/connector/v3/conversations" + rest, body);

    public async Task<Answer> SendAsync(HttpMethod method, string path, JsonNode? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var response = await Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new Answer((int)response.StatusCode, text.Length > 0 && text[0] is '{' or '[' ? JsonNode.Parse(text) : null);
    }

    public async Task<IReadOnlyList<JsonObject>> TranscriptAsync(string person = "staff")
    {
        var answer = await SendAsync(HttpMethod.Get, $"/local/api/people/{person}/transcript");
        return [.. answer.Body!["entries"]!.AsArray().Select(entry => entry!.AsObject())];
    }

    public async Task<JsonObject> PersonAsync(string key)
    {
        var people = await SendAsync(HttpMethod.Get, "/local/api/people");
        return people.Body!.AsArray().Select(person => person!.AsObject()).Single(person => (string)person["key"]! == key);
    }

    /// <summary>Ends the server and leaves its data, as a restart does.</summary>
    public async Task StopAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        Http.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(Data, recursive: true);
    }
}

public sealed record Answer(int Status, JsonNode? Body)
{
    public string? Id => (string?)Body?["id"];

    public string? ErrorCode => (string?)Body?["error"]?["code"];

    public string? ErrorMessage => (string?)Body?["error"]?["message"];
}

/// <summary>A clock that moves when the test says so; its timers are those of the system.</summary>
public sealed class MovableTime : TimeProvider
{
    DateTimeOffset now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now;

    public void Move(TimeSpan by) => now += by;
}
