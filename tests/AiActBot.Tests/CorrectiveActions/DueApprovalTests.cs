using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Conversations;
using AiActBot.CorrectiveActions;
using AiActBot.Notifications;
using AiActBot.Reminders;
using AiActBot.Storage;
using AiActBot.Tests.Drivers;
using AiActBot.Tests.Infrastructure;
using AiActBot.Tests.Reliability;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AiActBot.Tests.CorrectiveActions;

/// <summary>Requests for approval are looked after with nobody looking.</summary>
public sealed class DueApprovalTests
{
    // Only the scans that a test itself starts.
    private static readonly (string, string) Never = ("CorrectiveActions:PollInterval", "1.00:00:00");

    private static readonly (string, string) Often = ("CorrectiveActions:PollInterval", "00:00:00.200");

    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task A_request_that_runs_out_goes_back_by_itself_and_is_told_once(DatabaseProvider provider)
    {
        await using var cast = await Cast.StartAsync(provider: provider, settings: Often);
        await cast.AwaitsPieterAsync();

        cast.Bot.Time.Advance(TimeSpan.FromDays(30) + TimeSpan.FromMinutes(1));

        var alert = await cast.Noor.SeesAsync("Goedkeuring verlopen");
        Assert.True(alert.Offers(Verbs.ShowCase));
        await cast.Sanne.SeesAsync("Goedkeuring verlopen");
        await cast.Sanne.SeesAsync(card => card.Offers(Verbs.Resubmit));
        Assert.Equal(CorrectiveActionStatus.Proposed, await cast.StatusAsync());
        await cast.Bot.RestartAsync();
        await TheCase.OutboxIsEmptyAsync(cast.Bot);
        Assert.Single(await cast.HistoryAsync(), "approval.expired");
        Assert.Equal(1, await AlertsAsync(cast, cast.Noor, ReminderReason.ApprovalExpired));
    }

    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task Of_eight_replicas_that_look_at_once_one_lets_it_run_out(DatabaseProvider provider)
    {
        await using var cast = await Cast.StartAsync(provider: provider, settings: Never);
        await cast.AwaitsPieterAsync();
        cast.Bot.Time.Advance(TimeSpan.FromDays(31));

        var expired = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => LookAsync(cast.Bot))));

        Assert.Equal(1, expired.Sum());
        Assert.Single(await cast.HistoryAsync(), "approval.expired");
        Assert.Equal(1, await AlertsAsync(cast, cast.Noor, ReminderReason.ApprovalExpired));
    }

    [Fact]
    public async Task The_team_hears_once_that_a_decision_waits_and_which_period_that_is()
    {
        await using var cast = await Cast.StartAsync(settings: Often);
        await cast.AwaitsPieterAsync();

        cast.Bot.Time.Advance(TimeSpan.FromDays(3) + TimeSpan.FromMinutes(1));

        var alert = await cast.Noor.SeesAsync("Goedkeuring wacht");
        Assert.Contains("Pieter heeft nog niet beslist", alert.Text, StringComparison.Ordinal);
        Assert.Contains("je eigen organisatie", alert.Text, StringComparison.Ordinal);
        cast.Bot.Time.Advance(TimeSpan.FromDays(5));
        await LookAsync(cast.Bot);
        Assert.Equal(1, await AlertsAsync(cast, cast.Noor, ReminderReason.ApprovalWaiting));
    }

    [Fact]
    public async Task An_approver_who_is_gone_is_told_to_the_team_at_the_next_look()
    {
        await using var cast = await Cast.StartAsync(settings: Often);
        await cast.AwaitsPieterAsync();

        await cast.Pieter.SendsAsync(cast.Pieter.Activity("installationUpdate", ("action", "remove")));

        Assert.Contains("Pieter heeft de app niet meer", (await cast.Noor.SeesAsync("Goedkeurder niet bereikbaar")).Text, StringComparison.Ordinal);
        Assert.Equal(CorrectiveActionStatus.AwaitingApproval, await cast.StatusAsync());
    }

    [Theory]
    [InlineData("nl-NL", "vastgelopen", "opgegeven na")]
    [InlineData("en-GB", "stuck", "given up after")]
    public async Task A_notice_that_was_given_up_is_told_listed_and_tried_again_by_hand(string locale, string command, string words)
    {
        await using var cast = await Cast.StartAsync(locale, settings: [Often, ("Notifications:MaximumAttempts", "1")]);
        await cast.Pieter.AddsAsync(cast.SystemCard, RecipientRole.Distributor, "Onbereikbaar", "Nemo", "nemo@example.test", Compliance.Language.Dutch);
        await cast.IsApprovedAsync();
        await TheCase.OutboxIsEmptyAsync(cast.Bot);
        var id = (await cast.NoticesAsync()).Single(n => n.MailAddress == "nemo@example.test").Id;
        await cast.Bot.WithDbAsync(db => db.Notifications.Where(n => n.Id == id).ExecuteUpdateAsync(set => set.SetProperty(n => n.State, NotificationState.DeadLetter)));

        Assert.Contains("Onbereikbaar", (await cast.Noor.SeesAsync("Onbereikbaar")).Text, StringComparison.Ordinal);
        await cast.Noor.SeesAsync(cast.Noor.IsDutch ? "niet afgeleverd worden" : "could not be delivered");
        var list = await cast.Noor.AsksForCardAsync(command);
        Assert.Contains(words, list.Text, StringComparison.Ordinal);
        Assert.Contains(cast.Noor.IsDutch ? "niet (meer) voor jou" : "not for you", (await cast.Sanne.PressesVerbAsync(list, Verbs.RetryNotice)).Message, StringComparison.Ordinal);
        await cast.Noor.PressesVerbAsync(list, Verbs.RetryNotice);

        var sent = await Eventually.GetAsync(cast.NoticesAsync, notices => notices.Single(n => n.Id == id).State == NotificationState.Sent, "sent after all");
        Assert.Equal(2, sent.Single(n => n.Id == id).Attempts);
        Assert.Contains("notice.retried", await cast.HistoryAsync());
        Assert.Contains(cast.Noor.IsDutch ? "niet (meer) voor jou" : "not for you", (await cast.Noor.PressesVerbAsync(list, Verbs.RetryNotice)).Message, StringComparison.Ordinal);
    }

    private static async Task<int> LookAsync(RunningBot bot)
    {
        await using var scope = bot.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DueApprovals>().RunAsync(CancellationToken.None);
    }

    private static Task<int> AlertsAsync(Cast cast, Drivers.Person person, ReminderReason reason) => cast.Bot.WithDbAsync(async db =>
    {
        var id = (await db.People.SingleAsync(p => p.AadObjectId == person.ObjectId)).Id;
        return await db.Reminders.CountAsync(r => r.PersonId == id && r.Reason == reason);
    });
}
