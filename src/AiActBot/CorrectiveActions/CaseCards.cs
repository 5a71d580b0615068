using AiActBot.BotFramework.Activities;
using AiActBot.BotFramework.Cards;
using AiActBot.Compliance;
using AiActBot.Conversations;
using AiActBot.Hosting;
using AiActBot.Notifications;
using AiActBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.CorrectiveActions;

/// <summary>Keeps one card of a case with everybody who has to do with it, and puts the new state in its place.</summary>
internal sealed class CaseCards(AiActBotDbContext db, CaseFiles files, NoticePlan plan, OrganisationClock clock, TimeProvider time)
{
    public AdaptiveCard For(CaseFile file, Person viewer, Bilingual? remark = null) =>
        new CaseCard(file, viewer, plan.For(file), clock, time.GetUtcNow(), remark).Build();

    /// <summary>
    /// Puts a card of the case in the outbox for everybody concerned, unless one is waiting there already. One that is
    /// waiting is written again as it is: were it taken in hand before this change is saved, it would show the state from
    /// before it, and nobody would send another.
    /// </summary>
    public async Task ShowEverybodyAsync(CaseFile file, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var concerned = file.People.Values.Concat(file.Team).Concat(await DeputiesAsync(file, now, cancellationToken)).DistinctBy(person => person.Id).ToList();
        var waiting = await db.Notifications
            .Where(n => n.CaseId == file.Case.Id && n.Purpose == NotificationPurpose.CaseCard && n.State == NotificationState.Pending)
            .ToListAsync(cancellationToken);
        foreach (var card in waiting)
            db.Entry(card).Property(n => n.DueAt).IsModified = true;
        foreach (var person in concerned.Where(person => !waiting.Exists(card => card.PersonId == person.Id)))
        {
            db.Notifications.Add(Notification.ThroughTheBot(
                NotificationPurpose.CaseCard, person.Id, person.Language, CaseTexts.Summary(file).In(person.Language), now, file.Case.Id));
        }
    }

    /// <summary>Whoever stands in for somebody who was asked just now: the case may have been loaded before that.</summary>
    private Task<List<Person>> DeputiesAsync(CaseFile file, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var approvers = file.CurrentApprovals.Where(approval => approval.State == ApprovalState.Pending).Select(approval => approval.ApproverId).ToList();
        var caseId = file.Case.Id;
        return (
            from standIn in db.StandIns
            join person in db.People on standIn.DelegateId equals person.Id
            where approvers.Contains(standIn.ApproverId) && (standIn.CaseId == null || standIn.CaseId == caseId) && standIn.From <= now && standIn.Until > now
            select person).ToListAsync(cancellationToken);
    }

    /// <summary>The card as it is at the moment of sending, in the place of the one that the person has.</summary>
    public async Task<RenderedNotification?> RenderAsync(Notification notification, CancellationToken cancellationToken)
    {
        var person = await db.People.SingleOrDefaultAsync(p => p.Id == notification.PersonId, cancellationToken);
        if (person is null || notification.CaseId is not { } caseId
            || await files.FindAsync(caseId, person.TenantId, cancellationToken) is not { } file)
        {
            return null;
        }

        var shown = await db.Notifications
            .Where(n => n.CaseId == caseId && n.PersonId == person.Id && n.Purpose == NotificationPurpose.CaseCard && n.ActivityId != null)
            .OrderByDescending(n => n.SentAt).Select(n => n.ActivityId).FirstOrDefaultAsync(cancellationToken);
        var summary = CaseTexts.Summary(file).In(person.Language);
        var activity = Activity.WithAttachment(For(file, person).ToAttachment(), summary);
        return new RenderedNotification(shown is null ? activity.AlertWith(summary) : activity, summary, shown);
    }
}
