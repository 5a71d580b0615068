using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;

namespace AiActBot.EndToEndTests.Drivers;

/// <summary>Something that goes wrong with a system, by what the organisation is to it, and what people have to see of it.</summary>
/// <param name="Name">For the pictures.</param>
/// <param name="Role">What the organisation is to the system.</param>
/// <param name="Seen">What Sanne reports.</param>
internal sealed record DutyCase(string Name, string System, OperatorRole Role, Bilingual Seen)
{
    public RiskClass Class { get; init; } = RiskClass.HighRisk;

    /// <summary>Who is in the supply chain. The distributor is Dirk, who has the app; the others get mail.</summary>
    public IReadOnlyList<RecipientRole> Parties { get; init; } = [];

    public bool PresentsRisk { get; init; }

    /// <summary>What a serious incident led to, as the form calls it.</summary>
    public Bilingual? Incident { get; init; }

    /// <summary>The kind of action that is proposed, as the form calls it, and what is to be done.</summary>
    public (Bilingual Kind, Bilingual Doing) Action { get; init; } = (new("Deactiveren", "Disable"), new("Het systeem uitzetten.", "Switch the system off."));

    /// <summary>What only the compliance team is asked; without it Sanne proposes what to do herself.</summary>
    public Bilingual? Circumstance { get; init; }

    /// <summary>What has a number in the law stands on the card on which is decided.</summary>
    public Bilingual? Deadline { get; init; }

    /// <summary>What the card of duties and deadlines says, recipient and provision first.</summary>
    public required IReadOnlyList<Bilingual> Duties { get; init; }

    /// <summary>By which provision a notice goes out, and to whom; nobody else gets one.</summary>
    public (Bilingual Provision, IReadOnlyList<RecipientRole> Recipients)? Told { get; init; }

    /// <summary>What is filed first, with whom and by which provision.</summary>
    public Bilingual? Filing { get; init; }

    public string Title => $"· {System}";

    public string Reference => $"REF-{System}-26";
}
