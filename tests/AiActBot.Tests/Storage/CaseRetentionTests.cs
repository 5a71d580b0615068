using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Conversations;
using AiActBot.Storage;
using AiActBot.Storage.Audit;
using AiActBot.Storage.Backup;
using AiActBot.Storage.Retention;
using AiActBot.Tests.Builders;
using AiActBot.Tests.Drivers;
using AiActBot.Tests.Infrastructure;
using AiActBot.Tests.Reliability;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AiActBot.Tests.Storage;

/// <summary>A closed case is kept ten years to the day, and then nothing of it is left but its number and its hashes.</summary>
public sealed class CaseRetentionTests
{
    private static readonly (string, string)[] Quiet = [("CorrectiveActions:PollInterval", "1.00:00:00"), ("Reminders:PollInterval", "1.00:00:00")];

    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task It_is_there_on_the_last_day_and_gone_on_the_next(DatabaseProvider provider)
    {
        await using var cast = await Cast.StartAsync(provider: provider, settings: Quiet);
        var closed = await ClosesAsync(cast);
        var clock = cast.Bot.Services.GetRequiredService<global::AiActBot.Hosting.OrganisationClock>();
        var last = clock.DayOf(closed.ClosedAt!.Value).AddYears(10);
        var before = await cast.Bot.WithDbAsync(db => db.AuditEntries.CountAsync());

        // The last moment of the last day, as the organisation's clock has it.
        MoveTo(cast, clock.StartOf(last.AddDays(1)) - TimeSpan.FromMinutes(1));
        await ScanAsync(cast);
        Assert.Equal(1, await cast.Bot.WithDbAsync(db => db.Cases.CountAsync()));
        Assert.NotEmpty(Files(cast));

        MoveTo(cast, clock.StartOf(last.AddDays(1)) + TimeSpan.FromSeconds(1));
        await ScanAsync(cast);
        Assert.Empty(await LeftAsync(cast));
        Assert.Empty(Files(cast));
        Assert.Equal(["case.erased"], await cast.Bot.WithDbAsync(db => db.AuditEntries.OrderBy(e => e.Sequence).Skip(before)
            .Where(e => e.Subject == $"case:{closed.Id}").Select(e => e.Action).ToListAsync()));
        Assert.True((await cast.Bot.WithDbAsync(db => AuditTrail.VerifyAsync(db))).Holds);
        await ScanAsync(cast);
        Assert.Equal(1, await cast.Bot.WithDbAsync(db => db.AuditEntries.CountAsync(e => e.Action == "case.erased")));
    }

    [Fact]
    public async Task One_that_is_open_or_was_opened_again_is_kept_however_old()
    {
        await using var cast = await Cast.StartAsync("en-GB", settings: Quiet);
        await ClosesAsync(cast);
        await cast.Noor.PressesVerbAsync(await cast.Noor.SeesAsync(card => card.Offers(Verbs.Reopen)), Verbs.Reopen, ("comment", "Again."));
        await cast.Sanne.ReportsAsync(Cast.System);

        cast.Bot.Time.Advance(TimeSpan.FromDays(365 * 12));
        await ScanAsync(cast);

        Assert.Equal(2, await cast.Bot.WithDbAsync(db => db.Cases.CountAsync()));
    }

    [Fact]
    public async Task Fewer_years_than_the_Act_asks_cannot_be_set()
    {
        var ran = await Assert.ThrowsAnyAsync<Exception>(() => RunningBot.StartAsync(settings: ("Retention:CaseYears", "9")));

        Assert.Contains("CaseYears", ran.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_files_of_our_own_are_swept_away_and_none_while_the_outbox_is_held()
    {
        await using var cast = await Cast.StartAsync(settings: Quiet);
        await (await cast.Pieter.OpensFilesAsync(await cast.AwaitsPieterAsync())).SendsAsync(("a.pdf", A.Pdf));
        var kept = Path.GetFileName(Assert.Single(Files(cast)));
        string[] forgotten = ["0123456789abcdef0123456789abcdef", "fedcba9876543210fedcba9876543210.part"];
        string[] others = ["leesmij.txt", "0123456789ABCDEF0123456789ABCDEF", "0123456789abcdef0123456789abcdef.bak", "0123456789abcdef0123456789abcde", "oud.part"];
        foreach (var name in forgotten.Concat(others))
            await File.WriteAllTextAsync(Path.Combine(KeptFiles.Folder(cast), name), "x");
        cast.Bot.Time.Advance(TimeSpan.FromDays(2));

        await OnHoldAsync(cast, holds => holds.HoldAsync("operator", CancellationToken.None));
        await ScanAsync(cast);
        Assert.Equal(forgotten.Concat(others).Append(kept).Order(StringComparer.Ordinal), KeptFiles.Stored(cast).Order(StringComparer.Ordinal));

        await OnHoldAsync(cast, holds => holds.ReleaseAsync(withdraw: false, CancellationToken.None));
        await ScanAsync(cast);
        Assert.Equal(others.Append(kept).Order(StringComparer.Ordinal), KeptFiles.Stored(cast).Order(StringComparer.Ordinal));
    }

    /// <summary>A case with everything that can belong to one.</summary>
    private static async Task<global::AiActBot.CorrectiveActions.CorrectiveActionCase> ClosesAsync(Cast cast)
    {
        var asked = await cast.AwaitsPieterAsync();
        await (await cast.Pieter.OpensFilesAsync(asked)).SendsAsync(("a.pdf", A.Pdf), ("b.png", A.Png));
        await cast.Pieter.ApprovesAsync(asked);
        await TheCase.OutboxIsEmptyAsync(cast.Bot);
        await cast.Pieter.CarriesOutAsync(await cast.Pieter.SeesAsync(card => card.Offers(Verbs.CarriedOut)));
        await cast.Noor.ClosesAsync(await cast.Noor.SeesAsync(card => card.Offers(Verbs.Close)), "Told by telephone.");
        await TheCase.OutboxIsEmptyAsync(cast.Bot);
        var closed = await cast.CaseAsync();
        Assert.Equal(CorrectiveActionStatus.Closed, closed.Status);
        return closed;
    }

    private static void MoveTo(Cast cast, DateTimeOffset moment) => cast.Bot.Time.Advance(moment - cast.Bot.Time.GetUtcNow());

    private static async Task ScanAsync(Cast cast)
    {
        await using var scope = cast.Bot.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RetentionScan>().RunAsync(CancellationToken.None);
    }

    private static async Task OnHoldAsync(Cast cast, Func<OutboxHolds, Task> act)
    {
        await using var scope = cast.Bot.Services.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<OutboxHolds>());
    }

    private static string[] Files(Cast cast) => Directory.GetFiles(Path.Combine(cast.Bot.Database.DataDirectory, "attachments"));

    /// <summary>Names of tables about cases that still hold something.</summary>
    private static Task<List<string>> LeftAsync(Cast cast) => cast.Bot.WithDbAsync(async db =>
    {
        var counts = new Dictionary<string, int>
        {
            ["cases"] = await db.Cases.CountAsync(),
            ["approvals"] = await db.Approvals.CountAsync(),
            ["attachments"] = await db.Attachments.CountAsync(),
            ["wordings"] = await db.NoticeWordings.CountAsync(),
            ["filings"] = await db.Filings.CountAsync(),
            ["stand-ins"] = await db.StandIns.CountAsync(s => s.CaseId != null),
            ["notifications"] = await db.Notifications.CountAsync(n => n.CaseId != null),
            ["attempts"] = await db.DeliveryAttempts.CountAsync(a => !db.Notifications.Any(n => n.Id == a.NotificationId && n.CaseId == null)),
            ["reminders"] = await db.Reminders.CountAsync(),
        };
        return counts.Where(pair => pair.Value > 0).Select(pair => pair.Key).ToList();
    });
}
