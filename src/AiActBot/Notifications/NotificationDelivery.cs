using AiActBot.BotFramework.Connector;
using AiActBot.Compliance;
using AiActBot.Conversations.Sending;
using AiActBot.CorrectiveActions;
using AiActBot.Storage;
using AiActBot.Storage.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AiActBot.Notifications;

/// <summary>One attempt for one claimed notification: render, send by its route, write the outcome into the ledger.</summary>
internal sealed class NotificationDelivery(
    AiActBotDbContext db,
    NotificationContent content,
    TeamsRoute teams,
    MailRoute mail,
    CaseFiles files,
    CaseCards cases,
    WaitingLine line,
    TimeProvider time,
    IOptions<NotificationOptions> options,
    ILogger<NotificationDelivery> log)
{
    /// <summary>No wait grows beyond this, however often an attempt failed.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    /// <param name="fence">Number of the claim: whoever claimed it later has a higher one, and this attempt writes nothing.</param>
    public async Task DeliverAsync(Guid id, int fence, CancellationToken cancellationToken)
    {
        var notification = await db.Notifications.SingleAsync(n => n.Id == id, cancellationToken);
        // The lease may have run out while others were sent; whoever claims it next sends it.
        if (notification.Fence != fence || notification.LeaseUntil <= time.GetUtcNow())
            return;
        var route = notification.Route;
        var outcome = notification.Attempts > AllowedAttempts(notification)
            ? new DeliveryOutcome.Failed("never_finished", IsTransient: false, RetryAfter: null, IsUncertain: false)
            : await TryAsync(notification, cancellationToken);
        Write(notification, route, outcome);
        KeepInLine(notification, route, outcome);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            Log.LeaseLost(log, id);
            return;
        }

        // After the outcome is safe: a card that stays behind is put right by the next change, a lost outcome is sent twice.
        if (notification is { Purpose: NotificationPurpose.Notice, State: NotificationState.Sent or NotificationState.DeadLetter, CaseId: { } caseId })
            await ShowOnCaseAsync(caseId, cancellationToken);
    }

    /// <summary>Whoever follows the case sees that a notice went out, or that it could not.</summary>
    private async Task ShowOnCaseAsync(CaseId caseId, CancellationToken cancellationToken)
    {
        var tenantId = await db.Cases.Where(c => c.Id == caseId).Select(c => c.TenantId).SingleAsync(cancellationToken);
        if (await files.FindAsync(caseId, tenantId, cancellationToken) is { } file)
            await cases.ShowEverybodyAsync(file, time.GetUtcNow(), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<DeliveryOutcome> TryAsync(Notification notification, CancellationToken cancellationToken)
    {
        if (notification.Route == NotificationRoute.Teams && line.IsBehind(PlaceOf(notification), notification.Id) is { } until)
            return new DeliveryOutcome.HeldBack(until - time.GetUtcNow());
        try
        {
            if (await content.RenderAsync(notification, cancellationToken) is not { } rendered)
                return new DeliveryOutcome.NotNeeded();
            return notification.Route == NotificationRoute.Mail
                ? await mail.SendAsync(notification, rendered, cancellationToken)
                : await teams.SendAsync(notification, rendered, cancellationToken);
        }
#pragma warning disable CA1031 // One that always breaks must not hold up the others: it is counted like any failure.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.AttemptBroke(log, exception, notification.Id);
            return new DeliveryOutcome.Failed("broken", IsTransient: true, RetryAfter: null, IsUncertain: false);
        }
    }

    /// <param name="route">The way that was tried; the attempt may have changed it for the next one.</param>
    private void Write(Notification notification, NotificationRoute route, DeliveryOutcome outcome)
    {
        var now = time.GetUtcNow();
        notification.LeaseUntil = null;
        if (outcome is DeliveryOutcome.HeldBack(var wait))
        {
            // Nothing was tried, so nothing counts.
            (notification.State, notification.DueAt) = (NotificationState.Pending, now + (wait > TimeSpan.Zero ? wait : TimeSpan.Zero));
            notification.Attempts--;
            return;
        }

        db.DeliveryAttempts.Add(new DeliveryAttempt
        {
            NotificationId = notification.Id,
            Number = notification.Attempts,
            Route = route,
            At = now,
            Outcome = outcome.Code,
        });
        switch (outcome)
        {
            case DeliveryOutcome.Delivered(var activityId):
                notification.State = NotificationState.Sent;
                notification.SentAt = now;
                notification.ActivityId = activityId;
                notification.LastFailure = null;
                break;
            case DeliveryOutcome.NotNeeded:
                notification.State = NotificationState.Withdrawn;
                break;
            case DeliveryOutcome.Failed failed:
                notification.LastFailure = failed.Code;
                notification.MayBeDuplicate |= failed.IsUncertain;
                var again = failed.IsTransient && notification.Attempts < AllowedAttempts(notification);
                notification.State = again ? NotificationState.Pending : NotificationState.DeadLetter;
                notification.DueAt = now + (failed.RetryAfter ?? Wait(notification.Attempts));
                break;
        }

        if (notification.State != NotificationState.Pending)
            RecordOutcome(notification, route, outcome, now);
    }

    /// <summary>Later ones to the same person wait for one that Teams, or the bot's own pace, keeps waiting.</summary>
    private void KeepInLine(Notification notification, NotificationRoute route, DeliveryOutcome outcome)
    {
        if (route != NotificationRoute.Teams)
            return;
        if (outcome is DeliveryOutcome.HeldBack || (notification.State == NotificationState.Pending && outcome.Code == nameof(ConnectorFailureKind.Throttled)))
            line.HoldBack(PlaceOf(notification), notification.Id, notification.DueAt);
        else
            line.Leave(PlaceOf(notification), notification.Id);
    }

    private static string PlaceOf(Notification notification) => $"{notification.PersonId} {notification.Purpose.IsToMany()}";

    private void RecordOutcome(Notification notification, NotificationRoute route, DeliveryOutcome outcome, DateTimeOffset now)
    {
        var purpose = notification.Purpose.ToString().ToLowerInvariant();
        var happened = notification.State switch
        {
            NotificationState.Sent => "sent",
            NotificationState.DeadLetter => "undeliverable",
            _ => "withdrawn",
        };
        if (notification.State == NotificationState.DeadLetter)
            Log.GivenUp(log, notification.Id, outcome.Code);
        db.Record(new AuditRecord($"{purpose}.{happened}", notification.AuditSubject, null, now,
            ("notification", notification.Id.ToString()), ("route", route.ToString()),
            ("attempt", notification.Attempts.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("outcome", outcome.Code)));
    }

    private int AllowedAttempts(Notification notification) => Math.Max(options.Value.MaximumAttempts, notification.AllowedAttempts);

    /// <summary>Doubling, with full jitter, so that many that failed together do not come back together.</summary>
    private TimeSpan Wait(int attempts)
    {
        var longest = Math.Min(LongestWait.TotalSeconds, options.Value.FirstRetryAfter.TotalSeconds * Math.Pow(2, attempts - 1));
#pragma warning disable CA5394 // Jitter is no secret.
        return TimeSpan.FromSeconds(longest * (0.5 + Random.Shared.NextDouble() / 2));
#pragma warning restore CA5394
    }
}

/// <summary>How an attempt ended.</summary>
internal abstract record DeliveryOutcome(string Code)
{
    public sealed record Delivered(string? ActivityId) : DeliveryOutcome("delivered");

    /// <summary>What it would have said is no longer so.</summary>
    public sealed record NotNeeded() : DeliveryOutcome("not_needed");

    /// <summary>Not tried: Teams would have refused it, or an older one to the same person waits.</summary>
    public sealed record HeldBack(TimeSpan Wait) : DeliveryOutcome("held_back");

    /// <param name="IsUncertain">It may have arrived all the same.</param>
    public sealed record Failed(string Code, bool IsTransient, TimeSpan? RetryAfter, bool IsUncertain) : DeliveryOutcome(Code);
}
