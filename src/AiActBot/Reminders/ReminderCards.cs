using AiActBot.AiSystems;
using AiActBot.BotFramework.Activities;
using AiActBot.BotFramework.Cards;
using AiActBot.Conversations;
using AiActBot.CorrectiveActions;
using AiActBot.Hosting;
using AiActBot.Notifications;
using AiActBot.Storage;
using Microsoft.EntityFrameworkCore;
using static AiActBot.Conversations.CardParts;

namespace AiActBot.Reminders;

/// <summary>A reminder as a card. What has been done in the meantime is not reminded of.</summary>
internal sealed class ReminderCards(AiActBotDbContext db, OrganisationClock clock)
{
    public async Task<RenderedNotification?> RenderAsync(Notification reminder, CancellationToken cancellationToken)
    {
        var found = await (
            from notice in db.Notifications
            join party in db.Parties on notice.PartyId equals party.Id
            join @case in db.Cases on notice.CaseId equals @case.Id
            join system in db.AiSystems on @case.AiSystemId equals system.Id
            where notice.Id == reminder.AboutId
            select new { Notice = notice, Party = party, Case = @case, SystemName = system.Name }).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (found is null)
            return null;
        var shown = await db.Notifications.Where(n => n.AboutId == reminder.AboutId && n.PersonId == reminder.PersonId
                && n.Purpose == NotificationPurpose.Reminder && n.ActivityId != null)
            .OrderByDescending(n => n.SentAt).Select(n => n.ActivityId).FirstOrDefaultAsync(cancellationToken);
        // What was done in the meantime is not reminded of; a reminder that is there already stops asking.
        if (found.Notice.AcknowledgedAt is { } acknowledged)
            return shown is null ? null : Done(reminder, found.Party, found.SystemName, found.Case.Number, acknowledged, shown);

        var language = reminder.Language;
        var explanation = ReminderTexts.Explain(
            CardText.Escape(found.Party.Organisation), PartyWords.Of(found.Party.Role).In(language), CardText.Escape(found.SystemName), found.Case.Number,
            clock.Show(found.Notice.SentAt ?? found.Notice.CreatedAt, language)).In(language);
        var card = Card(
            [
                Title(ReminderTexts.NotAcknowledged.In(language)),
                Markdown(explanation),
                Text(ReminderTexts.WhatToDo.In(language)),
                Subtle(ReminderTexts.OwnTarget.In(language)),
            ],
            Button(ReminderTexts.ShowCase.In(language), Verbs.ShowCase, (CaseCard.Case, found.Case.Id.ToString())));
        return new RenderedNotification(
            Activity.WithAttachment(card.ToAttachment(), reminder.Subject).AlertWith(reminder.Subject), explanation, shown);
    }

    private RenderedNotification Done(Notification reminder, Party party, string system, string number, DateTimeOffset acknowledged, string shown)
    {
        var language = reminder.Language;
        var done = ReminderTexts.Done(party.Organisation, system, number, clock.Show(acknowledged, language)).In(language);
        var card = Card([Title(ReminderTexts.DoneTitle.In(language)), Badge("✓ " + done, isGood: true)]);
        return new RenderedNotification(Activity.WithAttachment(card.ToAttachment(), ReminderTexts.DoneTitle.In(language)), done, shown);
    }
}
