using AiActBot.AiSystems;
using AiActBot.Compliance;
using AiActBot.Conversations;
using AiActBot.Hosting;

namespace AiActBot.CorrectiveActions;

/// <summary>How far a filing with an authority is, in a line.</summary>
internal static class FilingWords
{
    public const string Filing = "filing";

    public static string AuthorityOf(Filing filing, Language language) => CardParts.Capital(PartyWords.Of(filing.Authority).In(language));

    public static string Describe(Filing filing, CaseFile file, OrganisationClock clock, Person reader)
    {
        var provisions = string.Join(", ", filing.Provisions.Split(',').Select(id => ArticleReference.Parse(id).Cite(reader.Language)));
        var authority = AuthorityOf(filing, reader.Language);
        var due = filing.DueBy is { } end
            ? new Bilingual($", uiterlijk op {LastDay(end, clock, Language.Dutch)}", $", on {LastDay(end, clock, Language.English)} at the latest").In(reader.Language)
            : "";
        var state = filing.FiledAt is { } at
            ? new Bilingual(
                $"ingediend door {file.NameOf(filing.FiledBy ?? filing.FilerId)} op {clock.Show(at, reader)}, kenmerk {filing.Reference}",
                $"filed by {file.NameOf(filing.FiledBy ?? filing.FilerId)} on {clock.Show(at, reader)}, reference {filing.Reference}")
            : new Bilingual(
                $"in te dienen door {file.NameOf(filing.FilerId)}{due}",
                $"to be filed by {file.NameOf(filing.FilerId)}{due}");
        return $"{(filing.FiledAt is null ? "…" : "✓")} {authority} ({provisions}): {state.In(reader.Language)}";
    }

    /// <summary>The period ends with this day. Its end is midnight, which reads as the day after.</summary>
    public static string LastDay(DateTimeOffset end, OrganisationClock clock, Language language) =>
        OrganisationClock.Show(clock.DayOf(end.AddTicks(-1)), language);
}
