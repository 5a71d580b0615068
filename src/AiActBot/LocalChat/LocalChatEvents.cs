using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace AiActBot.LocalChat;

/// <summary>Something the page must know at once.</summary>
/// <param name="Kind">activity, update, delete, typing, stream, unread or mail: the name of the server-sent event.</param>
internal sealed record LocalChatEvent(string Kind, JsonObject Data);

/// <summary>Tells every open page what happens, so that none has to poll.</summary>
internal sealed class LocalChatEvents
{
    // A page this far behind is better served by reading everything again.
    const int Backlog = 1000;

    readonly ConcurrentDictionary<Channel<LocalChatEvent>, bool> subscribers = new();

    public void Publish(string kind, LocalPerson person, JsonObject? data = null)
    {
        data ??= [];
        data["person"] = person.Key;
        var happened = new LocalChatEvent(kind, data);
        foreach (var subscriber in subscribers.Keys)
        {
            // Closing the stream makes the browser connect again, and the page then reads the transcript anew.
            if (!subscriber.Writer.TryWrite(happened))
                subscriber.Writer.TryComplete();
        }
    }

    public Subscription Subscribe()
    {
        var channel = Channel.CreateBounded<LocalChatEvent>(Backlog);
        subscribers.TryAdd(channel, true);
        return new Subscription(this, channel);
    }

    internal sealed class Subscription(LocalChatEvents events, Channel<LocalChatEvent> channel) : IDisposable
    {
        public ChannelReader<LocalChatEvent> Reader => channel.Reader;

        public void Dispose() => events.subscribers.TryRemove(channel, out _);
    }
}
