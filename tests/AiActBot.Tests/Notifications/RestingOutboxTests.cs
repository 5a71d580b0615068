using System.Data.Common;
using AiActBot.Notifications;
using AiActBot.Storage;
using AiActBot.Tests.Infrastructure;
using AiActBot.Tests.Reliability;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace AiActBot.Tests.Notifications;

/// <summary>An outbox from which nothing can go is looked at once for each time that somebody wakes it, and not over and over.</summary>
public sealed class RestingOutboxTests
{
    private const int Wakes = 12;

    [Fact]
    public Task While_it_is_held_what_is_due_is_no_reason_to_look_again() => LooksOnlyWhenWokenAsync(
        "INSERT INTO outbox_holds (\"Id\", \"Since\", \"Because\") VALUES (1, '2027-01-04T09:00:00.000Z', 'operator')", "DELETE FROM outbox_holds");

    [Fact]
    public Task While_the_database_takes_nothing_what_is_due_is_no_reason_to_look_again() => LooksOnlyWhenWokenAsync(
        "CREATE TRIGGER full BEFORE UPDATE ON notifications BEGIN SELECT RAISE(ABORT, 'full'); END", "DROP TRIGGER full");

    private static async Task LooksOnlyWhenWokenAsync(string stop, string goOn)
    {
        var (time, looks) = (new SteppedTime(), new Looks());
        await using var bot = await RunningBot.StartAsync(
            builder => builder.Services.AddSingleton<IInterceptor>(looks), await FakeConnector.StartAsync(), DatabaseProvider.Sqlite, time: time,
            settings: [("Notifications:PollInterval", "00:10:00"), ("Reminders:PollInterval", "1.00:00:00")]);
        var signal = bot.Services.GetRequiredService<NotificationSignal>();
        await bot.WithDbAsync(db => db.Database.ExecuteSqlRawAsync(stop));
        var message = await bot.HoldsAsync(mail: "grace@example.test");
        await WakesAsync();
        var before = looks.Count;

        for (var wake = 0; wake < Wakes; wake++)
        {
            // Much longer than it waits for one that is due, and much shorter than between two looks.
            time.Advance(TimeSpan.FromSeconds(1));
            await WakesAsync();
        }

        Assert.Equal(before + Wakes, looks.Count);
        Assert.Equal(NotificationState.Pending, (await bot.FindAsync(message)).State);
        await bot.WithDbAsync(db => db.Database.ExecuteSqlRawAsync(goOn));
        signal.Wake();
        Assert.Equal(["1 Mail delivered"], (await bot.BecomesAsync(message, NotificationState.Sent)).Outcomes());

        Task WakesAsync()
        {
            var seen = looks.Count;
            signal.Wake();
            return Eventually.TrueAsync(() => Task.FromResult(looks.Count > seen), "the outbox to be looked at");
        }
    }

    /// <summary>Counts how often the outbox is asked for what is due.</summary>
    private sealed class Looks : DbCommandInterceptor
    {
        private int count;

        public int Count => Volatile.Read(ref count);

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (command.CommandText.Contains("WITH due AS", StringComparison.Ordinal))
                Interlocked.Increment(ref count);
            return ValueTask.FromResult(result);
        }
    }
}
