using System.Text.Json.Nodes;

namespace AiActBot.Tests.Infrastructure.Channel;

/// <summary>What the channel says to a part of a stream.</summary>
/// <param name="Deviation">The rule that the part breaks, or null.</param>
/// <param name="Refusal">Words of the 403 with which Teams refuses it, also where the bot could not know better; null when it is taken.</param>
internal sealed record StreamVerdict(string? Deviation, string? Refusal = null)
{
    public static readonly StreamVerdict Taken = new(null, null);
}

/// <summary>
/// The stream of one chat: one at a time, parts counted from one without a gap, text that only grows, at most one a second, two
/// minutes in all, ended by a message.
/// </summary>
internal sealed class StreamRules
{
    private const int LongestInformative = 1000;
    private static readonly TimeSpan BetweenParts = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly Lock gate = new();
    private Open? current;
    private TimeSpan? lastPart;

    private sealed record Open(string Id, int Sequence, string Text, DateTimeOffset Began);

    /// <summary>A stream that was begun and never ended.</summary>
    public string? Unfinished
    {
        get
        {
            lock (gate)
                return current?.Id;
        }
    }

    public static JsonObject? InfoOf(JsonObject activity) => activity["entities"].Objects().FirstOrDefault(entity => entity["type"].Text() == "streaminfo");

    /// <summary>The channel took the first part and gave it this id.</summary>
    public void Began(string id, JsonObject activity, DateTimeOffset now)
    {
        lock (gate)
            current = new Open(id, 1, TextOf(activity, InfoOf(activity)!), now);
    }

    /// <param name="isNewActivity">Sent to the conversation, and neither in answer to an activity nor in the place of one.</param>
    /// <param name="elapsed">Time that passed, whatever the clock says.</param>
    public StreamVerdict Take(JsonObject activity, JsonObject info, bool isPersonal, bool isNewActivity, TimeSpan elapsed, DateTimeOffset now)
    {
        lock (gate)
        {
            var tooSoon = elapsed - lastPart < BetweenParts;
            lastPart = elapsed;
            if (!isPersonal)
                return new StreamVerdict("There are streams in personal chats only.");
            if (!isNewActivity)
                return new StreamVerdict("A part of a stream is sent to the conversation.");
            if (tooSoon)
                return new StreamVerdict("A stream has one part a second.");
            return info["streamType"].Text() == "final" ? End(activity, info, now) : Grow(activity, info, now);
        }
    }

    private StreamVerdict End(JsonObject activity, JsonObject info, DateTimeOffset now)
    {
        var ended = current;
        current = null;
        if (activity["type"].Text() != "message" || info.ContainsKey("streamSequence"))
            return new StreamVerdict("A stream ends with a message that has no streamSequence.");
        if (ended is null || info["streamId"].Text() != ended.Id)
            return new StreamVerdict("The last part names the stream that is open.");
        // How long the answer takes is not always for the bot to know: it learns it here.
        return now - ended.Began > Longest ? new StreamVerdict(null, "Content stream finished due to exceeded streaming time.")
            : (activity["text"].Text() ?? "").StartsWith(ended.Text, StringComparison.Ordinal) ? StreamVerdict.Taken
            : new StreamVerdict("The last part begins with what was streamed.");
    }

    private StreamVerdict Grow(JsonObject activity, JsonObject info, DateTimeOffset now)
    {
        var text = activity["text"].Text() ?? "";
        var sequence = info["streamSequence"].Whole();
        if (activity["type"].Text() != "typing" || info["streamType"].Text() is not ("informative" or "streaming") || text.Length == 0)
            return new StreamVerdict("A part of a stream is a typing activity with text, informative or streaming.");
        if (info["streamType"].Text() == "informative" && text.Length > LongestInformative)
            return new StreamVerdict($"An informative part has at most {LongestInformative} characters.");
        if (activity["entities"].Objects().Count > 1)
            return new StreamVerdict("Label, citations and the like are for the last part.");
        if (info["streamId"].Text() is not { } id)
            return current is not null ? new StreamVerdict("A chat has one stream at a time.") : sequence == 1 ? StreamVerdict.Taken : new StreamVerdict("A stream begins with part 1.");
        if (current is null || current.Id != id)
            return new StreamVerdict("There is no such stream.");
        if (sequence != current.Sequence + 1)
            return new StreamVerdict($"Part {sequence} came after part {current.Sequence}.");
        if (now - current.Began > Longest)
            return new StreamVerdict("A stream lasts two minutes at most.", "Content stream finished due to exceeded streaming time.");
        if (!TextOf(activity, info).StartsWith(current.Text, StringComparison.Ordinal) && info["streamType"].Text() == "streaming")
            return new StreamVerdict("A part begins with what was streamed before.");
        current = current with { Sequence = current.Sequence + 1, Text = info["streamType"].Text() == "streaming" ? text : current.Text };
        return StreamVerdict.Taken;
    }

    /// <summary>What stays on the screen: an informative line does not.</summary>
    private static string TextOf(JsonObject activity, JsonObject info) => info["streamType"].Text() == "streaming" ? activity["text"].Text() ?? "" : "";
}
