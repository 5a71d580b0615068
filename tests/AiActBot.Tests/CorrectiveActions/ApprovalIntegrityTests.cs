using System.Text.Json.Nodes;
using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Conversations;
using AiActBot.CorrectiveActions;
using AiActBot.Tests.Drivers;
using Microsoft.EntityFrameworkCore;
using Person = AiActBot.Tests.Drivers.Person;

namespace AiActBot.Tests.CorrectiveActions;

/// <summary>Only the named approver decides, once, on what they saw; whatever a card, a name or a text says.</summary>
public sealed class ApprovalIntegrityTests : IAsyncLifetime
{
    private Cast cast = null!;

    public async Task InitializeAsync() => cast = await Cast.StartAsync();

    public async Task DisposeAsync() => await cast.DisposeAsync();

    [Fact]
    public async Task A_colleague_on_the_case_is_told_that_others_decide_and_it_is_noted()
    {
        var card = await cast.AwaitsPieterAsync();

        var answer = await cast.Noor.ApprovesAsync(card);

        Assert.Contains("Alleen de aangewezen goedkeurders", answer.Message, StringComparison.Ordinal);
        await NothingIsDecidedAsync();
        Assert.Contains("approval.refused", await cast.HistoryAsync());
    }

    [Fact]
    public async Task The_proposer_cannot_decide_with_the_approvers_card()
    {
        var card = await cast.AwaitsPieterAsync();

        Assert.Contains("beslist er niet over", (await cast.Sanne.ApprovesAsync(card)).Message, StringComparison.Ordinal);
        Assert.Contains("beslist er niet over", (await cast.Sanne.SendsBackAsync(card, "toch niet")).Message, StringComparison.Ordinal);

        await NothingIsDecidedAsync();
        Assert.False((await cast.Sanne.SeesAsync("CA-")).Offers(Verbs.Approve));
    }

    [Fact]
    public async Task A_forged_id_another_tenants_and_another_persons_card_all_get_the_same_answer()
    {
        var card = await cast.AwaitsPieterAsync();
        var mallory = cast.Bot.Person("Mallory");
        var outsider = new Person(cast.Bot, "Pieter", "nl-NL") { TenantIdInActivities = "99999999-2222-4333-8444-555555555555", ConversationId = "a:elsewhere" };
        var forged = new JsonObject { ["approval"] = Guid.NewGuid().ToString() };

        var answers = new[]
        {
            (await mallory.InvokesAsync(Verbs.Approve, forged)).Message,
            (await mallory.InvokesAsync(Verbs.Approve, new JsonObject { ["approval"] = "not an id" })).Message,
            (await mallory.ApprovesAsync(card)).Message,
            (await mallory.SendsBackAsync(card, "nee")).Message,
            (await outsider.ApprovesAsync(card)).Message,
            (await cast.Pieter.InvokesAsync(Verbs.Approve, forged.DeepClone())).Message,
        };

        Assert.Single(answers.Distinct());
        await NothingIsDecidedAsync();
    }

    [Fact]
    public async Task A_stranger_learns_nothing_from_a_card_that_was_decided()
    {
        var card = await cast.AwaitsPieterAsync();
        await cast.Pieter.ApprovesAsync(card);
        var mallory = cast.Bot.Person("Mallory");
        var id = (await cast.CaseAsync()).Id.ToString();

        Assert.Contains("niet (meer) voor jou", (await mallory.ApprovesAsync(card)).Message, StringComparison.Ordinal);
        foreach (var verb in new[] { Verbs.ShowCase, Verbs.CarriedOut, Verbs.Close, Verbs.Resubmit })
            Assert.Contains("niet (meer) voor jou", (await mallory.InvokesAsync(verb, new JsonObject { ["case"] = id, ["action"] = "x" })).Message, StringComparison.Ordinal);
        Assert.Equal(CorrectiveActionStatus.CarryingOut, await cast.StatusAsync());
    }

    [Fact]
    public async Task The_id_of_a_case_or_a_notice_does_not_pass_for_that_of_an_approval()
    {
        await cast.AwaitsPieterAsync();
        var id = (await cast.CaseAsync()).Id.ToString();

        Assert.Contains("niet (meer) voor jou", (await cast.Pieter.InvokesAsync(Verbs.Approve, new JsonObject { ["approval"] = id })).Message, StringComparison.Ordinal);
        await NothingIsDecidedAsync();
    }

    [Theory]
    [InlineData("19:group@thread.v2", "groupChat")]
    [InlineData("a:Sanne", "personal")]
    public async Task A_decision_in_another_conversation_does_not_count(string conversation, string type)
    {
        var card = await cast.AwaitsPieterAsync();
        var elsewhere = new Person(cast.Bot, "Pieter", "nl-NL") { ConversationId = conversation, ConversationType = type };

        Assert.Contains("in je eigen chat", (await elsewhere.ApprovesAsync(card)).Message, StringComparison.Ordinal);

        await NothingIsDecidedAsync();
    }

    [Fact]
    public async Task A_card_of_an_earlier_revision_decides_nothing_and_is_replaced_by_the_case_as_it_is()
    {
        var stale = await cast.AwaitsPieterAsync();
        await cast.Pieter.SendsBackAsync(stale, "Anders graag.");
        await cast.Sanne.ResubmitsAsync(await cast.Sanne.SeesAsync(card => card.Offers(Verbs.Resubmit)), "Something else.");

        var answer = await cast.Pieter.ApprovesAsync(stale);

        Assert.Contains("Something else.", answer.Card.Text, StringComparison.Ordinal);
        Assert.NotEqual(stale.Data(Verbs.Approve, "approval"), answer.Card.Data(Verbs.Approve, "approval"));
        await NothingIsDecidedAsync();
    }

    [Fact]
    public async Task Pressing_twice_and_a_resent_invoke_decide_once()
    {
        var card = await cast.AwaitsPieterAsync();
        var data = new JsonObject { ["approval"] = card.Data(Verbs.Approve, "approval") };

        var resent = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => cast.Pieter.InvokesAsync(Verbs.Approve, data.DeepClone(), card.ActivityId, activityId: "same")));
        var pressed = await Task.WhenAll(cast.Pieter.ApprovesAsync(card), cast.Pieter.ApprovesAsync(card));

        Assert.All(resent.Concat(pressed), answer => Assert.Contains("In uitvoering", answer.Card.Text, StringComparison.Ordinal));
        Assert.Equal(3, (await cast.NoticesAsync()).Count);
        Assert.Single(await cast.HistoryAsync(), "case.approved");
    }

    [Fact]
    public async Task Who_leads_the_project_now_decides_on_what_is_asked_now()
    {
        var old = await cast.AwaitsPieterAsync();
        await cast.Pieter.SendsBackAsync(old, "Vraag het mijn opvolger.");
        var dirk = await PersonIdAsync(cast.Dirk);
        await cast.Bot.WithDbAsync(db => db.AiSystems.Where(s => s.Name == Cast.System).ExecuteUpdateAsync(set => set.SetProperty(s => s.OwnerId, dirk)));
        await cast.Sanne.ResubmitsAsync(await cast.Sanne.SeesAsync(card => card.Offers(Verbs.Resubmit)), "As before.");
        var asked = await cast.Dirk.IsAskedToDecideAsync();

        Assert.Contains("Alleen de aangewezen", (await cast.Pieter.ApprovesAsync(asked)).Message, StringComparison.Ordinal);
        Assert.False((await cast.Pieter.ApprovesAsync(old)).Card.Offers(Verbs.Approve));
        await NothingIsDecidedAsync();
        await cast.Dirk.ApprovesAsync(asked);

        Assert.Equal(CorrectiveActionStatus.CarryingOut, await cast.StatusAsync());
    }

    [Fact]
    public async Task What_somebody_adds_to_a_cards_data_is_not_looked_at()
    {
        var card = await cast.AwaitsPieterAsync();
        var data = new JsonObject
        {
            ["approval"] = card.Data(Verbs.Approve, "approval"),
            ["approved"] = true,
            ["role"] = "admin",
            ["approver"] = cast.Noor.ObjectId,
            ["tenantId"] = "x",
            ["verb"] = Verbs.Approve,
        };

        Assert.Contains("Alleen de aangewezen", (await cast.Noor.InvokesAsync(Verbs.Approve, data)).Message, StringComparison.Ordinal);
        await cast.Pieter.InvokesAsync(Verbs.ListCases, data.DeepClone());

        await NothingIsDecidedAsync();
    }

    [Theory]
    [InlineData("approve case CA-2026-0001")]
    [InlineData("keur dossier CA-2026-0001 goed")]
    [InlineData("case/approve")]
    [InlineData("goedkeuren")]
    [InlineData("""{"verb":"case/approve"}""")]
    public async Task Words_decide_nothing(string words)
    {
        await cast.AwaitsPieterAsync();

        await cast.Pieter.WritesAsync(words);
        await cast.Pieter.AsksForTextAsync("nederlands");

        await NothingIsDecidedAsync();
    }

    [Fact]
    public async Task The_approvers_name_does_not_make_an_approver()
    {
        var card = await cast.AwaitsPieterAsync();
        var twin = new Person(cast.Bot, "Mallory", "nl-NL") { NameInActivities = "Pieter" };

        Assert.Contains("niet (meer) voor jou", (await twin.ApprovesAsync(card)).Message, StringComparison.Ordinal);

        await NothingIsDecidedAsync();
    }

    [Theory]
    [InlineData("nl-NL", "verlopen")]
    [InlineData("en-GB", "has expired")]
    public async Task A_request_that_ran_out_goes_back_to_the_proposer(string locale, string words)
    {
        await using var own = await Cast.StartAsync(locale);
        var card = await own.AwaitsPieterAsync();
        own.Bot.Time.Advance(TimeSpan.FromDays(30) + TimeSpan.FromMinutes(1));

        var answer = await own.Pieter.ApprovesAsync(card);

        Assert.Contains(words, answer.Card.Text, StringComparison.Ordinal);
        Assert.False(answer.Card.Offers(Verbs.Approve));
        Assert.Empty(await own.NoticesAsync());
        Assert.Contains("approval.expired", await own.HistoryAsync());
        var back = await own.Sanne.SeesAsync(found => found.Offers(Verbs.Resubmit));
        await own.Sanne.ResubmitsAsync(back, "Still needed.");
        await own.Pieter.ApprovesAsync(await own.Pieter.SeesAsync(found => found.Offers(Verbs.Approve) && found.Text.Contains("Still needed.", StringComparison.Ordinal)));
        Assert.Equal(CorrectiveActionStatus.CarryingOut, await own.StatusAsync());
    }

    [Fact]
    public async Task Just_before_it_runs_out_a_request_can_be_approved()
    {
        var card = await cast.AwaitsPieterAsync();
        cast.Bot.Time.Advance(TimeSpan.FromDays(30) - TimeSpan.FromHours(1));

        Assert.Contains("In uitvoering", (await cast.Pieter.ApprovesAsync(card)).Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_parties_changed_after_the_card_was_sent_the_approver_is_asked_again()
    {
        var card = await cast.AwaitsPieterAsync();
        await cast.Pieter.AddsAsync(cast.SystemCard, AiActBot.Compliance.CorrectiveActions.RecipientRole.Importer, "Invoer BV", "Ineke", "ineke@example.test", Language.Dutch);

        var again = (await cast.Pieter.ApprovesAsync(card)).Card;

        Assert.Contains("intussen iets gewijzigd", again.Text, StringComparison.Ordinal);
        Assert.Contains("Invoer BV", again.Text, StringComparison.Ordinal);
        await NothingIsDecidedAsync();
        await cast.Pieter.ApprovesAsync(again);
        Assert.Equal(4, (await cast.NoticesAsync()).Count);
        Assert.Contains("Invoer BV", (await cast.Pieter.ApprovesAsync(card)).Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_colleague_does_not_rewrite_what_they_could_then_approve()
    {
        // Pieter leads and proposes, so Noor decides.
        await cast.Pieter.ReportsAsync(Cast.System);
        await cast.Noor.SendsBackAsync(await cast.Noor.IsAskedToDecideAsync(), "Anders graag.");
        var id = (await cast.CaseAsync()).Id.ToString();

        var answer = await cast.Noor.InvokesAsync(Verbs.Resubmit, new JsonObject { ["case"] = id, ["action"] = "My own words." });

        Assert.Contains("Niemand anders dan jij kan hierover beslissen", answer.Message, StringComparison.Ordinal);
        Assert.Equal(CaseTalk.Action, (await cast.CaseAsync()).ProposedAction);
    }

    private async Task NothingIsDecidedAsync()
    {
        Assert.Empty(await cast.NoticesAsync());
        Assert.DoesNotContain((await cast.CaseAsync()).Approvals, approval => approval.State == ApprovalState.Approved);
        Assert.DoesNotContain("case.approved", await cast.HistoryAsync());
    }

    private Task<PersonId> PersonIdAsync(Person person) =>
        cast.Bot.WithDbAsync(db => db.People.Where(p => p.AadObjectId == person.ObjectId).Select(p => p.Id).SingleAsync());
}
