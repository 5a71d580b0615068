using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace AiActBot.Tests.Infrastructure.Channel;

/// <summary>A call that breaks a rule, and how Teams answers it.</summary>
internal sealed record Deviation(string Because, int Status, string Code);

/// <summary>
/// The rules of Teams that no test client enforces, over everything that the bot sends. It stands in for the real channel, so it
/// is stricter than any: what Teams only advises against is a deviation too.
/// </summary>
internal sealed class ChannelRules
{
    private readonly ConcurrentDictionary<string, ChannelConversation> conversations = new();
    private readonly ConcurrentDictionary<string, WindowRules> members = new();
    private readonly ConcurrentDictionary<string, WindowRules> tenants = new();
    private readonly Lazy<long> began;

    private const string NeverSpokenTo = "The bot was never spoken to in this conversation.";
    private const string NotInConversation = "It answers an activity that is not in this conversation.";
    private const string NotFromTheBot = "It is not from the bot as this conversation knows it.";
    private const string NotOfTheBot = "It changes an activity that the bot did not send here.";

    public ChannelRules() => began = new Lazy<long>(() => Time.GetTimestamp());

    public TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>Time that passed since the first call, on the same clock as the bot's.</summary>
    public TimeSpan Now => Time.GetElapsedTime(began.Value);

    /// <summary>Whether every call must carry a token.</summary>
    public bool NeedsToken { get; set; }

    /// <summary>Whether calls are counted; not where the bot is killed, since it forgets with what it sent.</summary>
    public bool Counts { get; set; } = true;

    /// <summary>Whether the sender makes up conversations, messages and the bot's own id: that the bot takes them over is not its fault then.</summary>
    public bool PlacesAreMadeUp { get; set; }

    public IEnumerable<string> Unfinished => conversations.Where(pair => pair.Value.Stream.Unfinished is not null)
        .Select(pair => $"The stream {pair.Value.Stream.Unfinished} in {pair.Key} was never ended.");

    public bool Forgives(Deviation deviation) => PlacesAreMadeUp && deviation.Because is (NeverSpokenTo or NotInConversation or NotFromTheBot or NotOfTheBot);

    public ChannelConversation? Find(string id) => conversations.GetValueOrDefault(id);

    public WindowRules Tenant(string id) => tenants.GetOrAdd(id, _ => new WindowRules(WindowRules.OfTenant));

    /// <summary>Somebody says something to the bot, and so there is a conversation.</summary>
    public void Hear(JsonObject activity)
    {
        if (ChannelConversation.Of(activity) is not var (id, conversation))
            return;
        var known = conversations.GetOrAdd(id, conversation);
        known.Said(activity["id"].Text());
        known.Said(activity["replyToId"].Text());
    }

    public void Know(string id, ChannelConversation conversation) => conversations.TryAdd(id, conversation);

    public void ForgetCalls()
    {
        foreach (var windows in conversations.Values.Select(conversation => conversation.Sends).Concat(members.Values).Concat(tenants.Values))
            windows.Forget();
    }

    /// <summary>Whether a call comes too soon or without a token, before its body is looked at.</summary>
    public Deviation? ObjectionToCall(string conversationId, bool isOfMembers, HttpRequest request)
    {
        if (NeedsToken && !(request.Headers.Authorization is [{ } header] && header.StartsWith("Bearer ", StringComparison.Ordinal) && header.Length > 7))
            return new Deviation("There is no token.", 401, "Unauthorized");
        if (Find(conversationId) is not { } conversation)
            return new Deviation(NeverSpokenTo, 404, "ConversationNotFound");
        if (Time.GetUtcNow() < conversation.NotBefore)
            return new Deviation("The channel had asked to wait longer.", 429, "Throttled");
        if (!Counts)
            return null;
        var now = Now;
        var windows = isOfMembers ? members.GetOrAdd(conversationId, _ => new WindowRules(WindowRules.OfMembers)) : conversation.Sends;
        return (windows.Take(now) ?? Tenant(conversation.TenantId).Take(now)) is { } tooMany ? new Deviation(tooMany, 429, "Throttled") : null;
    }

    public Deviation? ObjectionTo(SentActivity sent, string? repliesTo, HttpRequest request)
    {
        var conversation = Find(sent.ConversationId)!;
        var activity = sent.Activity;
        if (request.ContentType is not ("application/json" or "application/json; charset=utf-8"))
            return Bad("The body is JSON in UTF-8, and says so.");
        if ((activity["from"] as JsonObject)?["id"].Text() != conversation.BotId)
            return Bad(NotFromTheBot);
        if ((activity["conversation"] as JsonObject)?["id"].Text() != sent.ConversationId)
            return Bad("The conversation in the body is not that of the address.");
        if (repliesTo is not null && !conversation.Holds(repliesTo))
            return new Deviation(NotInConversation, 404, "ActivityNotFoundInConversation");
        if (sent.Method == "PUT" && !conversation.IsOfTheBot(sent.Id))
            return new Deviation(NotOfTheBot, 404, "ActivityNotFoundInConversation");
        return MessageRules.Objection(activity, conversation, sent.Method) is { } because ? Bad(because) : null;
    }

    private static Deviation Bad(string because) => new(because, 400, "BadArgument");
}
