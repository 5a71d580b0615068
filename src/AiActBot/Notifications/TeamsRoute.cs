using AiActBot.BotFramework.Activities;
using AiActBot.BotFramework.Connector;
using AiActBot.Conversations;
using AiActBot.Conversations.Sending;
using AiActBot.Storage;
using AiActBot.Storage.Audit;
using AiActBot.Trust;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AiActBot.Notifications;

/// <summary>Speaks first in a person's own conversation with the bot.</summary>
internal sealed class TeamsRoute(
    AiActBotDbContext db, IServiceScopeFactory scopes, ProactiveInstall install, IOptions<BotOptions> bot, IOptions<ProactiveInstallOptions> installing, TimeProvider time,
    [FromKeyedServices(ConnectorClients.OneAttempt)] IConnectorClient urgent, [FromKeyedServices(ConnectorClients.ToMany)] IConnectorClient toMany)
{
    public async Task<DeliveryOutcome> SendAsync(Notification notification, RenderedNotification rendered, CancellationToken cancellationToken)
    {
        // The newest knows best: Teams tells of its own chat after one that Graph named.
        var conversation = await db.Conversations.AsNoTracking().Where(c => c.PersonId == notification.PersonId && c.Type == Conversation.PersonalType)
            .OrderByDescending(c => c.Id).FirstOrDefaultAsync(cancellationToken);
        if (conversation is null && install.IsAllowed)
        {
            var person = await db.People.SingleAsync(p => p.Id == notification.PersonId, cancellationToken);
            switch (await install.InstallAsync(person.AadObjectId, cancellationToken))
            {
                case InstallOutcome.Installed(var chatId):
                    conversation = await KeepAsync(person, chatId, cancellationToken);
                    break;
                case InstallOutcome.Refused { IsTransient: false } refused when notification.MailAddress is null:
                    return new DeliveryOutcome.Failed(refused.Code, IsTransient: false, RetryAfter: null, IsUncertain: false);
                case InstallOutcome.Refused { IsTransient: false } refused:
                    return Unreachable(notification, refused.Code);
                case InstallOutcome.Refused refused:
                    return new DeliveryOutcome.Failed(refused.Code, IsTransient: true, refused.RetryAfter, IsUncertain: false);
            }
        }

        // Who removed the app does not get it again.
        if (conversation is not { Installed: InstallState.Installed })
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

    /// <summary>
    /// Saved before anything is sent, and by itself: Teams tells of the installation too, at the same moment, and that brings the
    /// welcome. Who of the two is first makes the conversation.
    /// </summary>
    private async Task<Conversation> KeepAsync(Person person, string chatId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var own = scope.ServiceProvider.GetRequiredService<AiActBotDbContext>();
        var known = await own.Conversations.Where(c => c.TenantId == person.TenantId).OrderByDescending(c => c.Id).Select(c => c.ServiceUrl).FirstOrDefaultAsync(cancellationToken);
        var now = time.GetUtcNow();
        var conversation = new Conversation
        {
            Id = Guid.CreateVersion7(now),
            ChannelId = ChannelIds.Teams,
            ConversationId = chatId,
            TenantId = person.TenantId,
            Type = Conversation.PersonalType,
            ServiceUrl = known ?? installing.Value.ServiceUrl,
            BotId = $"28:{bot.Value.NormalisedAppId}",
            PersonId = person.Id,
        };
        own.Conversations.Add(conversation);
        own.Record(new AuditRecord("conversation.reached", $"conversation:{conversation.Id}", null, now));
        try
        {
            await own.SaveChangesAsync(cancellationToken);
            return conversation;
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            own.Discard();
            return await own.Conversations.AsNoTracking().SingleAsync(c => c.ChannelId == ChannelIds.Teams && c.ConversationId == chatId, cancellationToken);
        }
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
