namespace AiActBot.BotFramework.Authentication;

/// <summary>Whether the sender of a request may be believed.</summary>
public abstract record TokenVerdict
{
    private TokenVerdict() { }

    /// <summary>The channel sent it.</summary>
    /// <param name="ServiceUrl">Where the channel says that answers go; the activity must say the same.</param>
    public sealed record Accepted(string ServiceUrl) : TokenVerdict;

    /// <summary>It is answered with a status and nothing more: an explanation would help whoever is guessing.</summary>
    public sealed record Refused(InboundRefusal Because) : TokenVerdict;
}

/// <summary>Why a request is refused.</summary>
/// <param name="Status">401: the token is not good. 403: it is, and not for this. 503: nobody can tell now.</param>
/// <param name="Reason">For the log; repeats nothing that was sent.</param>
/// <param name="RetryAfter">When asking again makes sense.</param>
public sealed record InboundRefusal(int Status, string Reason, TimeSpan? RetryAfter = null);
