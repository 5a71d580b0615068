namespace AiActBot.BotFramework.Activities;

/// <summary>
/// Marks an activity as a part of a streamed answer. Personal chat only, one stream at a time, at most one part a second
/// and two minutes in all; each part holds all text so far, and only the last may carry attachments and entities.
/// </summary>
public sealed record StreamInfo
{
    private StreamInfo(string streamType, int? sequence, string? streamId)
    {
        StreamType = streamType;
        StreamSequence = sequence;
        StreamId = streamId;
    }

    /// <summary><c>informative</c>, <c>streaming</c> or <c>final</c>.</summary>
    public string StreamType { get; }

    /// <summary>Counts from one; absent in the final part.</summary>
    public int? StreamSequence { get; }

    /// <summary>The id that the first part got in answer; absent in that first part.</summary>
    public string? StreamId { get; }

    /// <summary>A line that says what is going on, at most 1000 characters; for a typing activity.</summary>
    public static StreamInfo Informative(int sequence, string? streamId = null) =>
        new("informative", Positive(sequence), streamId);

    /// <summary>The answer so far; for a typing activity.</summary>
    public static StreamInfo Streaming(int sequence, string? streamId = null) => new("streaming", Positive(sequence), streamId);

    /// <summary>The whole answer; for a message activity.</summary>
    public static StreamInfo Final(string streamId) => new("final", null, streamId);

    public Entity ToEntity() => Entity.From(
        new StreamInfoShape(EntityTypes.StreamInfo, StreamType, StreamSequence, StreamId), EntityJson.Default.StreamInfoShape);

    private static int Positive(int sequence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sequence, 1);
        return sequence;
    }
}

internal sealed record StreamInfoShape(string Type, string StreamType, int? StreamSequence, string? StreamId);
