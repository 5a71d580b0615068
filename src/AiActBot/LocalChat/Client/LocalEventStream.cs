using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace AiActBot.LocalChat.Client;

/// <summary>The server-sent events that keep every open page up to date.</summary>
internal static class LocalEventStream
{
    static readonly TimeSpan HeartbeatInterval = TimeSpan.FromSeconds(20);

    public static IResult Open(LocalChatEvents events, IHostApplicationLifetime lifetime, TimeProvider time, HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        // Subscribed before the answer begins: what happens after the page has connected is not missed.
        var subscription = events.Subscribe();
        context.Response.RegisterForDispose(subscription);
        return TypedResults.ServerSentEvents(Items(subscription, time, lifetime.ApplicationStopping, context.RequestAborted));
    }

    static async IAsyncEnumerable<SseItem<JsonObject>> Items(
        LocalChatEvents.Subscription subscription, TimeProvider time, CancellationToken stopping, CancellationToken aborted,
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping, aborted, cancellation);
        yield return new SseItem<JsonObject>([], "hello");
        while (await NextAsync(subscription, time, ending.Token) is { } next)
            yield return next;
    }

    // An open page must not hold up the end of the server, so its end is the end of the stream and no error.
    static async Task<SseItem<JsonObject>?> NextAsync(
        LocalChatEvents.Subscription subscription, TimeProvider time, CancellationToken ending)
    {
        using var patience = new CancellationTokenSource(HeartbeatInterval, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ending, patience.Token);
        try
        {
            if (!await subscription.Reader.WaitToReadAsync(either.Token) || !subscription.Reader.TryRead(out var happened))
                return null;
            return new SseItem<JsonObject>(happened.Data, happened.Kind);
        }
        catch (OperationCanceledException)
        {
            return ending.IsCancellationRequested ? null : new SseItem<JsonObject>([], "heartbeat");
        }
    }
}
