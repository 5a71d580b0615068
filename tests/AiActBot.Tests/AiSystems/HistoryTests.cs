using AiActBot.Conversations;
using AiActBot.Tests.Drivers;
using AiActBot.Tests.Infrastructure;

namespace AiActBot.Tests.AiSystems;

public sealed class HistoryTests
{
    [Theory]
    [InlineData("nl-NL", "Er zijn nog 7 oudere toetsen.", "Er is nog 1 oudere toets.", "Oudere toetsen", "Naar de nieuwste")]
    [InlineData("en-GB", "There are 7 older triages.", "There is 1 older triage.", "Older triages", "To the newest")]
    public async Task Every_triage_can_be_seen_the_newest_first(string locale, string seven, string one, string older, string newest)
    {
        await using var bot = await RunningBot.StartAsync();
        var pieter = bot.Person("Pieter", locale);
        var system = (await pieter.RegistersAsync("Rekenblad")).Card;
        for (var more = 0; more < 12; more++)
        {
            bot.Time.Advance(TimeSpan.FromMinutes(1));
            system = (await pieter.PressesVerbAsync((await pieter.PressesVerbAsync(system, Verbs.TriageAgain)).Card, Verbs.SaveTriage)).Card;
        }

        var first = (await pieter.PressesVerbAsync(system, Verbs.ShowHistory)).Card;
        Assert.Contains(seven, first.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(newest, first.Buttons);
        var second = (await pieter.PressesAsync(first, older)).Card;
        Assert.Contains(one, second.Text, StringComparison.Ordinal);
        var third = (await pieter.PressesAsync(second, older)).Card;

        Assert.Equal([12, 12, 2], new[] { first, second, third }.Select(card => card.Links.Count));
        Assert.DoesNotContain(older, third.Buttons);
        Assert.Equal(3, new[] { first, second, third }.Select(card => card.Text).Distinct().Count());
        Assert.Contains(seven, (await pieter.PressesAsync(third, newest)).Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_in_the_history_that_does_not_exist_is_its_beginning()
    {
        await using var bot = await RunningBot.StartAsync();
        var pieter = bot.Person("Pieter");
        var system = (await pieter.RegistersAsync("Rekenblad")).Card;

        foreach (var before in new[] { "", "3", Guid.NewGuid().ToString() })
            Assert.Equal(2, (await pieter.PressesVerbAsync(system, Verbs.ShowHistory, ("before", before))).Card.Links.Count);
    }
}
