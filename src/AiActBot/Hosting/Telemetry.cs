using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace AiActBot.Hosting;

/// <summary>
/// What the service measures of itself: kinds, counts and durations. No id of a person or a conversation and nothing that somebody
/// wrote is a name, a tag or a value here. Spans of the web server are left out, because a path can hold somebody's link.
/// </summary>
internal static class Telemetry
{
    public const string Name = "AiActBot";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Requests = Meter.CreateCounter<long>("aiactbot.requests", "{request}", "Requests of the channel by the status they were answered with.");
    private static readonly Counter<long> Replies = Meter.CreateCounter<long>("aiactbot.replies", "{reply}", "Replies by what became of them.");
    private static readonly Histogram<double> Turns = Meter.CreateHistogram<double>("aiactbot.turn.duration", "s", "How long turns took.");

    public static void Answered(int status) => Requests.Add(1, new KeyValuePair<string, object?>("status", status));

    public static void Replied(string outcome) => Replies.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    /// <summary>Measures a turn until it is disposed of.</summary>
    public static TurnMeasure Turn(string kind, TimeProvider time) => new(Source.StartActivity($"turn {kind}"), kind, time, time.GetTimestamp());

    internal readonly struct TurnMeasure(Activity? span, string kind, TimeProvider time, long began) : IDisposable
    {
        public void Dispose()
        {
            Turns.Record(time.GetElapsedTime(began).TotalSeconds, new KeyValuePair<string, object?>("kind", kind));
            span?.Dispose();
        }
    }
}
