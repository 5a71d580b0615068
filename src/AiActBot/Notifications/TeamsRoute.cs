using AiActBot.BotFramework.Activities;
using AiActBot.BotFramework.Connector;
using AiActBot.Conversations;
using AiActBot.Conversations.Sending;
using AiActBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.Notifications;

/// <summary>Speaks first in a person's own conversation with the bot.</summary>
internal sealed class TeamsRoute(
    AiActBotDbContext db, [FromKeyedServices(ConnectorClients.OneAttempt)] IConnectorClient urgent, [FromKeyedServices(ConnectorClients.ToMany)] IConnectorClient toMany)
{
    public async Task<DeliveryOutcome> SendAsync(Notification notification, RenderedNotification rendered, CancellationToken cancellationToken)
    {
        var conversation = await db.Conversations.AsNoTracking().FirstOrDefaultAsync(
            c => c.PersonId == notification.PersonId && c.Type == Conversation.PersonalType && c.Installed == InstallState.Installed,
            cancellationToken);
        if (conversation is null)
            return Unreachable(notification, "not_installed");

        var activity = rendered.Activity;
        activity.From = new ChannelAccount { Id = conversation.BotId };
        activity.Conversation = new ConversationAccount { Id = conversation.ConversationId, TenantId = conversation.TenantId };
        var outcome = await SendAsync(notification.Purpose.IsToMany() ? toMany : urgent, conversation, rendered.Replaces, activity, cancellationToken);
        return outcome switch
        {
            ConnectorOutcome<ResourceResponse>.Delivered(var sent) => new DeliveryOutcome.Delivered(sent.Id ?? rendered.Replaces),
            ConnectorOutcome<ResourceResponse>.Failed({ IsOwnPace: true, RetryAfter: { } wait }) => new DeliveryOutcome.HeldBack(wait),
            ConnectorOutcome<ResourceResponse>.Failed(var failure) => Failed(notification, failure),
            _ => throw new InvalidOperationException("An outcome is delivered or failed."),
        };
    }

    private static async Task<ConnectorOutcome<ResourceResponse>> SendAsync(
        IConnectorClient connector, Conversation conversation, string? replaces, Activity activity, CancellationToken cancellationToken)
    {
        var serviceUrl = new Uri(conversation.ServiceUrl);
        if (replaces is not null)
        {
            var updated = await connector.UpdateAsync(serviceUrl, conversation.ConversationId, replaces, activity, cancellationToken);
            // The person deleted the card: it comes as a new one.
            if (updated is not ConnectorOutcome<ResourceResponse>.Failed({ Kind: ConnectorFailureKind.ActivityGone }))
                return updated;
        }

        var parts = LongMessages.Split(activity);
        for (var sent = 0; ; sent++)
        {
            parts[sent].From = activity.From;
            parts[sent].Conversation = activity.Conversation;
            var outcome = await connector.SendAsync(serviceUrl, conversation.ConversationId, parts[sent], cancellationToken);
            if (sent == parts.Count - 1)
                return outcome;
            // What came before it has arrived, and comes again with the next attempt.
            if (outcome is ConnectorOutcome<ResourceResponse>.Failed(var failure))
                return sent == 0 ? outcome : new ConnectorOutcome<ResourceResponse>.Failed(failure with { Kind = failure.IsTransient ? ConnectorFailureKind.Uncertain : failure.Kind, Code = null });
        }
    }

    private static DeliveryOutcome.Failed Failed(Notification notification, ConnectorFailure failure) => failure.Kind switch
    {
        ConnectorFailureKind.NotInRoster or ConnectorFailureKind.BlockedByUser or ConnectorFailureKind.ConversationGone =>
            Unreachable(notification, failure.Kind.ToString()),
        _ => new DeliveryOutcome.Failed(failure.Kind.ToString(), failure.IsTransient, failure.RetryAfter, failure.Kind == ConnectorFailureKind.Uncertain),
    };

    /// <summary>Who cannot be reached in Teams is reached by mail, where an address is known; otherwise it is tried later.</summary>
    private static DeliveryOutcome.Failed Unreachable(Notification notification, string code)
    {
        if (notification.MailAddress is null)
            return new DeliveryOutcome.Failed(code, IsTransient: true, RetryAfter: null, IsUncertain: false);
        notification.Route = NotificationRoute.Mail;
        return new DeliveryOutcome.Failed(code, IsTransient: true, RetryAfter: TimeSpan.Zero, IsUncertain: false);
    }
}
