using AiActBot.Compliance;

namespace AiActBot.Triage;

internal static partial class Log
{
    [LoggerMessage(3001, LogLevel.Error, "System {SystemId} could not be compared with the rules of now; the next round tries again.")]
    public static partial void NotCompared(ILogger logger, Exception exception, AiSystemId systemId);
}
