using System.Text.Json;
using System.Text.Json.Serialization;

namespace AiActBot.BotFramework.Activities;

/// <summary>A person or a bot, as one channel knows it.</summary>
public sealed class ChannelAccount
{
    /// <summary>The channel's id; in Teams <c>29:…</c> for a person (different for each bot) and <c>28:…</c> for a bot.</summary>
    public string? Id { get; set; }

    /// <summary>A name to show. Anyone can choose it, so it never proves who somebody is.</summary>
    public string? Name { get; set; }

    /// <summary>The person's object id in their tenant; with the tenant it is the only identity to authorise on.</summary>
    public string? AadObjectId { get; set; }

    /// <summary>The <c>user</c> or <c>bot</c> of the protocol.</summary>
    public string? Role { get; set; }

    /// <summary>Only in a roster that was asked for, as are the three below.</summary>
    public string? TenantId { get; set; }

    public string? Email { get; set; }
    public string? UserPrincipalName { get; set; }

    /// <summary><c>user</c>, <c>guest</c> or <c>anonymous</c>.</summary>
    public string? UserRole { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>A conversation, as one channel knows it.</summary>
public sealed class ConversationAccount
{
    /// <summary>The channel's id; in a Teams channel it may end in <c>;messageid=</c> and the root message.</summary>
    public string? Id { get; set; }

    public string? Name { get; set; }

    /// <summary>One of <see cref="ConversationTypes"/>; some clients leave it out.</summary>
    public string? ConversationType { get; set; }

    public string? TenantId { get; set; }
    public bool? IsGroup { get; set; }
    public string? AadObjectId { get; set; }
    public string? Role { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
