using AiActBot.BotFramework.Activities;
using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;
using AiActBot.CorrectiveActions;
using AiActBot.Hosting;
using AiActBot.Storage;
using Microsoft.EntityFrameworkCore;
using static AiActBot.Conversations.CardParts;

namespace AiActBot.MessageExtension;

/// <summary>
/// Finds cases that the person has to do with. What is inserted is read by everybody in the chat, so the card says which case it is
/// and how it stands, and nothing of what was reported.
/// </summary>
internal sealed class CaseSearch(AiActBotDbContext db, CaseFiles files, OrganisationClock clock)
{
    public async Task<IReadOnlyList<ComposeExtensionResult>> FindAsync(Searcher searcher, ComposeExtensionQuery query, CancellationToken cancellationToken)
    {
        if (searcher.Person is not { } person)
            return [];
        var cases = await (
            from @case in files.Concerning(person)
            join system in db.AiSystems on @case.AiSystemId equals system.Id
            orderby @case.Status == CorrectiveActionStatus.Closed, @case.ReportedAt descending
            select new { @case.Number, @case.Status, @case.ReportedAt, system.Name }).AsNoTracking().ToListAsync(cancellationToken);
        return
        [
            .. cases.Where(found => $"{found.Number} {found.Name}".Contains(query.Text, StringComparison.CurrentCultureIgnoreCase))
                .Skip(query.Skip).Take(query.Count).Select(found => Show(found.Number, found.Name, found.Status, found.ReportedAt, searcher)),
        ];
    }

    private ComposeExtensionResult Show(string number, string system, CorrectiveActionStatus status, DateTimeOffset reportedAt, Searcher searcher)
    {
        var (title, state) = ($"{number} · {system}", searcher.In(CaseWords.Of(status)));
        return new ComposeExtensionResult(title, state, Card(
        [
            Title(title),
            Facts(
                (searcher.In(new("Stand", "State")), state),
                (searcher.In(new("Gemeld op", "Reported on")), OrganisationClock.Show(clock.DayOf(reportedAt), searcher.Language))),
            Subtle(searcher.In(new("Wie bij dit dossier hoort, typt 'dossiers' bij AiActBot.", "Who has to do with this case types 'cases' to AiActBot."))),
        ]) with { Lang = searcher.Language == Language.Dutch ? "nl" : "en" });
    }
}
