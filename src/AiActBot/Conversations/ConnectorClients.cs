namespace AiActBot.Conversations;

/// <summary>The two ways in which the Connector is called.</summary>
internal static class ConnectorClients
{
    /// <summary>Within a turn: a person waits, so what is worth trying again is tried again at once.</summary>
    public const string InTurn = "in-turn";

    /// <summary>From the outbox: one attempt, whose outcome goes into the ledger.</summary>
    public const string OneAttempt = "one-attempt";
}

internal static class ConnectorFailures
{
    extension(BotFramework.Connector.ConnectorFailure failure)
    {
        /// <summary>Trying again later can help.</summary>
        public bool IsTransient => failure.Kind is BotFramework.Connector.ConnectorFailureKind.Retryable
            or BotFramework.Connector.ConnectorFailureKind.Throttled
            or BotFramework.Connector.ConnectorFailureKind.Unreachable
            or BotFramework.Connector.ConnectorFailureKind.Uncertain;
    }
}
