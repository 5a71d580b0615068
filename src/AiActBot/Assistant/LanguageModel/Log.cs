namespace AiActBot.Assistant.LanguageModel;

/// <summary>Kinds, counts and statuses; never a question, a passage or what a model wrote, which its errors may repeat.</summary>
internal static partial class Log
{
    [LoggerMessage(4101, LogLevel.Information, "An answer of the language model is not shown: {Objection}.")]
    public static partial void NotShown(ILogger logger, AnswerObjection objection);

    [LoggerMessage(4102, LogLevel.Warning, "The language model failed: {Kind}, status {Status}. The answer is composed from quotes.")]
    public static partial void Failed(ILogger logger, string kind, int status);

    [LoggerMessage(4103, LogLevel.Warning, "The tokens of today for answers of the language model are used up. Answers are composed from quotes.")]
    public static partial void BudgetUsedUp(ILogger logger);

    [LoggerMessage(4104, LogLevel.Debug, "The language model wrote an answer for {Tokens} tokens.")]
    public static partial void Written(ILogger logger, long tokens);

    [LoggerMessage(4106, LogLevel.Warning, "The embedding model failed: {Kind}, status {Status}. Passages are found by their words.")]
    public static partial void EmbeddingFailed(ILogger logger, string kind, int status);

    [LoggerMessage(4105, LogLevel.Warning, "What an answer cost could not be settled; the most it can have cost stays counted. {Kind}")]
    public static partial void NotSettled(ILogger logger, string kind);
}
