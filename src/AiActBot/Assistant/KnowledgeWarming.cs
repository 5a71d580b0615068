namespace AiActBot.Assistant;

/// <summary>Reads and indexes the knowledge beside the start, so that the first person to ask does not wait for it.</summary>
internal sealed class KnowledgeWarming(KnowledgeBase knowledge, ILogger<KnowledgeWarming> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await knowledge.IndexAsync(stoppingToken);
        }
#pragma warning disable CA1031 // The first question tries again, and its turn says what is wrong.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Log.WarmingFailed(log, exception);
        }
    }
}

internal static partial class Log
{
    [LoggerMessage(4001, LogLevel.Error, "The knowledge could not be read and indexed at the start.")]
    public static partial void WarmingFailed(ILogger logger, Exception exception);

    [LoggerMessage(4002, LogLevel.Warning, "The search service failed; the embedded index stands in for it.")]
    public static partial void SearchServiceFailed(ILogger logger, Exception exception);
}
