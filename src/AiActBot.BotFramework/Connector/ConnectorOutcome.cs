namespace AiActBot.BotFramework.Connector;

/// <summary>What became of a call to the Connector.</summary>
public abstract record ConnectorOutcome<T> : IConnectorOutcome
{
    private ConnectorOutcome() { }

    ConnectorFailure? IConnectorOutcome.Failure => (this as Failed)?.Failure;

    /// <summary>The Connector took it.</summary>
    public sealed record Delivered(T Value) : ConnectorOutcome<T>;

    /// <summary>It did not, or nobody knows: look at <see cref="ConnectorFailure.Kind"/>.</summary>
    public sealed record Failed(ConnectorFailure Failure) : ConnectorOutcome<T>;
}

/// <summary>The outcome of a call whatever it returns, for retrying.</summary>
internal interface IConnectorOutcome
{
    ConnectorFailure? Failure { get; }
}

/// <summary>Why a call did not succeed.</summary>
/// <param name="Status">The HTTP status; null when there was no answer.</param>
/// <param name="Code">The Connector's name for the error, or this library's when it did not come so far.</param>
/// <param name="RetryAfter">How long the Connector asked to wait, from now.</param>
public sealed record ConnectorFailure(ConnectorFailureKind Kind, int? Status, string? Code, TimeSpan? RetryAfter)
{
    /// <summary>The Connector's own words, cut short. The refusals of a stream differ in nothing else.</summary>
    public string? Message { get; init; }
}

/// <summary>Kinds of failure, told apart by what is to be done about them.</summary>
public enum ConnectorFailureKind
{
    /// <summary>The same call may succeed later: 412, 502, 503, 504.</summary>
    Retryable,

    /// <summary>Too much was sent: wait as long as was asked (429).</summary>
    Throttled,

    /// <summary>The same call will never succeed, so somebody should hear of it. Also 500, which Teams asks not to retry.</summary>
    Permanent,

    /// <summary>The activity is too large: shorten it (413).</summary>
    TooLarge,

    /// <summary>The person has blocked the bot: nothing more until they write themselves.</summary>
    BlockedByUser,

    /// <summary>The bot is not in the conversation, or not installed for the person: wait for an installationUpdate.</summary>
    NotInRoster,

    /// <summary>The conversation is no more: forget its reference.</summary>
    ConversationGone,

    /// <summary>The activity to update is no more: send a new one.</summary>
    ActivityGone,

    /// <summary>The bot's own registration or credentials are wrong: stop sending and alert (401).</summary>
    BotNotRegistered,

    /// <summary>An administrator has switched the bot off: stop sending to the tenant.</summary>
    DisabledByAdmin,

    /// <summary>It was sent, and the answer did not come: it may have arrived. Sending again may show it twice.</summary>
    Uncertain,

    /// <summary>There was no connection, or no token for it, so nothing was sent.</summary>
    Unreachable,

    /// <summary>The service URL is not one that a token may be sent to. Nothing was sent.</summary>
    HostNotAllowed,
}
