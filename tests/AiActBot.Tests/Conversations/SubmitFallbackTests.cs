using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Conversations;
using AiActBot.Tests.Drivers;

namespace AiActBot.Tests.Conversations;

/// <summary>Clients that know no <c>Action.Execute</c> send a message instead: the same checks, the same effect.</summary>
public sealed class SubmitFallbackTests
{
    [Theory]
    [InlineData("nl-NL", "Goedkeuren", "in uitvoering")]
    [InlineData("en-GB", "Approve", "being carried out")]
    public async Task Submitting_an_approval_does_what_executing_it_does(string locale, string button, string status)
    {
        await using var cast = await Cast.StartAsync(locale);
        var card = await cast.AwaitsPieterAsync();

        await cast.Pieter.SubmitsAsync(card, button);

        var shown = await cast.Pieter.SeesAsync(found => found.Text.Contains(status, StringComparison.OrdinalIgnoreCase));
        Assert.True(shown.IsUpdate, "The card takes the place of the one that was pressed.");
        Assert.Equal(card.ActivityId, shown.ActivityId);
        Assert.Equal(CorrectiveActionStatus.CarryingOut, await cast.StatusAsync());
    }

    [Fact]
    public async Task Submitting_is_refused_where_executing_is()
    {
        await using var cast = await Cast.StartAsync();
        var card = await cast.AwaitsPieterAsync();
        var mallory = cast.Bot.Person("Mallory");

        await mallory.SubmitsAsync(card, "Goedkeuren");
        var answer = await mallory.SeesTextAsync();

        Assert.Equal((await mallory.ApprovesAsync(card)).Message, answer);
        Assert.Equal(CorrectiveActionStatus.AwaitingApproval, await cast.StatusAsync());
    }

    [Fact]
    public async Task A_whole_interview_can_be_submitted()
    {
        await using var cast = await Cast.StartAsync();
        await cast.Sanne.WritesAsync("triage");
        var start = await cast.Sanne.SeesAsync(card => card.Offers(Verbs.BeginTriage));

        await cast.Sanne.SubmitsAsync(start, "Beginnen", ("name", "Parkeerwijzer"));
        var first = await cast.Sanne.SeesAsync(card => card.Question() == "subject");
        await cast.Sanne.SubmitsAsync(first, "Volgende", ("answer", "system"));
        var second = await cast.Sanne.SeesAsync(card => card.Question() == "technique");

        Assert.Equal(start.ActivityId, second.ActivityId);
    }
}
