using System.Text.Json;
using AiActBot.BotFramework.Cards;
using AiActBot.Compliance;
using AiActBot.Conversations;
using AiActBot.Hosting;
using AiActBot.Storage;
using AiActBot.Triage;
using Microsoft.EntityFrameworkCore;
using static AiActBot.Conversations.CardParts;

namespace AiActBot.AiSystems;

/// <summary>Shows every triage of a system, the newest first and a few at a time: when, by whom, with which rules, and what it found, each with its document.</summary>
internal sealed class SystemHistory(AiActBotDbContext db, SystemRegister register, OrganisationClock clock, DocumentLinks links)
{
    /// <summary>How many a card holds, each with two links.</summary>
    private const int Longest = 6;

    /// <summary>The triage before which the shown ones were.</summary>
    private const string Before = "before";

    public async Task ShowAsync(Turn turn, CardData data, CancellationToken cancellationToken)
    {
        if (await register.FindAsync(turn, data, cancellationToken) is not { } system)
            return;

        var all = await db.Assessments.Where(a => a.AiSystemId == system.Id).OrderByDescending(a => a.At).ThenByDescending(a => a.Id)
            .Select(a => a.Id).ToListAsync(cancellationToken);
        var newer = data.TryGetGuid(Before, out var before) ? all.IndexOf(before) + 1 : 0;
        var shown = all.Skip(newer).Take(Longest).ToList();
        var assessments = await (
            from assessment in db.Assessments
            join person in db.People on assessment.PersonId equals person.Id
            where shown.Contains(assessment.Id)
            select new { Assessment = assessment, person.DisplayName }).AsNoTracking().ToListAsync(cancellationToken);
        var documents = await db.AssessmentDocuments.AsNoTracking()
            .Where(d => shown.Contains(d.AssessmentId) && d.Language == turn.Language)
            .Select(d => d.AssessmentId).ToListAsync(cancellationToken);
        List<CardElement> body = [Title(turn.In(new($"Toetsen van {system.Name}", $"Triages of {system.Name}")))];
        foreach (var found in assessments.OrderBy(found => shown.IndexOf(found.Assessment.Id)))
        {
            var at = clock.Show(found.Assessment.At, turn.Language);
            body.Add(Heading2($"{at}, {found.DisplayName}"));
            body.Add(Line(turn.In(new($"Regels {found.Assessment.RulesVersion}. ", $"Rules {found.Assessment.RulesVersion}. ")) + Classes(found.Assessment, turn.Language)));
            if (documents.Contains(found.Assessment.Id))
                body.Add(Actions(DocumentButtons.For(links, found.Assessment.Id, turn.Language)));
        }

        var older = all.Count - newer - shown.Count;
        if (older > 0)
            body.Add(Line(turn.In(Older(older))));
        turn.Replace(Card(body, [.. Buttons(turn, system, newer > 0, older > 0 ? shown[^1] : null)]), system.Name);
    }

    private static Bilingual Older(int count) => count == 1
        ? new("Er is nog 1 oudere toets.", "There is 1 older triage.")
        : new($"Er zijn nog {count} oudere toetsen.", $"There are {count} older triages.");

    private static IEnumerable<CardAction> Buttons(Turn turn, AiSystem system, bool hasNewer, Guid? oldestShown)
    {
        (string, string) data = (SystemCard.System, system.Id.ToString());
        if (oldestShown is { } before)
            yield return Button(turn.In(new("Oudere toetsen", "Older triages")), Verbs.ShowHistory, data, (Before, before.ToString()));
        if (hasNewer)
            yield return Button(turn.In(new("Naar de nieuwste", "To the newest")), Verbs.ShowHistory, data);
        yield return Button(turn.In(new("Naar het systeem", "To the system")), Verbs.ShowSystem, data);
    }

    private static string Classes(Assessment assessment, Language language)
    {
        var report = JsonSerializer.Deserialize(assessment.Outcome, TriageReportJson.Default.TriageReport);
        var classes = (report?.Risk ?? []).Select(risk => risk.Class.Replace("-", "", StringComparison.Ordinal))
            .Select(name => Enum.TryParse<RiskClass>(name, ignoreCase: true, out var risk) ? RiskWords.Of(risk).In(language) : name).Distinct();
        return string.Join(", ", classes);
    }
}
