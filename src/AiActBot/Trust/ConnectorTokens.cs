using System.Text.RegularExpressions;
using AiActBot.BotFramework.Connector;
using Azure.Core;
using Azure.Identity;

namespace AiActBot.Trust;

/// <summary>
/// The bot's token for the Connector: kept while it is good, renewed well before it expires while the old one is still used,
/// asked for once however many wait for it.
/// </summary>
internal sealed partial class ConnectorTokens(TokenCredential credential, string scope, TimeProvider time, ILogger<ConnectorTokens> log) : IConnectorTokenSource
{
    /// <summary>Renewed from here on, in the background.</summary>
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(10);

    /// <summary>Not used any more from here on: a call takes time, and clocks differ.</summary>
    private static readonly TimeSpan TooLate = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private AccessToken? current;
    private Task<AccessToken>? asking;
    private DateTimeOffset lastAsked = DateTimeOffset.MinValue;

    /// <summary>Why no token was given the last time, as Microsoft numbers it; null when one was.</summary>
    public string? LastFailure { get; private set; }

    public async ValueTask<string?> GetTokenAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (current is { } token && token.ExpiresOn - TooLate > now)
        {
            if (token.ExpiresOn - Early <= now && now - lastAsked >= BetweenAttempts)
                _ = AskAsync();
            return token.Token;
        }

        try
        {
            return (await AskAsync().WaitAsync(cancellationToken)).Token;
        }
        catch (Exception exception) when (exception is AuthenticationFailedException or Azure.RequestFailedException or HttpRequestException)
        {
            throw new HttpRequestException("No token for the Connector could be had.", exception);
        }
    }

    private Task<AccessToken> AskAsync()
    {
        lock (gate)
        {
            if (asking is { IsCompleted: false })
                return asking;
            lastAsked = time.GetUtcNow();
            return asking = AskNowAsync();
        }
    }

    /// <summary>Whoever asked first may give up; others wait for the same token.</summary>
    private async Task<AccessToken> AskNowAsync()
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            var token = await credential.GetTokenAsync(new TokenRequestContext([scope]), CancellationToken.None);
            current = token;
            LastFailure = null;
            return token;
        }
        catch (Exception exception)
        {
            // The library says it in the exception within.
            var code = CodeIn().Match(exception.GetBaseException().Message) is { Success: true } found ? found.Value : exception.GetType().Name;
            LastFailure = code;
            Log.NoToken(log, code);
            throw;
        }
    }

    /// <summary>The number alone: the words around it name ids and times.</summary>
    [GeneratedRegex(@"AADSTS\d+")]
    private static partial Regex CodeIn();
}
