using System.Text.Json.Nodes;

namespace AiActBot.LocalChat.Connector;

/// <summary>A streamed answer as far as it has come.</summary>
internal sealed record OpenStream(string Id, int Sequence, string Text, string? Informative, DateTimeOffset Started)
{
    public JsonObject ToJson() => new() { ["id"] = Id, ["text"] = Text, ["informative"] = Informative };
}

/// <summary>What became of one streaming activity.</summary>
internal abstract record StreamStep
{
    StreamStep() { }

    internal sealed record Refused(ConnectorReply Reply) : StreamStep;

    internal sealed record Started(OpenStream Stream) : StreamStep;

    internal sealed record Grown(OpenStream Stream) : StreamStep;

    internal sealed record Final(string StreamId) : StreamStep;

    /// <summary>The two minutes are over: what was streamed so far stays as it is, and the bot is refused.</summary>
    internal sealed record Expired(OpenStream Stream, ConnectorReply Reply) : StreamStep;
}

/// <summary>
/// The rules of streaming in Teams: one stream in a chat at a time, sequence numbers that go up, text that only grows,
/// two minutes in all, and a person who may press Stop. Bots tell the refusals apart by their messages.
/// </summary>
internal sealed class LocalStreams(TimeProvider time)
{
    static readonly TimeSpan MaxDuration = TimeSpan.FromMinutes(2);
    const int MaxInformative = 1000;

    internal static readonly ConnectorReply Canceled = NotAllowed("Content stream was canceled by user.");
    internal static readonly ConnectorReply TookTooLong = NotAllowed("Content stream finished due to exceeded streaming time.");
    internal static readonly ConnectorReply AlreadyCompleted =
        NotAllowed("Content stream is not allowed on an already completed streamed message.");
    internal static readonly ConnectorReply NotAllowedAtAll = NotAllowed("Content stream is not allowed.");
    static readonly ConnectorReply OutOfOrder = ConnectorReply.Error(
        StatusCodes.Status202Accepted, "ContentStreamSequenceOrderPreConditionFailed",
        "PreCondition failed exception when processing streaming activity.");

    readonly Lock @lock = new();
    readonly Dictionary<string, OpenStream> open = [];
    readonly Dictionary<(string Conversation, string StreamId), ConnectorReply> ended = [];

    public static JsonObject? StreamInfo(JsonObject activity) =>
        activity["entities"].Objects().FirstOrDefault(entity => entity["type"].Text() == "streaminfo");

    public OpenStream? Open(string conversation)
    {
        lock (@lock)
            return open.GetValueOrDefault(conversation);
    }

    /// <summary>The person pressed Stop; the bot hears so at its next chunk.</summary>
    public OpenStream? Stop(string conversation)
    {
        lock (@lock)
            return End(conversation, Canceled);
    }

    public StreamStep Take(string conversation, JsonObject activity, JsonObject info, Func<string> newId)
    {
        lock (@lock)
        {
            var kind = info["streamType"].Text() ?? "streaming";
            var text = activity["text"].Text() ?? "";
            if (Objection(activity, info, kind, text) is { } because)
                return new StreamStep.Refused(ConnectorReply.BadArgument(because));
            var current = open.GetValueOrDefault(conversation);
            if (current is not null && time.GetUtcNow() - current.Started > MaxDuration)
            {
                End(conversation, TookTooLong);
                return new StreamStep.Expired(current, info["streamId"].Text() == current.Id ? TookTooLong : NotAllowedAtAll);
            }
            return info["streamId"].Text() is { } id
                ? Continue(conversation, id, kind, text, info["streamSequence"].Number(), current)
                : Start(conversation, kind, text, info["streamSequence"].Number(), current, newId);
        }
    }

    StreamStep Start(string conversation, string kind, string text, int? sequence, OpenStream? current, Func<string> newId)
    {
        if (current is not null)
            return new StreamStep.Refused(NotAllowedAtAll);
        if (kind == "final")
            return new StreamStep.Refused(ConnectorReply.BadArgument("The final message needs the streamId."));
        if (sequence != 1)
            return new StreamStep.Refused(OutOfOrder);
        var started = new OpenStream(newId(), 1, "", null, time.GetUtcNow());
        started = With(started, kind, text, 1);
        open[conversation] = started;
        return new StreamStep.Started(started);
    }

    StreamStep Continue(string conversation, string id, string kind, string text, int? sequence, OpenStream? current)
    {
        if (current?.Id != id)
            return new StreamStep.Refused(ended.GetValueOrDefault((conversation, id), NotAllowedAtAll));
        if (kind == "final")
        {
            End(conversation, AlreadyCompleted);
            return new StreamStep.Final(id);
        }
        if (!(sequence > current.Sequence))
            return new StreamStep.Refused(OutOfOrder);
        if (kind == "streaming" && !text.StartsWith(current.Text, StringComparison.Ordinal))
            return new StreamStep.Refused(ConnectorReply.BadArgument("Streamed text must begin with what was streamed before."));
        var grown = With(current, kind, text, sequence.Value);
        open[conversation] = grown;
        return new StreamStep.Grown(grown);
    }

    static OpenStream With(OpenStream stream, string kind, string text, int sequence) => kind == "informative"
        ? stream with { Sequence = sequence, Informative = text }
        : stream with { Sequence = sequence, Text = text };

    OpenStream? End(string conversation, ConnectorReply answerToLaterChunks)
    {
        if (!open.Remove(conversation, out var stream))
            return null;
        ended[(conversation, stream.Id)] = answerToLaterChunks;
        return stream;
    }

    static string? Objection(JsonObject activity, JsonObject info, string kind, string text)
    {
        var isFinal = kind == "final";
        if (kind is not ("informative" or "streaming" or "final"))
            return $"streamType '{kind}' is not known.";
        if (isFinal != (activity["type"].Text() == "message"))
            return "The final activity of a stream is a message, all before it are typing activities.";
        if (isFinal && info["streamSequence"] is not null)
            return "The final message has no streamSequence.";
        if (!isFinal && activity["attachments"] is not null)
            return "Attachments belong in the final message.";
        if (!isFinal && activity["entities"].Objects().Any(entity => entity["type"].Text() == "https://schema.org/Message"))
            return "The AI label and citations belong in the final message.";
        if (text.Length == 0)
            return "A streaming activity needs text.";
        return kind == "informative" && text.Length > MaxInformative
            ? $"An informative message has at most {MaxInformative} characters."
            : null;
    }

    static ConnectorReply NotAllowed(string message) =>
        ConnectorReply.Error(StatusCodes.Status403Forbidden, "ContentStreamNotAllowed", message);
}
