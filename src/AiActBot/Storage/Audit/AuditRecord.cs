using AiActBot.Compliance;

namespace AiActBot.Storage.Audit;

/// <summary>One state change, as the use case states it. Persons stand in it by their opaque id only, so that a person
/// can be erased without touching the chain.</summary>
/// <param name="Action">What happened: <c>case.approved</c>, <c>notice.sent</c>.</param>
/// <param name="Subject">What it happened to: <c>case:0197…</c>.</param>
/// <param name="Actor">Who did it; null for the service itself.</param>
/// <param name="Details">Facts that a reader needs: ids, counts, hashes, states. Never names, mail addresses or free text.</param>
public sealed record AuditRecord(string Action, string Subject, PersonId? Actor, DateTimeOffset At, IReadOnlyDictionary<string, string> Details)
{
    public AuditRecord(string action, string subject, PersonId? actor, DateTimeOffset at, params (string Name, string Value)[] details)
        : this(action, subject, actor, at, details.ToDictionary(detail => detail.Name, detail => detail.Value))
    {
    }
}
