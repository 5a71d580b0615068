using Microsoft.Extensions.Options;

namespace AiActBot.Conversations.Sending;

/// <summary>A call to the Connector, as far as its limits go.</summary>
/// <param name="TenantId">Null where the call does not say; then that of the last one in the conversation.</param>
/// <param name="IsAboutMembers">Asks who is there, which has limits of its own.</param>
internal readonly record struct PacedCall(string ConversationId, string? TenantId, bool IsAboutMembers, bool IsPartOfStream);

/// <summary>A call that is under way, with where it is counted: by its end the bot may know more of its conversation.</summary>
internal sealed record SendingSlot(CallLog? Conversation, CallLog? Tenant, bool IsPartOfStream);

/// <summary>
/// Counts what this replica sends and says when the next call may go, so that Teams need not refuse it. What is on the clock on the
/// wall does not matter. Other replicas count by themselves; where they come together, Teams' 429 is waited for.
/// </summary>
internal sealed class SendingPace(TimeProvider time, IOptions<SendingOptions> options)
{
    private const int TidyAbove = 1000;

    private readonly Lock gate = new();
    private readonly Dictionary<(string Place, Kind Kind), CallLog> logs = [];
    private readonly Dictionary<string, string> tenantOf = [];
    private readonly long began = time.GetTimestamp();
    private int tidyAt = TidyAbove;

    private enum Kind
    {
        Sends,
        Members,
        Tenant,
    }

    private TimeSpan Now => time.GetElapsedTime(began);

    /// <param name="wait">How long to wait before asking again, where it may not go yet.</param>
    /// <returns>With what to <see cref="End"/> the call, which may go now; null when it may not.</returns>
    public SendingSlot? TryBegin(PacedCall call, bool toMany, out TimeSpan wait)
    {
        wait = TimeSpan.Zero;
        if (!options.Value.KeepsToTeamsLimits)
            return new SendingSlot(null, null, call.IsPartOfStream);
        lock (gate)
        {
            var now = Now;
            var (conversation, tenant) = LogsOf(call, now);
            wait = TimeSpan.FromTicks(Math.Max(
                conversation.WaitAt(now, toMany, call.IsPartOfStream).Ticks, tenant.WaitAt(now, toMany, isPartOfStream: false).Ticks));
            if (wait > TimeSpan.Zero)
                return null;
            conversation.Begin();
            tenant.Begin();
            return new SendingSlot(conversation, tenant, call.IsPartOfStream);
        }
    }

    /// <param name="pause">How long the channel asked to wait, if it did.</param>
    public void End(SendingSlot slot, TimeSpan? pause)
    {
        lock (gate)
        {
            var now = Now;
            slot.Conversation?.End(now, slot.IsPartOfStream);
            slot.Tenant?.End(now, isPartOfStream: false);
            if (pause is { } asked)
                slot.Conversation?.PauseUntil(now + asked);
        }
    }

    private (CallLog Conversation, CallLog Tenant) LogsOf(PacedCall call, TimeSpan now)
    {
        if (logs.Count > tidyAt)
            Tidy(now);
        if (call.TenantId is { } named)
            tenantOf[call.ConversationId] = named;
        var tenantId = call.TenantId ?? tenantOf.GetValueOrDefault(call.ConversationId, "");
        return (Find(call.ConversationId, call.IsAboutMembers ? Kind.Members : Kind.Sends), Find(tenantId, Kind.Tenant));
    }

    private CallLog Find(string place, Kind kind)
    {
        if (!logs.TryGetValue((place, kind), out var log))
        {
            logs[(place, kind)] = log = new CallLog(kind switch
            {
                Kind.Sends => TeamsLimits.Sends,
                Kind.Members => TeamsLimits.Members,
                _ => TeamsLimits.Tenant,
            });
        }

        return log;
    }

    /// <summary>Whose conversation it is stays known as long as anything of that conversation is counted.</summary>
    private void Tidy(TimeSpan now)
    {
        foreach (var (key, _) in logs.Where(pair => pair.Value.IsOver(now)).ToList())
        {
            logs.Remove(key);
            if (key.Kind != Kind.Tenant && !logs.ContainsKey((key.Place, Kind.Sends)) && !logs.ContainsKey((key.Place, Kind.Members)))
                tenantOf.Remove(key.Place);
        }

        tidyAt = Math.Max(TidyAbove, 2 * logs.Count);
    }
}
