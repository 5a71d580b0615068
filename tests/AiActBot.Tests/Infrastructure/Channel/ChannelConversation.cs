using System.Text.Json.Nodes;

namespace AiActBot.Tests.Infrastructure.Channel;

/// <summary>A conversation as the channel knows it: what was said in it, and by whom.</summary>
internal sealed class ChannelConversation
{
    private readonly Lock gate = new();
    private readonly HashSet<string> ofPeople = [];
    private readonly HashSet<string> ofTheBot = [];

    /// <summary><c>personal</c>, <c>groupChat</c> or <c>channel</c>.</summary>
    public required string Type { get; init; }

    public required string BotId { get; init; }

    public required string TenantId { get; init; }

    public StreamRules Stream { get; } = new();

    public WindowRules Sends { get; } = new(WindowRules.OfConversation);

    /// <summary>Nothing may be sent before this moment: the channel asked to wait.</summary>
    public DateTimeOffset NotBefore { get; set; }

    public void Said(string? id)
    {
        lock (gate)
            ofPeople.Add(id ?? "");
    }

    public void Answered(string id)
    {
        lock (gate)
            ofTheBot.Add(id);
    }

    public bool Holds(string id)
    {
        lock (gate)
            return ofPeople.Contains(id) || ofTheBot.Contains(id);
    }

    public bool IsOfTheBot(string id)
    {
        lock (gate)
            return ofTheBot.Contains(id);
    }

    /// <summary>From an activity that somebody sends; null where it names no conversation, or no bot that is spoken to.</summary>
    public static (string Id, ChannelConversation Conversation)? Of(JsonObject activity) =>
        activity["conversation"] is JsonObject conversation && conversation["id"].Text() is { Length: > 0 } id
        && (activity["recipient"] as JsonObject)?["id"].Text() is { Length: > 0 } botId
            ? (id, new ChannelConversation
            {
                Type = conversation["conversationType"].Text() ?? "personal",
                BotId = botId,
                TenantId = conversation["tenantId"].Text() ?? "",
            })
            : null;
}
