using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using AiActBot.BotFramework.Cards;

namespace AiActBot.BotFramework.Activities;

/// <summary>What a person searches for with a message extension, from the value of a <c>composeExtension/query</c> invoke.</summary>
/// <param name="CommandId">Which of the commands in the manifest.</param>
/// <param name="Text">What was typed; empty when the extension was only opened.</param>
/// <param name="Skip">How many results the client has already.</param>
/// <param name="Count">How many more it wants.</param>
public sealed record ComposeExtensionQuery(string CommandId, string Text, int Skip, int Count)
{
    /// <summary>Teams asks for 25 at a time; more would not be looked at.</summary>
    private const int Most = 25;

    private const int FurthestSkip = 1000;

    /// <summary>The parameter with which a client opens an extension before anything is typed.</summary>
    private const string InitialRun = "initialRun";

    /// <summary>Reads the value of an invoke; false when it names no command.</summary>
    public static bool TryRead(JsonElement? value, [NotNullWhen(true)] out ComposeExtensionQuery? query)
    {
        query = value.StringAt("commandId") is { Length: > 0 } command
            ? new ComposeExtensionQuery(
                command, TextIn(value.At("parameters")).Trim(),
                Number(value.At("queryOptions", "skip"), 0, 0, FurthestSkip), Number(value.At("queryOptions", "count"), Most, 1, Most))
            : null;
        return query is not null;
    }

    private static string TextIn(JsonElement? parameters) => parameters is { ValueKind: JsonValueKind.Array } list
        ? list.EnumerateArray().Select(parameter => (JsonElement?)parameter)
            .Where(parameter => parameter.StringAt("name") is { Length: > 0 } name && name != InitialRun)
            .Select(parameter => parameter.StringAt("value")).FirstOrDefault(text => text is { Length: > 0 }) ?? ""
        : "";

    private static int Number(JsonElement? element, int otherwise, int least, int most) =>
        element is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value) ? Math.Clamp(value, least, most) : otherwise;
}

/// <summary>One thing that was found: a line in the list, and the card that is inserted when it is chosen.</summary>
/// <param name="Title">Plain text.</param>
/// <param name="Text">Plain text.</param>
public sealed record ComposeExtensionResult(string Title, string Text, AdaptiveCard Card);

/// <summary>The answer to a <c>composeExtension/query</c> invoke, as the body of an HTTP 200.</summary>
public static class ComposeExtensionResponse
{
    private const string PreviewType = "application/vnd.microsoft.card.thumbnail";

    /// <summary>A list to choose from.</summary>
    public static string Results(IEnumerable<ComposeExtensionResult> results) => Wrap(new JsonObject
    {
        ["type"] = "result",
        ["attachmentLayout"] = "list",
        ["attachments"] = new JsonArray([.. results.Select(Attachment)]),
    });

    /// <summary>Says something in the place of a list.</summary>
    public static string Message(string text) => Wrap(new JsonObject { ["type"] = "message", ["text"] = text });

    private static string Wrap(JsonObject answer) => new JsonObject { ["composeExtension"] = answer }.ToJsonString();

    private static JsonNode Attachment(ComposeExtensionResult result) => new JsonObject
    {
        ["contentType"] = ContentTypes.AdaptiveCard,
        ["content"] = JsonObject.Create(result.Card.ToJson()),
        ["preview"] = new JsonObject
        {
            ["contentType"] = PreviewType,
            ["content"] = new JsonObject { ["title"] = result.Title, ["text"] = result.Text },
        },
    };
}
