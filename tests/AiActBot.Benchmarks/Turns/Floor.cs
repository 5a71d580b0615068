using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace AiActBot.Benchmarks.Turns;

/// <summary>
/// The least that a bot can do: read an activity, send one reply. It checks nothing and keeps nothing, or, when asked to, writes
/// the id of each activity to a database before it replies. What the product costs is told as a multiple of it.
/// </summary>
internal static class Floor
{
    private static readonly MediaTypeHeaderValue Json = new(MediaTypeNames.Application.Json) { CharSet = "utf-8" };

    public static async Task RunAsync(string url, string? database)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add(url);
        using var http = new HttpClient();
        await using var written = database is null ? null : await WrittenIds.OpenAsync(database);
        app.MapPost("/api/messages", async (HttpRequest request, CancellationToken cancellationToken) =>
        {
            var activity = (await JsonSerializer.DeserializeAsync(request.Body, FloorJson.Default.FloorActivity, cancellationToken))!;
            if (written is not null)
                await written.WriteAsync(activity.Id!);
            var reply = new FloorActivity
            {
                Type = "message", Text = $"You said: {activity.Text}", ChannelId = activity.ChannelId, ServiceUrl = activity.ServiceUrl, From = activity.Recipient,
                Recipient = activity.From, Conversation = activity.Conversation, ReplyToId = activity.Id, Locale = activity.Locale,
            };
            using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(reply, FloorJson.Default.FloorActivity));
            content.Headers.ContentType = Json;
            var path = $"v3/conversations/{Uri.EscapeDataString(activity.Conversation!.Id!)}/activities/{Uri.EscapeDataString(activity.Id!)}";
            using var response = await http.PostAsync(new Uri(new Uri(activity.ServiceUrl!), path), content, cancellationToken);
            response.EnsureSuccessStatusCode();
            var resource = await JsonSerializer.DeserializeAsync(await response.Content.ReadAsStreamAsync(cancellationToken), FloorJson.Default.FloorResource, cancellationToken);
            return resource?.Id is null ? Results.StatusCode(StatusCodes.Status502BadGateway) : Results.Ok();
        });
        await app.RunAsync();
    }

    /// <summary>One committed row for each activity, as durable as the product's: write-ahead log, synced at each commit.</summary>
    private sealed class WrittenIds : IAsyncDisposable
    {
        private readonly SemaphoreSlim _one = new(1, 1);
        private readonly SqliteConnection _connection;

        private WrittenIds(SqliteConnection connection) => _connection = connection;

        public static async Task<WrittenIds> OpenAsync(string file)
        {
            var connection = new SqliteConnection($"Data Source={file}");
            await connection.OpenAsync();
            await using var setUp = connection.CreateCommand();
            setUp.CommandText = "PRAGMA journal_mode=wal; PRAGMA synchronous=full; CREATE TABLE seen (id TEXT PRIMARY KEY) WITHOUT ROWID;";
            await setUp.ExecuteNonQueryAsync();
            return new WrittenIds(connection);
        }

        public async Task WriteAsync(string id)
        {
            await _one.WaitAsync();
            try
            {
                await using var insert = _connection.CreateCommand();
                insert.CommandText = "INSERT OR IGNORE INTO seen (id) VALUES ($id)";
                insert.Parameters.AddWithValue("$id", id);
                await insert.ExecuteNonQueryAsync();
            }
            finally
            {
                _one.Release();
            }
        }

        public async ValueTask DisposeAsync()
        {
            await _connection.DisposeAsync();
            _one.Dispose();
        }
    }
}

internal sealed record FloorActivity
{
    public string? Type { get; init; }

    public string? Id { get; init; }

    public string? Text { get; init; }

    public string? ChannelId { get; init; }

    public string? ServiceUrl { get; init; }

    public FloorAccount? From { get; init; }

    public FloorAccount? Recipient { get; init; }

    public FloorAccount? Conversation { get; init; }

    public string? ReplyToId { get; init; }

    public string? Locale { get; init; }

    /// <summary>What it does not know is kept, as a bot must.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Other { get; set; }
}

internal sealed record FloorAccount
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Other { get; set; }
}

internal sealed record FloorResource(string? Id);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FloorActivity))]
[JsonSerializable(typeof(FloorResource))]
internal sealed partial class FloorJson : JsonSerializerContext;
