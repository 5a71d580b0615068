using AiActBot.Conversations;
using AiActBot.Storage;
using AiActBot.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AiActBot.Tests.Reliability;

/// <summary>What is written together must come out as if each had been written alone.</summary>
public sealed class InboxWriterTests
{
    private const int Many = 40;

    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task Of_what_comes_twice_at_once_one_is_stored_and_all_others_are_too(DatabaseProvider provider)
    {
        await using var bot = await RunningBot.StartAsync(provider);
        var writer = bot.Services.GetRequiredService<InboxWriter>();

        var isFirst = await AtOnceAsync(Enumerable.Range(0, 2 * Many), number => writer.AddAsync(New(number % Many)));

        Assert.Equal(Many, isFirst.Count(first => first));
        Assert.Equal(Enumerable.Range(0, Many).Select(Key).Order(), (await StoredAsync(bot)).Select(a => a.ActivityId).Order());
    }

    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task What_is_done_is_noted_also_beside_something_that_came_before(DatabaseProvider provider)
    {
        await using var bot = await RunningBot.StartAsync(provider);
        var writer = bot.Services.GetRequiredService<InboxWriter>();
        var handled = Enumerable.Range(0, Many).Select(New).ToList();
        await AtOnceAsync(handled, writer.AddAsync);

        // Every second one comes again instead, so that whatever gathers holds one of both kinds.
        static bool ComesAgain(InboxActivity activity) => NumberOf(activity) % 2 == 0;
        var isWritten = await AtOnceAsync(handled, activity => ComesAgain(activity) ? writer.AddAsync(New(NumberOf(activity))) : writer.CompleteAsync(activity));

        Assert.Equal(Many / 2, isWritten.Count(written => written));
        Assert.All(await StoredAsync(bot), stored => Assert.Equal(
            ComesAgain(stored) ? (InboxState.Handled, "[]", 0) : (InboxState.Completed, null, 1), (stored.State, stored.Replies, stored.Version)));
    }

    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task What_another_worker_took_over_is_left_to_it(DatabaseProvider provider)
    {
        await using var bot = await RunningBot.StartAsync(provider);
        var writer = bot.Services.GetRequiredService<InboxWriter>();
        var activity = New(1);
        await writer.AddAsync(activity);
        await bot.WithDbAsync(async db =>
        {
            (await db.Inbox.SingleAsync()).LeaseUntil += Inbox.Lease;
            return await db.SaveChangesAsync();
        });

        Assert.False(await writer.CompleteAsync(activity));
        Assert.Equal(InboxState.Handled, (await StoredAsync(bot)).Single().State);
    }

    private static Task<bool[]> AtOnceAsync<T>(IEnumerable<T> all, Func<T, Task<bool>> write) => Task.WhenAll(all.Select(one => Task.Run(() => write(one))));

    private static string Key(int number) => $"activity {number}";

    private static int NumberOf(InboxActivity activity) => int.Parse(activity.ActivityId.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Handled, with nothing to say, and in hand.</summary>
    private static InboxActivity New(int number) => new()
    {
        Id = Guid.NewGuid(),
        ChannelId = "msteams",
        ConversationId = "a:somebody",
        ActivityId = Key(number),
        ReceivedAt = TimeProvider.System.GetUtcNow(),
        LeaseUntil = TimeProvider.System.GetUtcNow() + Inbox.Lease,
        State = InboxState.Handled,
        Replies = "[]",
    };

    private static Task<List<InboxActivity>> StoredAsync(RunningBot bot) => bot.WithDbAsync(db => db.Inbox.AsNoTracking().ToListAsync());
}
