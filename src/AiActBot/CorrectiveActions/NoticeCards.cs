using AiActBot.BotFramework.Activities;
using AiActBot.BotFramework.Cards;
using AiActBot.Compliance;
using AiActBot.Conversations;
using AiActBot.Hosting;
using AiActBot.Notifications;
using static AiActBot.Conversations.CardParts;

namespace AiActBot.CorrectiveActions;

/// <summary>A notice as its recipient sees it: the approved words, and a way to say that they arrived.</summary>
internal sealed class NoticeCards(AcknowledgementLinks links, OrganisationClock clock)
{
    public const string Notice = "notice";

    public AdaptiveCard For(Notification notice)
    {
        var language = notice.Language;
        if (notice.AcknowledgedAt is { } at)
            return Card([Title(notice.Subject), Text(notice.Text), Badge("✓ " + CaseTexts.AcknowledgedAt(clock.Show(at, language)).In(language), isGood: true)]);
        return Card(
            [Title(notice.Subject), Text(notice.Text)],
            Button(CaseTexts.AcknowledgeButton.In(language), Verbs.Acknowledge, (Notice, notice.Id.ToString())).Positive());
    }

    public Task<RenderedNotification?> RenderAsync(Notification notice, CancellationToken cancellationToken)
    {
        var link = new Bilingual(
            $"Bevestig de ontvangst via deze link:\n{links.For(notice.Id)}",
            $"Please confirm receipt with this link:\n{links.For(notice.Id)}").In(notice.Language);
        var activity = Activity.WithAttachment(For(notice).ToAttachment(), notice.Subject).AlertWith(notice.Subject);
        return Task.FromResult<RenderedNotification?>(new RenderedNotification(activity, $"{notice.Text}\n\n{link}\n"));
    }
}
