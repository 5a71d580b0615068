namespace AiActBot.BotFramework.Connector;

/// <summary>Where the bearer token for the Connector comes from.</summary>
public interface IConnectorTokenSource
{
    /// <summary>A token that is still valid for some minutes, or null to send without one.</summary>
    /// <exception cref="HttpRequestException">None could be had now; the call counts as never sent.</exception>
    ValueTask<string?> GetTokenAsync(CancellationToken cancellationToken);
}

/// <summary>No token, for the connector that runs on this machine.</summary>
public sealed class NoToken : IConnectorTokenSource
{
    public static NoToken Instance { get; } = new();

    private NoToken() { }

    public ValueTask<string?> GetTokenAsync(CancellationToken cancellationToken) => ValueTask.FromResult<string?>(null);
}
