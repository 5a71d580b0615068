namespace AiActBot.BotFramework.Activities;

/// <summary>What became of a request body.</summary>
public abstract record ActivityReading
{
    private ActivityReading() { }

    /// <summary>It was an activity.</summary>
    public sealed record Accepted(Activity Activity) : ActivityReading;

    /// <summary>It was not.</summary>
    /// <param name="StatusCode">The HTTP status to answer with: 400 or 413.</param>
    /// <param name="Reason">Why, for the log; it never repeats what was sent.</param>
    public sealed record Refused(int StatusCode, string Reason) : ActivityReading;
}
