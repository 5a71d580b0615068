using AiActBot.Assistant.Chat;
using AiActBot.Compliance;
using AiActBot.Conversations;
using AiActBot.Storage;
using AiActBot.Storage.Retention;
using AiActBot.Tests.Infrastructure;
using AiActBot.Tests.Reliability;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AiActBot.Tests.Storage;

public sealed class RetentionTests
{
    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task Questions_are_erased_after_their_days_and_kept_answers_stay(DatabaseProvider provider)
    {
        await using var bot = await RunningBot.StartAsync(provider);
        var now = bot.Time.GetUtcNow();
        await bot.WithDbAsync(db =>
        {
            db.AskedQuestions.AddRange(Enumerable.Range(0, 1200).Select(_ => Asked(now.AddDays(-401))).Append(Asked(now.AddDays(-399))));
            db.TeamQuestions.AddRange(Team(now.AddDays(-401), isKept: false), Team(now.AddDays(-401), isKept: true), Team(now.AddDays(-399), isKept: false));
            return db.SaveChangesAsync();
        });

        Assert.Equal(1201, await ScanAsync(bot));

        Assert.Equal(1, await bot.WithDbAsync(db => db.AskedQuestions.CountAsync()));
        Assert.Equal(2, await bot.WithDbAsync(db => db.TeamQuestions.CountAsync()));
        Assert.Equal(1, await bot.WithDbAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == "questions.erased")));
        Assert.Equal(0, await ScanAsync(bot));
    }

    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task Activities_are_recognised_as_long_as_they_are_kept_and_erased_after_that(DatabaseProvider provider)
    {
        await using var bot = await RunningBot.StartAsync(provider);
        var sanne = bot.Person("Sanne");
        var activity = sanne.Activity("message", ("text", "english"));
        await sanne.SendsAsync(activity);
        await sanne.SeesTextAsync();
        await CompletedAsync(bot, 1);

        bot.Time.Advance(TimeSpan.FromDays(29));
        Assert.Equal(0, await ScanAsync(bot));
        await sanne.SendsAsync(activity);
        await sanne.AsksForTextAsync("nederlands");
        await CompletedAsync(bot, 2);
        bot.Time.Advance(TimeSpan.FromDays(2));

        Assert.Equal(1, await ScanAsync(bot));
        Assert.Equal(2, sanne.Received.Count);
    }

    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task What_is_still_to_be_handled_is_never_too_old(DatabaseProvider provider)
    {
        await using var bot = await RunningBot.StartAsync(provider);
        var now = bot.Time.GetUtcNow();
        await bot.WithDbAsync(db =>
        {
            db.Inbox.Add(new InboxActivity
            {
                Id = Guid.NewGuid(), ChannelId = "msteams", ConversationId = "a:1", ActivityId = "1", State = InboxState.Handled,
                ReceivedAt = now.AddDays(-90), LeaseUntil = now.AddDays(1),
            });
            return db.SaveChangesAsync();
        });

        Assert.Equal(0, await ScanAsync(bot));
    }

    private static async Task<int> ScanAsync(RunningBot bot)
    {
        await using var scope = bot.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<RetentionScan>().RunAsync(CancellationToken.None);
    }

    private static Task<int> CompletedAsync(RunningBot bot, int count) => Eventually.GetAsync(
        () => bot.WithDbAsync(db => db.Inbox.CountAsync(a => a.State == InboxState.Completed)), found => found == count, $"{count} activities done with");

    private static AskedQuestion Asked(DateTimeOffset at) => new()
    {
        Id = Guid.NewGuid(), TenantId = "t", PersonId = PersonId.New(), Question = "Mag dit?", Language = Language.Dutch, Answered = true, At = at,
    };

    private static TeamQuestion Team(DateTimeOffset at, bool isKept) => new()
    {
        Id = Guid.NewGuid(), TenantId = "t", AskedBy = PersonId.New(), Question = "Mag dit?", Language = Language.Dutch, AskedAt = at,
        Answer = "Ja.", AnsweredAt = at, IsKept = isKept,
    };
}
