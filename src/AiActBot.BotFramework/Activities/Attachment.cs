using System.Text.Json;
using System.Text.Json.Serialization;

namespace AiActBot.BotFramework.Activities;

/// <summary>A card, a file or a picture that goes with a message.</summary>
public sealed class Attachment
{
    public string? ContentType { get; set; }

    /// <summary>Where the content is. Untrusted on the way in: never fetch it without an allowlist.</summary>
    public string? ContentUrl { get; set; }

    public JsonElement? Content { get; set; }
    public string? Name { get; set; }
    public string? ThumbnailUrl { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>The content types of attachments and invoke responses this bot reads or writes.</summary>
public static class ContentTypes
{
    public const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";
    public const string ActivityMessage = "application/vnd.microsoft.activity.message";
    public const string LoginRequest = "application/vnd.microsoft.activity.loginRequest";
    public const string Error = "application/vnd.microsoft.error";
    public const string PreconditionFailed = "application/vnd.microsoft.error.preconditionFailed";
    public const string SearchResponse = "application/vnd.microsoft.search.searchResponse";
    public const string FileDownloadInfo = "application/vnd.microsoft.teams.file.download.info";
    public const string FileConsentCard = "application/vnd.microsoft.teams.card.file.consent";
    public const string FileInfoCard = "application/vnd.microsoft.teams.card.file.info";
}
