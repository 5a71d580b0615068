using AiActBot.AiSystems;
using AiActBot.Conversations;
using AiActBot.Tests.Drivers;
using AiActBot.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Person = AiActBot.Tests.Drivers.Person;

namespace AiActBot.Tests.AiSystems;

/// <summary>What the owner of a system records about a duty, and takes back.</summary>
public sealed class DutyTests : IAsyncLifetime
{
    private RunningBot bot = null!;

    public async Task InitializeAsync() => bot = await RunningBot.StartAsync();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Theory]
    [InlineData("nl-NL", "eigen streefdatum 30 juni 2027; bewijs: https://example.test/1", "of - om te wissen")]
    [InlineData("en-GB", "own target 30 June 2027; evidence: https://example.test/1", "or - to clear it")]
    public async Task A_target_and_evidence_stay_when_nothing_is_written_and_go_with_a_dash(string locale, string both, string hint)
    {
        var pieter = bot.Person("Pieter", locale);
        var duties = await DutiesAsync(pieter);
        Assert.Contains(hint, duties.Text, StringComparison.Ordinal);
        await pieter.UpdatesADutyAsync(duties, "InProgress", "https://example.test/1", "2027-06-30");

        Assert.Contains(both, (await pieter.UpdatesADutyAsync(duties, "Done")).Card.Text, StringComparison.Ordinal);
        Assert.Equal("Done 2027-06-30 https://example.test/1", await StoredAsync());
        await pieter.UpdatesADutyAsync(duties, "Done", target: "-");
        Assert.Equal("Done  https://example.test/1", await StoredAsync());
        await pieter.UpdatesADutyAsync(duties, "Done", evidence: "-");
        Assert.Equal("Done  ", await StoredAsync());
    }

    [Theory]
    [InlineData("", "30 juni 2027", "jjjj-mm-dd")]
    [InlineData("", "--", "jjjj-mm-dd")]
    [InlineData("--", "", "volledige link")]
    [InlineData("long", "", "hoogstens 500 tekens")]
    public async Task What_is_no_date_and_no_link_is_refused_however_long_it_is(string evidence, string target, string words)
    {
        var pieter = bot.Person("Pieter");
        var duties = await DutiesAsync(pieter);

        var answer = await pieter.UpdatesADutyAsync(duties, "Done", evidence == "long" ? "https://example.test/" + new string('a', 500) : evidence, target);

        Assert.Contains(words, answer.Message, StringComparison.Ordinal);
        Assert.Equal("Open  ", await StoredAsync());
    }

    [Fact]
    public async Task A_duty_that_no_longer_applies_is_not_taken_up_again_with_an_old_card()
    {
        var pieter = bot.Person("Pieter");
        var duties = await DutiesAsync(pieter);
        await bot.WithDbAsync(db => db.DutyItems.ExecuteUpdateAsync(set => set.SetProperty(item => item.State, DutyState.NoLongerApplies)));

        Assert.Contains("geldt niet meer voor dit systeem", (await pieter.UpdatesADutyAsync(duties, "Done")).Message, StringComparison.Ordinal);
        Assert.Equal("NoLongerApplies  ", await StoredAsync());
    }

    private Card? shown;

    private async Task<Card> DutiesAsync(Person owner)
    {
        var system = (await owner.RegistersAsync("TalentScan", RegisterTalk.RanksApplicants)).Card;
        return shown = (await owner.PressesVerbAsync(system, Verbs.ListDuties)).Card;
    }

    /// <summary>State, target and evidence of the first duty on the card.</summary>
    private async Task<string> StoredAsync()
    {
        var id = Guid.Parse(shown!.FirstChoice("duty"));
        var item = await bot.WithDbAsync(db => db.DutyItems.SingleAsync(item => item.Id == id));
        return FormattableString.Invariant($"{item.State} {item.OwnTarget:yyyy-MM-dd} {item.Evidence}");
    }
}
