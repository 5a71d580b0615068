using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;

namespace AiActBot.Tests.LocalChat;

public sealed class EventStreamTests : IAsyncLifetime
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    LocalChatServer chat = null!;

    public async Task InitializeAsync() => chat = await LocalChatServer.StartWithStaffAsync();

    public async Task DisposeAsync() => await chat.DisposeAsync();

    [Fact]
    public async Task The_page_hears_of_messages_updates_deletions_typing_and_what_is_unread()
    {
        await using var events = await ListenAsync();

        var sent = await chat.BotSendsAsync("hallo");
        Assert.Equal("hallo", (string?)(await events.NextAsync("activity"))["entry"]!["activity"]!["text"]);
        Assert.Equal(1, (int)(await events.NextAsync("unread"))["unread"]!);

        await chat.BotSendsAsync(new JsonObject { ["type"] = "typing" });
        Assert.Equal("staff", (string?)(await events.NextAsync("typing"))["person"]);

        var path = $"/a%3Alocal-staff/activities/{sent.Id}";
        await chat.ConnectorAsync(HttpMethod.Put, path, new JsonObject { ["type"] = "message", ["text"] = "dag" });
        Assert.Equal("dag", (string?)(await events.NextAsync("update"))["entry"]!["activity"]!["text"]);

        await chat.ConnectorAsync(HttpMethod.Delete, path);
        Assert.Equal(sent.Id, (string?)(await events.NextAsync("delete"))["id"]);
    }

    [Fact]
    public async Task A_streamed_answer_is_heard_as_it_grows()
    {
        await using var events = await ListenAsync();

        await chat.BotSendsAsync(JsonNode.Parse("""
            {"type":"typing","text":"Arti","entities":[{"type":"streaminfo","streamType":"streaming","streamSequence":1}]}
            """)!.AsObject());

        Assert.Equal("Arti", (string?)(await events.NextAsync("stream"))["text"]);
    }

    [Fact]
    public async Task New_mail_is_heard()
    {
        await using var events = await ListenAsync();
        var file = Path.Combine(chat.MailFolder, "1.eml");
        await File.WriteAllTextAsync(file + ".part", "To: dirk@example.test\nSubject: Bericht\n\nTekst");

        File.Move(file + ".part", file);

        JsonObject heard;
        do
            heard = await events.NextAsync("mail");
        while ((string?)heard["person"] != "distributor");
        Assert.Equal(1, (int)heard["unread"]!);
    }

    [Fact]
    public async Task An_open_page_does_not_hold_up_the_end_of_the_server()
    {
        await using var events = await ListenAsync();

        await chat.StopAsync().WaitAsync(Patience);

        Assert.True(await events.EndsAsync());
        chat = await LocalChatServer.StartAsync(chat.Data);
    }

    async Task<Listener> ListenAsync()
    {
        var stream = await chat.Http.GetStreamAsync("/local/api/events");
        var listener = new Listener(stream);
        await listener.NextAsync("hello");
        return listener;
    }

    sealed class Listener(Stream stream) : IAsyncDisposable
    {
        readonly IAsyncEnumerator<SseItem<string>> items = SseParser.Create(stream).EnumerateAsync().GetAsyncEnumerator();

        public async Task<JsonObject> NextAsync(string kind)
        {
            while (await items.MoveNextAsync().AsTask().WaitAsync(Patience))
            {
                if (items.Current.EventType == kind)
                    return JsonNode.Parse(items.Current.Data)!.AsObject();
            }
            throw new InvalidOperationException($"The events ended before '{kind}' came.");
        }

        public async Task<bool> EndsAsync()
        {
            try
            {
                while (await items.MoveNextAsync().AsTask().WaitAsync(Patience)) { }
            }
            catch (Exception exception) when (exception is IOException or ObjectDisposedException or OperationCanceledException)
            {
                // The client of this test was disposed with the server.
            }
            return true;
        }

        public async ValueTask DisposeAsync()
        {
            await items.DisposeAsync();
            await stream.DisposeAsync();
        }
    }
}
