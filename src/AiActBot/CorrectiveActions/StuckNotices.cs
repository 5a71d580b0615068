using AiActBot.BotFramework.Cards;
using AiActBot.Compliance;
using AiActBot.Conversations;
using AiActBot.Notifications;
using AiActBot.Reminders;
using AiActBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using static AiActBot.Conversations.CardParts;

namespace AiActBot.CorrectiveActions;

/// <summary>Notices that were given up, and filings whose period ends: the compliance team hears of each, sees the list and has a notice tried again.</summary>
internal sealed class StuckNotices(
    AiActBotDbContext db, CaseFiles files, CaseAlerts alerts, ComplianceTeam team, TimeProvider time, IOptions<NotificationOptions> options)
{
    public const string Notice = "notice";

    private const int Longest = 5;

    private static readonly TimeSpan BeforeTheEnd = TimeSpan.FromDays(1);

    private static readonly Bilingual ListTitle = new("Niet afgeleverde kennisgevingen", "Notices that were not delivered");

    /// <summary>Tells the team of what is stuck and was not told yet.</summary>
    /// <returns>How many people were told of something.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var told = 0;
        var stuck = await (
            from notice in Undelivered()
            join @case in db.Cases on notice.CaseId equals @case.Id
            where @case.ClosedAt == null
            select new { notice.Id, CaseId = @case.Id, @case.TenantId, notice.Attempts }).AsNoTracking().ToListAsync(cancellationToken);
        foreach (var one in stuck)
        {
            // Tried again and given up again is another reason to hear of it.
            told += await TellAsync(one.CaseId, one.TenantId, file => alerts.GiveAsync(
                ReminderReason.NoticeStuck, $"notice:{one.Id}:{one.Attempts}", file, file.Team, AlertTexts.StuckTitle,
                AlertTexts.StuckText(file.Notices.FirstOrDefault(notice => notice.Id == one.Id) is { } found ? file.PartyOf(found)?.Organisation ?? "?" : "?"), now, cancellationToken),
                cancellationToken);
        }

        var soon = now + BeforeTheEnd;
        foreach (var filing in await (
            from filing in db.Filings
            join @case in db.Cases on filing.CaseId equals @case.Id
            where filing.FiledAt == null && filing.DueBy != null && filing.DueBy <= soon && @case.ClosedAt == null
            select new { filing.Id, filing.FilerId, CaseId = @case.Id, @case.TenantId }).AsNoTracking().ToListAsync(cancellationToken))
        {
            told += await TellAsync(filing.CaseId, filing.TenantId, file => alerts.GiveAsync(
                ReminderReason.FilingDue, $"filing:{filing.Id}", file, file.Team.Concat(file.People.Values.Where(person => person.Id == filing.FilerId)),
                AlertTexts.FilingDue(file), AlertTexts.FilingDueText, now, cancellationToken), cancellationToken);
        }

        return told;
    }

    public async Task ListAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (!turn.IsPrivate)
            turn.Refuse(CaseTexts.OnlyInPrivate);
        else if (!team.Includes(turn.Person))
            turn.Refuse(CaseTexts.OnlyTeam);
        else
            turn.Show(await CardAsync(turn, cancellationToken), turn.In(ListTitle));
    }

    /// <summary>Has a notice tried again, as often as a new one.</summary>
    public async Task RetryAsync(Turn turn, CardData data, CancellationToken cancellationToken)
    {
        if (!team.Includes(turn.Person) || !data.TryGetGuid(Notice, out var id)
            || await Undelivered().SingleOrDefaultAsync(n => n.Id == id && db.Cases.Any(c => c.Id == n.CaseId && c.TenantId == turn.Person.TenantId), cancellationToken) is not { } notice)
        {
            turn.Refuse(CaseTexts.NotYours);
            return;
        }

        notice.State = NotificationState.Pending;
        notice.DueAt = turn.Now;
        notice.AllowedAttempts = notice.Attempts + options.Value.MaximumAttempts;
        turn.Record("notice.retried", notice.AuditSubject, ("notification", notice.Id.ToString()));
        turn.Replace(Card([Title(turn.In(ListTitle)), Text(turn.In(new("Het wordt opnieuw geprobeerd.", "It is being tried again.")))]), turn.In(ListTitle));
    }

    private IQueryable<Notification> Undelivered() =>
        db.Notifications.Where(n => n.Purpose == NotificationPurpose.Notice && n.State == NotificationState.DeadLetter);

    private async Task<int> TellAsync(CaseId caseId, string tenantId, Func<CaseFile, Task<int>> give, CancellationToken cancellationToken)
    {
        try
        {
            db.Discard();
            if (await files.FindAsync(caseId, tenantId, cancellationToken) is not { } file)
                return 0;
            var told = await give(file);
            if (told > 0)
                await db.SaveChangesAsync(cancellationToken);
            return told;
        }
        catch (DbUpdateException exception) when (UniqueViolation.IsConflict(exception))
        {
            // Another replica told them.
            db.Discard();
            return 0;
        }
    }

    private async Task<AdaptiveCard> CardAsync(Turn turn, CancellationToken cancellationToken)
    {
        var found = await (
            from notice in Undelivered()
            join @case in db.Cases on notice.CaseId equals @case.Id
            join party in db.Parties on notice.PartyId equals party.Id
            where @case.TenantId == turn.Person.TenantId
            orderby notice.CreatedAt
            select new { notice.Id, @case.Number, party.Organisation, notice.Attempts }).AsNoTracking().Take(Longest).ToListAsync(cancellationToken);
        return Card(
            [
                Title(turn.In(ListTitle)),
                .. found.Count == 0
                    ? [Text(turn.In(new("Alles is afgeleverd of wordt nog geprobeerd.", "Everything was delivered or is still being tried.")))]
                    : found.Select(one => (CardElement)Line(turn.In(new(
                        $"{one.Number}, {one.Organisation}: opgegeven na {one.Attempts} pogingen", $"{one.Number}, {one.Organisation}: given up after {one.Attempts} attempts")))),
            ],
            found.Select(one => Button(turn.In(new($"Opnieuw proberen: {one.Organisation}", $"Try again: {one.Organisation}")), Verbs.RetryNotice, (Notice, one.Id.ToString()))));
    }
}
