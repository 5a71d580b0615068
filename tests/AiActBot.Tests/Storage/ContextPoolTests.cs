using System.Collections.Concurrent;
using AiActBot.Compliance;
using AiActBot.Conversations;
using AiActBot.Storage;
using AiActBot.Storage.Audit;
using AiActBot.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AiActBot.Tests.Storage;

/// <summary>Contexts are used again, one turn after the other: whoever has one has it alone, and as if it were new.</summary>
public sealed class ContextPoolTests
{
    private const int AtOnce = 16;
    private const int Turns = 4000;

    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task Nobody_gets_a_context_that_another_has(DatabaseProvider provider)
    {
        await using var bot = await RunningBot.StartAsync(provider);
        var inUse = new ConcurrentDictionary<AiActBotDbContext, int>();
        var taken = 0;

        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(worker => Task.Run(async () =>
        {
            for (var turn = 0; turn < Turns; turn++)
            {
                await using var scope = bot.Services.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<AiActBotDbContext>();
                if (!inUse.TryAdd(db, worker))
                    Interlocked.Increment(ref taken);
                await Task.Yield();
                inUse.TryRemove(db, out _);
            }
        })));

        Assert.Equal(0, taken);
    }

    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task What_was_not_saved_is_forgotten(DatabaseProvider provider)
    {
        await using var bot = await RunningBot.StartAsync(provider);
        AiActBotDbContext used;
        await using (var scope = bot.Services.CreateAsyncScope())
        {
            used = scope.ServiceProvider.GetRequiredService<AiActBotDbContext>();
            used.Record(new AuditRecord("never.saved", "test", null, DateTimeOffset.UnixEpoch));
            used.People.Add(new Person
            {
                Id = PersonId.New(), TenantId = "t", AadObjectId = "a", UserId = "u", DisplayName = "Never saved", Language = Language.Dutch, FirstSeen = DateTimeOffset.UnixEpoch,
            });
        }

        // Workers of the application take some too.
        for (var tries = 0; tries < 1000; tries++)
        {
            await using var scope = bot.Services.CreateAsyncScope();
            var again = scope.ServiceProvider.GetRequiredService<AiActBotDbContext>();
            if (!ReferenceEquals(used, again))
                continue;
            Assert.False(again.HasPendingChanges);
            await again.SaveChangesAsync();
            Assert.Equal(0, await again.People.CountAsync(person => person.DisplayName == "Never saved"));
            return;
        }

        Assert.Fail("It was not used again.");
    }
}
