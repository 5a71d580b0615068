namespace AiActBot.Trust;

/// <summary>Never a token, a secret or a claim.</summary>
internal static partial class Log
{
    [LoggerMessage(9001, LogLevel.Warning, "The keys that tokens of the channel are checked with cannot be had. Until they can, every activity is answered with 503.")]
    public static partial void KeysUnavailable(ILogger logger);

    [LoggerMessage(9002, LogLevel.Information, "The keys that tokens of the channel are checked with are known.")]
    public static partial void KeysAvailable(ILogger logger);

    [LoggerMessage(9003, LogLevel.Error, "No token for the Connector was given: {Code}. Nothing can be sent; 'config check' says what the credential is.")]
    public static partial void NoToken(ILogger logger, string code);

    [LoggerMessage(9004, LogLevel.Warning, "The bot's credential is to be renewed: {Days} days are left. After that nothing can be sent.")]
    public static partial void RenewCredential(ILogger logger, int days);

    [LoggerMessage(9005, LogLevel.Warning, "Rehearsal: tokens are checked with keys of this machine. This is not for use by people.")]
    public static partial void Rehearsing(ILogger logger);
}
