using AiActBot.Compliance;

namespace AiActBot.CorrectiveActions;

/// <summary>One text that will be sent or filed, and who gets it: a hundred deployers get the same, but for the name in the greeting.</summary>
internal sealed record PlannedText(IReadOnlyList<PlannedNotice> To)
{
    /// <summary>As many names as are read at a glance.</summary>
    private const int MostNames = 10;

    private PlannedNotice First => To[0];

    public string Subject => First.Subject;

    /// <summary>As the first of them gets it.</summary>
    public string Text => First.Text;

    public static IReadOnlyList<PlannedText> Of(IReadOnlyList<PlannedNotice> planned) =>
        [
            .. planned.GroupBy(notice => (notice.Recipient, notice.Language, notice.Subject, NoticeGreeting.WithoutName(notice.Text, notice.Party)))
                .Select(same => new PlannedText([.. same])),
        ];

    public string NamesIn(Language language)
    {
        var names = string.Join(", ", To.Take(MostNames).Select(notice => notice.NameIn(language)));
        return To.Count > MostNames ? names + new Bilingual($" en {To.Count - MostNames} anderen", $" and {To.Count - MostNames} others").In(language) : names;
    }

    /// <summary>What to know where several get it; null where one does.</summary>
    public Bilingual? Remark => To.Count == 1 ? null : new(
        "Elk krijgt deze tekst met de naam van de eigen contactpersoon.",
        "Each gets this text with the name of their own contact.");
}
