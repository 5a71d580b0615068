using AiActBot.Conversations;
using AiActBot.Storage.Persons;
using AiActBot.Tests.Drivers;
using AiActBot.Tests.Infrastructure;
using AiActBot.Triage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AiActBot.Tests.Triage;

/// <summary>A system is looked at again, because its owner wants to or because the rules changed.</summary>
public sealed class TriageAgainTests : IAsyncLifetime
{
    private RunningBot bot = null!;

    public async Task InitializeAsync() => bot = await RunningBot.StartAsync();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task Of_one_system_a_person_has_one_interview_at_a_time()
    {
        var pieter = bot.Person("Pieter");
        var system = (await pieter.RegistersAsync("TalentScan", RegisterTalk.RanksApplicants)).Card;
        var byName = (await pieter.BeginsTriageAsync("TalentScan")).Card;
        var earlier = (await pieter.PressesVerbAsync(system, Verbs.TriageAgain)).Card;
        var newest = (await pieter.PressesVerbAsync(system, Verbs.TriageAgain)).Card;

        Assert.Contains("al klaar of gestopt", (await pieter.AnswersAsync(byName, "system")).Message, StringComparison.Ordinal);
        Assert.Contains("al klaar of gestopt", (await pieter.PressesVerbAsync(earlier, Verbs.SaveTriage)).Message, StringComparison.Ordinal);
        await pieter.PressesVerbAsync(newest, Verbs.SaveTriage);
        Assert.Equal(0, await bot.WithDbAsync(db => db.TriageSessions.CountAsync(s => s.State == TriageSessionState.Open)));
        Assert.Equal(2, await bot.WithDbAsync(db => db.AuditEntries.CountAsync(e => e.Action == "triage.cancelled")));
    }

    [Fact]
    public async Task An_interview_about_another_system_and_one_of_somebody_else_go_on()
    {
        var pieter = bot.Person("Pieter");
        var system = (await pieter.RegistersAsync("TalentScan", RegisterTalk.RanksApplicants)).Card;
        var other = (await pieter.BeginsTriageAsync("Rekenblad")).Card;
        var sannes = (await bot.Person("Sanne").BeginsTriageAsync("TalentScan")).Card;

        await pieter.PressesVerbAsync(system, Verbs.TriageAgain);

        Assert.Equal("technique", (await pieter.AnswersAsync(other, "system")).Card.Question());
        Assert.Equal("technique", (await bot.Person("Sanne").AnswersAsync(sannes, "system")).Card.Question());
    }

    [Theory]
    [InlineData("nl-NL", "nieuwe vraag: ")]
    [InlineData("en-GB", "new question: ")]
    public async Task An_answer_that_no_longer_exists_is_asked_for_again(string locale, string words)
    {
        var pieter = bot.Person("Pieter", locale);
        await pieter.InstallsAsync();
        var system = (await pieter.RegistersAsync("TalentScan", RegisterTalk.RanksApplicants)).Card;
        await bot.WithDbAsync(async db =>
        {
            // As older rules had it.
            var answers = (await db.Assessments.SingleAsync()).Answers;
            var before = answers.Replace("\"employment\"", "\"work\"", StringComparison.Ordinal);
            Assert.NotEqual(answers, before);
            return await db.Assessments.ExecuteUpdateAsync(set => set.SetProperty(a => a.RulesVersion, "2026-07-27.0").SetProperty(a => a.Answers, before));
        });

        Assert.Equal(1, await ScanAsync());
        Assert.Contains("TalentScan", await pieter.SeesTextAsync(words), StringComparison.Ordinal);
        var again = (await pieter.PressesVerbAsync(system, Verbs.TriageAgain)).Card;
        Assert.Equal("areas", again.Question());
        Assert.True((await pieter.AnswersAsync(again, "employment")).Card.Offers(Verbs.SaveTriage));
    }

    [Fact]
    public async Task One_system_that_cannot_be_compared_holds_up_no_other()
    {
        var pieter = bot.Person("Pieter");
        await pieter.RegistersAsync("TalentScan", RegisterTalk.RanksApplicants);
        await pieter.RegistersAsync("Rekenblad");
        var (first, outcome) = await bot.WithDbAsync(async db =>
        {
            await db.Assessments.ExecuteUpdateAsync(set => set.SetProperty(a => a.RulesVersion, "2026-07-27.0"));
            var assessment = await db.Assessments.OrderBy(a => a.AiSystemId).FirstAsync();
            await db.Assessments.Where(a => a.Id == assessment.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.Outcome, "{"));
            return (assessment.Id, assessment.Outcome);
        });

        Assert.Equal(1, await ScanAsync());
        Assert.Equal(0, await ScanAsync());
        Assert.Equal(1, await bot.WithDbAsync(db => db.ReviewFlags.CountAsync()));
        await bot.WithDbAsync(db => db.Assessments.Where(a => a.Id == first).ExecuteUpdateAsync(set => set.SetProperty(a => a.Outcome, outcome)));
        Assert.Equal(1, await ScanAsync());
        Assert.Equal(2, await bot.WithDbAsync(db => db.ReviewFlags.CountAsync()));
    }

    [Fact]
    public async Task A_system_of_somebody_who_was_erased_is_flagged_and_nobody_is_written_to()
    {
        var pieter = bot.Person("Pieter");
        await pieter.InstallsAsync();
        await pieter.RegistersAsync("TalentScan", RegisterTalk.RanksApplicants);
        await bot.WithDbAsync(async db =>
        {
            var before = (await db.Assessments.SingleAsync()).Outcome.Replace("\"risk-management\"", "\"an-older-duty\"", StringComparison.Ordinal);
            return await db.Assessments.ExecuteUpdateAsync(set => set.SetProperty(a => a.RulesVersion, "2026-07-27.0").SetProperty(a => a.Outcome, before));
        });
        await using (var scope = bot.Services.CreateAsyncScope())
        {
            var data = scope.ServiceProvider.GetRequiredService<PersonData>();
            Assert.Null(await data.EraseAsync((await data.FindAsync(pieter.ObjectId, default))!, default));
        }

        Assert.Equal(1, await ScanAsync());

        Assert.Empty(await bot.WithDbAsync(db => db.Notifications.ToListAsync()));
        Assert.Equal(1, await bot.WithDbAsync(db => db.ReviewFlags.CountAsync(flag => flag.SettledAt == null)));
    }

    private async Task<int> ScanAsync()
    {
        await using var scope = bot.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ReviewScan>().RunAsync(default);
    }
}
