using System.Text.Json.Nodes;

namespace AiActBot.LocalChat.Connector;

/// <summary>A status and body in the form the Connector REST API uses.</summary>
internal sealed record ConnectorReply(int Status, JsonNode? Body)
{
    public static ConnectorReply Created(string id) => new(StatusCodes.Status201Created, new JsonObject { ["id"] = id });

    public static ConnectorReply Ok(JsonNode? body = null) => new(StatusCodes.Status200OK, body);

    public static ConnectorReply Error(int status, string code, string message) =>
        new(status, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } });

    public static ConnectorReply BadArgument(string message) => Error(StatusCodes.Status400BadRequest, "BadArgument", message);

    public static ConnectorReply BadSyntax(string message) => Error(StatusCodes.Status400BadRequest, "BadSyntax", message);

    public static ConnectorReply ConversationNotFound() =>
        Error(StatusCodes.Status404NotFound, "ConversationNotFound", "Conversation not found.");

    public static ConnectorReply ActivityNotFound() =>
        Error(StatusCodes.Status404NotFound, "ActivityNotFoundInConversation", "The activity is not in this conversation.");

    public static ConnectorReply TooBig() =>
        Error(StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", "Message size too large.");

    public IResult ToResult() => Body is null ? Results.StatusCode(Status) : Results.Json(Body, statusCode: Status);
}
