using System.Text.Json;
using System.Text.Json.Nodes;

namespace AiActBot.BotFramework.Activities;

/// <summary>The part of Teams' <c>channelData</c> this bot uses. What is missing or of a wrong type is null.</summary>
/// <param name="TenantId">Compare it with the conversation's own tenant before trusting either.</param>
/// <param name="EventType">One of <see cref="TeamsEventTypes"/>.</param>
/// <param name="SelectedChannelId">The channel chosen when the app was added to a team.</param>
public sealed record TeamsChannelData(
    string? TenantId, string? TeamId, string? TeamName, string? ChannelId, string? EventType, string? SelectedChannelId)
{
    public static TeamsChannelData Read(JsonElement? channelData) => new(
        channelData.StringAt("tenant", "id"),
        channelData.StringAt("team", "id"),
        channelData.StringAt("team", "name"),
        channelData.StringAt("channel", "id"),
        channelData.StringAt("eventType"),
        channelData.StringAt("settings", "selectedChannel", "id"));
}

/// <summary>What an outgoing activity can ask of Teams through its channel data.</summary>
public static class TeamsRequests
{
    /// <summary>Adds thumbs up and down to the message; Teams keeps nothing, the bot is told by an invoke.</summary>
    /// <returns>The same activity.</returns>
    public static Activity AskForFeedback(this Activity activity) =>
        activity.WithChannelData("feedbackLoop", new JsonObject { ["type"] = "default" });

    /// <summary>Raises a notification on the person's devices.</summary>
    /// <param name="summary">What the notification says.</param>
    /// <returns>The same activity.</returns>
    public static Activity AlertWith(this Activity activity, string summary)
    {
        activity.Summary = summary;
        return activity.WithChannelData("notification", new JsonObject { ["alert"] = true });
    }

    private static Activity WithChannelData(this Activity activity, string name, JsonObject value)
    {
        var data = activity.ChannelData is { ValueKind: JsonValueKind.Object } known ? JsonObject.Create(known)! : [];
        data[name] = value;
        // Through text, because turning a node into an element otherwise needs reflection.
        activity.ChannelData = JsonElement.Parse(data.ToJsonString());
        return activity;
    }
}
