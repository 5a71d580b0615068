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

/// <summary>Shows every triage of a system: when, by whom, with which rules, and what it found, each with its document.</summary>
internal sealed class SystemHistory(AiActBotDbContext db, SystemRegister register, OrganisationClock clock, DocumentLinks links)
{
    private const int Longest = 6;

    public async Task ShowAsync(Turn turn, CardData data, CancellationToken cancellationToken)
    {
        if (await register.FindAsync(turn, data, cancellationToken) is not { } system)
            return;

        var assessments = await (
            from assessment in db.Assessments
            join person in db.People on assessment.PersonId equals person.Id
            where assessment.AiSystemId == system.Id
            orderby assessment.At descending
            select new { Assessment = assessment, person.DisplayName }).AsNoTracking().Take(Longest).ToListAsync(cancellationToken);
        var documents = await db.AssessmentDocuments.AsNoTracking()
            .Where(d => db.Assessments.Any(a => a.Id == d.AssessmentId && a.AiSystemId == system.Id) && d.Language == turn.Language)
            .Select(d => d.AssessmentId).ToListAsync(cancellationToken);
        List<CardElement> body = [Title(turn.In(new($"Toetsen van {system.Name}", $"Triages of {system.Name}")))];
        foreach (var found in assessments)
        {
            var at = clock.Show(found.Assessment.At, turn.Language);
            body.Add(Heading2($"{at}, {found.DisplayName}"));
            body.Add(Line(turn.In(new($"Regels {found.Assessment.RulesVersion}. ", $"Rules {found.Assessment.RulesVersion}. ")) + Classes(found.Assessment, turn.Language)));
            if (documents.Contains(found.Assessment.Id))
                body.Add(Actions(DocumentButtons.For(links, found.Assessment.Id, turn.Language)));
        }

        turn.Replace(
            Card(body, Button(turn.In(new("Naar het systeem", "To the system")), Verbs.ShowSystem, (SystemCard.System, system.Id.ToString()))), system.Name);
    }

    private static string Classes(Assessment assessment, Language language)
    {
        var report = JsonSerializer.Deserialize(assessment.Outcome, TriageReportJson.Default.TriageReport);
        var classes = (report?.Risk ?? []).Select(risk => risk.Class.Replace("-", "", StringComparison.Ordinal))
            .Select(name => Enum.TryParse<RiskClass>(name, ignoreCase: true, out var risk) ? RiskWords.Of(risk).In(language) : name).Distinct();
        return string.Join(", ", classes);
    }
}

/// <summary>Buttons that open the document of an outcome.</summary>
internal static class DocumentButtons
{
    public static IReadOnlyList<CardAction> For(DocumentLinks links, Guid assessmentId, Language language) =>
    [
        new OpenUrlAction("PDF", links.For(new LinkedDocument(assessmentId, language, OutcomeFormat.Pdf))),
        new OpenUrlAction("Word", links.For(new LinkedDocument(assessmentId, language, OutcomeFormat.Word))),
    ];
}
