namespace AiActBot.Conversations;

/// <summary>The ways in which the Connector is called. All of them stay below the limits of Teams together.</summary>
internal static class ConnectorClients
{
    /// <summary>Within a turn: a person waits, so what is worth trying again is tried again at once.</summary>
    public const string InTurn = "in-turn";

    /// <summary>From the outbox: one attempt, whose outcome goes into the ledger.</summary>
    public const string OneAttempt = "one-attempt";

    /// <summary>From the outbox, what goes to many at once: one attempt, that leaves room for who waits for an answer.</summary>
    public const string ToMany = "to-many";
}

internal static class ConnectorFailures
{
    /// <summary>The code where the bot itself held a call back.</summary>
    public const string OwnPace = "OwnPace";

    extension(BotFramework.Connector.ConnectorFailure failure)
    {
        /// <summary>Trying again later can help.</summary>
        public bool IsTransient => failure.Kind is BotFramework.Connector.ConnectorFailureKind.Retryable
            or BotFramework.Connector.ConnectorFailureKind.Throttled
            or BotFramework.Connector.ConnectorFailureKind.Unreachable
            or BotFramework.Connector.ConnectorFailureKind.Uncertain;

        /// <summary>Nothing was sent, so that Teams need not refuse it: no attempt, and to be tried after the wait it names.</summary>
        public bool IsOwnPace => failure is { Status: null, Code: OwnPace };
    }
}
