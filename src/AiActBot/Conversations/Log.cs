using AiActBot.BotFramework.Connector;

namespace AiActBot.Conversations;

/// <summary>Ids, counts and kinds; never what somebody wrote.</summary>
internal static partial class Log
{
    [LoggerMessage(1001, LogLevel.Error, "Turn {InboxId} failed.")]
    public static partial void TurnFailed(ILogger logger, Exception exception, Guid inboxId);

    [LoggerMessage(1002, LogLevel.Debug, "Another change came between; the turn is decided again ({Decision}).")]
    public static partial void TurnDecidedAgain(ILogger logger, int decision);

    [LoggerMessage(1003, LogLevel.Warning, "A reply of turn {InboxId} was refused by the channel: {Kind}.")]
    public static partial void ReplyRefused(ILogger logger, Guid inboxId, ConnectorFailureKind kind);

    [LoggerMessage(1004, LogLevel.Error, "Looking for unfinished activities failed; it is tried again.")]
    public static partial void RecoveryFailed(ILogger logger, Exception exception);

    [LoggerMessage(1005, LogLevel.Information, "A request to the bot was refused with {Status}: {Reason}.")]
    public static partial void Refused(ILogger logger, int status, string reason);

    [LoggerMessage(1006, LogLevel.Debug, "Nothing handles an activity of type {Type}.")]
    public static partial void NothingHandles(ILogger logger, string type);

    [LoggerMessage(1007, LogLevel.Error, "An invoke failed.")]
    public static partial void InvokeFailed(ILogger logger, Exception exception);

    [LoggerMessage(1008, LogLevel.Error, "An activity could not be stored; the channel was asked to send it again.")]
    public static partial void NotAccepted(ILogger logger, Exception exception);

    [LoggerMessage(1009, LogLevel.Warning, "A turn could not be decided at once; it is stored first.")]
    public static partial void NotDecidedAtOnce(ILogger logger, Exception exception);

    [LoggerMessage(1010, LogLevel.Error, "Work on a turn broke off; the inbox still has it.")]
    public static partial void LineFailed(ILogger logger, Exception exception);
}
