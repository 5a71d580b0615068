namespace AiActBot.Storage.Audit;

/// <summary>Follows a chain entry by entry, and stops at the first that does not hold.</summary>
internal sealed class ChainCheck
{
    private long sequence;
    private string previous = AuditTrail.Genesis;
    private (long At, string Fault)? broken;

    public AuditVerification Result => new(sequence, previous, broken?.At, broken?.Fault);

    /// <returns>Whether the chain holds up to and including this entry.</returns>
    public bool Holds(AuditEntry entry)
    {
        var number = sequence + 1;
        if (Fault(entry, number) is { } fault)
        {
            broken = (number, fault);
            return false;
        }

        (sequence, previous) = (number, entry.Hash);
        return true;
    }

    private string? Fault(AuditEntry entry, long number)
    {
        if (entry.Sequence != number)
            return $"entry {number} is missing";
        if (entry.PreviousHash != previous)
            return $"entry {number} does not follow the one before it";
        return entry.Hash == AuditTrail.Hash(number, previous, entry.Content) && AuditTrail.ColumnsAgree(entry) ? null : $"entry {number} was changed";
    }
}
