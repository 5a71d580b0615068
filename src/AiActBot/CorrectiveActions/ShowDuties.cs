using AiActBot.BotFramework.Cards;
using AiActBot.Compliance;
using AiActBot.Conversations;
using AiActBot.Hosting;
using static AiActBot.Conversations.CardParts;

namespace AiActBot.CorrectiveActions;

/// <summary>Everything that the Regulation asks in this case: whom to tell and by when, what to do, what to keep, what to expect.</summary>
internal sealed class ShowDuties(CaseFiles files, OrganisationClock clock, CorrectiveActionsOwnTarget target)
{
    public async Task HandleAsync(Turn turn, CardData data, CancellationToken cancellationToken)
    {
        if (await files.FindPrivatelyAsync(turn, data, cancellationToken) is { } file)
            turn.Replace(CardFor(file, turn.Person, turn.Now), turn.In(CaseTexts.Summary(file)));
    }

    private AdaptiveCard CardFor(CaseFile file, Person reader, DateTimeOffset now)
    {
        var words = new DutyWords(file, reader, clock, now);
        string In(string nl, string en) => new Bilingual(nl, en).In(reader.Language);
        return Card(
            [
                Title(In($"Plichten en termijnen: {file.Case.Number}", $"Duties and deadlines: {file.Case.Number}")),
                .. file.Duties.Remark is { } remark ? [Warning(remark.In(reader.Language))] : Array.Empty<CardElement>(),
                .. Part(In("Wie moet het horen", "Who must be told"), words.ToInform(), In("Voor deze rol en feiten noemt de verordening niemand.", "For this role and these facts the Regulation names nobody.")),
                .. Part(In("Wat er moet gebeuren", "What must be done"), words.ToDo()),
                Subtle(target.In(reader.Language)),
                .. Folded(In("Wat je moet bewaren en bijhouden", "What to keep and keep up"), "keep", words.ToKeep()),
                .. Folded(In("Wat autoriteiten doen", "What authorities do"), "expect", words.ToExpect()),
            ],
            Button(In("Terug naar het dossier", "Back to the case"), Verbs.ShowCase, (CaseCard.Case, file.Case.Id.ToString())));
    }

    private static IEnumerable<CardElement> Part(string heading, IEnumerable<DutyInWords> duties, string? whenNone = null)
    {
        var all = duties.ToList();
        if (all.Count == 0 && whenNone is null)
            yield break;
        yield return Heading2(heading);
        foreach (var duty in all)
        {
            yield return Line(duty.Lead) with { Weight = TextWeight.Bolder, Spacing = Spacing.Medium };
            yield return Line(duty.Text) with { Spacing = Spacing.None };
            yield return Subtle(duty.Clock) with { Spacing = Spacing.Small };
        }

        if (all.Count == 0)
            yield return Line(whenNone!);
    }

    private static IEnumerable<CardElement> Folded(string title, string id, IEnumerable<string> lines) =>
        lines.Select(CardParts.Line).ToList() is { Count: > 0 } all ? [Details(title, id, [.. all])] : [];
}

/// <summary>What the organisation itself aims at where the law says "immediately"; never shown as the law's.</summary>
internal sealed class CorrectiveActionsOwnTarget(Microsoft.Extensions.Options.IOptions<CorrectiveActionsOptions> options)
{
    public string In(Language language)
    {
        var hours = Math.Round(options.Value.OwnTargetToInform.TotalHours, 1);
        return new Bilingual(
            $"Eigen doel van de organisatie, geen wettelijke termijn: iedereen ingelicht binnen {hours} uur na goedkeuring. Waar de wet \"onmiddellijk\" zegt, noemt zij geen getal.",
            $"The organisation's own target, not a period of the law: everybody told within {hours} hours of approval. Where the law says \"immediately\" it names no number.").In(language);
    }
}
