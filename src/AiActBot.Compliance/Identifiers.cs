using System.Globalization;

namespace AiActBot.Compliance;

/// <summary>A person known to the service. Never a name, a mail address or a channel account.</summary>
public readonly record struct PersonId(Guid Value)
{
    public static PersonId New() => new(Guid.CreateVersion7());

    public override string ToString() => Value.ToString("D", CultureInfo.InvariantCulture);
}

/// <summary>A corrective-action case.</summary>
public readonly record struct CaseId(Guid Value)
{
    public static CaseId New() => new(Guid.CreateVersion7());

    public override string ToString() => Value.ToString("D", CultureInfo.InvariantCulture);
}

/// <summary>An AI system in the register.</summary>
public readonly record struct AiSystemId(Guid Value)
{
    public static AiSystemId New() => new(Guid.CreateVersion7());

    public override string ToString() => Value.ToString("D", CultureInfo.InvariantCulture);
}

/// <summary>A party of the supply chain, an authority or a notified body.</summary>
public readonly record struct PartyId(Guid Value)
{
    public static PartyId New() => new(Guid.CreateVersion7());

    public override string ToString() => Value.ToString("D", CultureInfo.InvariantCulture);
}
