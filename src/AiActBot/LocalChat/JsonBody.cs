using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AiActBot.Conversations;

namespace AiActBot.LocalChat;

/// <summary>A request body read as a JSON object, with its own bound on size.</summary>
internal static class JsonBody
{
    // Well above what any rule allows, so that the rule and not the reader gives the answer.
    const int MaxBytes = 1_000_000;

    // A name used twice means two readers may see two different activities.
    static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    internal abstract record Read
    {
        Read() { }

        internal sealed record Valid(JsonObject Value) : Read;

        internal sealed record TooLong : Read;

        internal sealed record NotAnObject : Read;
    }

    public static async Task<Read> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!request.HasJsonContentType())
            return new Read.NotAnObject();
        try
        {
            return await ReadBodyAsync(request, cancellation);
        }
        catch (Exception exception) when (MessagesEndpoint.IsHangUp(exception))
        {
            // A page that is loaded again lets go of what it was sending.
            return new Read.NotAnObject();
        }
    }

    static async Task<Read> ReadBodyAsync(HttpRequest request, CancellationToken cancellation)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        for (int count; (count = await request.Body.ReadAsync(chunk, cancellation)) > 0;)
        {
            if (buffer.Length + count > MaxBytes)
                return new Read.TooLong();
            buffer.Write(chunk, 0, count);
        }
        var json = Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
        return Parse(json) is { } value ? new Read.Valid(value) : new Read.NotAnObject();
    }

    /// <returns>Null when this is not a JSON object.</returns>
    public static JsonObject? Parse(string json)
    {
        try
        {
            return JsonNode.Parse(json, documentOptions: Strict) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static string? Text(this JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public static int? Number(this JsonNode? node) => node is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;

    public static IEnumerable<JsonObject> Objects(this JsonNode? node) => (node as JsonArray)?.OfType<JsonObject>() ?? [];
}
