namespace AiActBot.LocalChat;

internal static partial class Log
{
    [LoggerMessage(9001, LogLevel.Warning, "The bot's endpoint did not take an activity of the local chat: {Kind} {Status}")]
    public static partial void BotFailed(ILogger logger, string kind, int? status);

    [LoggerMessage(9002, LogLevel.Warning, "A file in the mail folder could not be read as mail: {File}")]
    public static partial void MailUnreadable(ILogger logger, string file, Exception exception);
}
