using AiActBot.BotFramework.Connector;

namespace AiActBot.BotFramework.Tests.Connector;

internal static class Outcomes
{
    internal static ConnectorFailure Failure<T>(ConnectorOutcome<T> outcome) =>
        Assert.IsType<ConnectorOutcome<T>.Failed>(outcome).Failure;
}

/// <summary>Gives one token and counts how often it was asked for.</summary>
internal sealed class CountingTokens(string token) : IConnectorTokenSource
{
    internal int Asked { get; private set; }

    public ValueTask<string?> GetTokenAsync(CancellationToken cancellationToken)
    {
        Asked++;
        return ValueTask.FromResult<string?>(token);
    }
}
