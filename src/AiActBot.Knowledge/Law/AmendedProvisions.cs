using AiActBot.Knowledge.Index;

namespace AiActBot.Knowledge.Law;

/// <summary>What Regulation (EU) 2026/1744 changed, so that a quote from the text of 2024 can say so.</summary>
public static class AmendedProvisions
{
    /// <summary>Entry into force of Regulation (EU) 2026/1744.</summary>
    public static DateOnly InForce { get; } = new(2026, 7, 27);

    private static readonly HashSet<string> Amended = new(StringComparer.Ordinal)
    {
        "art-1.2", "art-2.2", "art-2.7", "art-4", "art-5.1", "art-10.1", "art-10.5", "art-10.6", "art-11.1", "art-17.2", "art-25.2", "art-25.4",
        "art-27.4", "art-27.5", "art-29.4", "art-30.2", "art-40.2", "art-43.3", "art-50.7", "art-56.6", "art-57.1", "art-57.3", "art-57.5", "art-57.9",
        "art-57.10", "art-57.14", "art-58.1", "art-60.1", "art-60.2", "art-63.1", "art-69.2", "art-70.8", "art-72.3", "art-75.1", "art-76.1", "art-77.1",
        "art-95.4", "art-96.1", "art-97.2", "art-97.3", "art-97.6", "art-99.1", "art-99.4", "art-111.2", "art-113", "anx-I", "anx-VIII",
    };

    /// <summary>A note for a provision whose text of 2024 no longer stands; null when it still does.</summary>
    public static Supersession? NoteOn(ProvisionId provision)
    {
        for (ProvisionId? p = provision; p is { } current; p = current.Parent)
        {
            if (Amended.Contains(current.ToString()))
                return Note(provision);
        }

        return null;
    }

    private static Supersession Note(ProvisionId provision) => new(
        ActStructure.Current.MovedTo(provision) ?? provision,
        $"Gewijzigd door Verordening (EU) 2026/1744, in werking sinds 27 juli 2026: {ProvisionName.Of(provision, DocumentLanguage.Nl)} luidt nu anders.",
        $"Amended by Regulation (EU) 2026/1744, in force since 27 July 2026: {ProvisionName.Of(provision, DocumentLanguage.En)} now reads differently.");
}
