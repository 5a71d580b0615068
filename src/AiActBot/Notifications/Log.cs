namespace AiActBot.Notifications;

internal static partial class Log
{
    [LoggerMessage(2001, LogLevel.Error, "A round of the outbox failed; the next one tries again.")]
    public static partial void RoundFailed(ILogger logger, Exception exception);

    [LoggerMessage(2002, LogLevel.Error, "An attempt to deliver notification {NotificationId} broke.")]
    public static partial void AttemptBroke(ILogger logger, Exception exception, Guid notificationId);

    [LoggerMessage(2003, LogLevel.Error, "Notification {NotificationId} could not be delivered and was given up: {Code}.")]
    public static partial void GivenUp(ILogger logger, Guid notificationId, string code);

    [LoggerMessage(2004, LogLevel.Warning, "Notification {NotificationId} was taken over by another sender; this attempt writes nothing.")]
    public static partial void LeaseLost(ILogger logger, Guid notificationId);
}
