using AiActBot.Conversations;
using AiActBot.Notifications;
using AiActBot.Tests.Drivers;
using Microsoft.EntityFrameworkCore;
using Card = AiActBot.Tests.Drivers.Card;

namespace AiActBot.Tests.CorrectiveActions;

/// <summary>A provider of one system may have hundreds of deployers: its cards stay cards that Teams takes, and nobody is out of reach.</summary>
public sealed class ManyRecipientsTests
{
    private const int Many = 130;

    [Theory]
    [InlineData("nl-NL", "Zie alle 133 ontvangers", "en 121 anderen", "Elk krijgt deze tekst")]
    [InlineData("en-GB", "See all 133 recipients", "and 121 others", "Each gets this text")]
    public async Task Who_decides_reads_who_is_told_and_each_text_once(string locale, string button, string others, string remark)
    {
        await using var cast = await StartAsync(locale);

        var card = await cast.AwaitsPieterAsync();
        await cast.Pieter.PressesAsync(card, button);
        var listed = await EveryMessageAsync(cast.Pieter);

        Assert.Equal(20, card.Text.Split('\n').Count(line => line.Contains("@example.test", StringComparison.Ordinal) || line.Contains("(in Teams)", StringComparison.Ordinal)));
        Assert.All(Enumerable.Range(1, Many), number => Assert.Contains(Name(number), listed, StringComparison.Ordinal));
        Assert.Contains("MedTrade", listed, StringComparison.Ordinal);
        Assert.Contains(others, card.Text, StringComparison.Ordinal);
        Assert.Single(card.Text.Split('\n'), line => line.StartsWith(remark, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_not_delivered_stands_first_on_the_card_and_all_are_read_in_the_chat()
    {
        await using var cast = await StartAsync("nl-NL");
        await cast.Pieter.ApprovesAsync(await cast.AwaitsPieterAsync());
        await cast.Bot.WithDbAsync(async db =>
        {
            var last = await db.Notifications.SingleAsync(n => n.Purpose == NotificationPurpose.Notice && n.MailAddress == Mail(Many));
            last.State = NotificationState.DeadLetter;
            return await db.SaveChangesAsync();
        });
        var any = await cast.Pieter.SeesAsync(card => card.Offers(Verbs.ShowDuties));

        var card = (await cast.Pieter.InvokesAsync(Verbs.ShowCase, Of(any), any.ActivityId)).Card;
        await cast.Pieter.PressesVerbAsync(card, Verbs.ReadRecipients);
        var listed = await EveryMessageAsync(cast.Pieter);

        Assert.Contains($"✗ {Name(Many)}", card.Text, StringComparison.Ordinal);
        Assert.All(Enumerable.Range(1, Many), number => Assert.Contains(Name(number), listed, StringComparison.Ordinal));
        Assert.Contains("niet (meer) voor jou", (await cast.Dirk.InvokesAsync(Verbs.ReadRecipients, Of(any), any.ActivityId)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nl-NL", "Volgende: 21-40 van 133", "Vorige: 1-20 van 133")]
    [InlineData("en-GB", "Next: 21-40 of 133", "Previous: 1-20 of 133")]
    public async Task Parties_of_a_system_are_leafed_through(string locale, string next, string previous)
    {
        await using var cast = await StartAsync(locale);

        var card = (await cast.Pieter.PressesVerbAsync((await cast.Pieter.PressesVerbAsync(cast.SystemCard, Verbs.ListDuties)).Card, Verbs.ShowSystem)).Card;
        var second = (await cast.Pieter.PressesAsync(card, next)).Card;
        var third = (await cast.Pieter.PressesAsync(second, second.Buttons.Single(title => title.Contains("41", StringComparison.Ordinal)))).Card;

        Assert.Equal(card.Text, (await cast.Pieter.PressesAsync(second, previous)).Card.Text);
        Assert.Equal(60, new[] { card, second, third }.SelectMany(part => part.Choices("party")).Distinct().Count());
    }

    [Fact]
    public async Task Texts_to_change_are_leafed_through()
    {
        await using var cast = await StartAsync("nl-NL");
        await cast.Pieter.PressesVerbAsync(await cast.AwaitsPieterAsync(), Verbs.SendBack, ("comment", "Anders."));
        var card = await cast.Sanne.SeesAsync(card => card.Offers(Verbs.ListNotices));

        var seen = new List<string>();
        var list = (await cast.Sanne.PressesVerbAsync(card, Verbs.ListNotices)).Card;
        while (true)
        {
            seen.AddRange(list.Buttons);
            if (list.Buttons.SingleOrDefault(title => title.StartsWith("Volgende", StringComparison.Ordinal)) is not { } next)
                break;
            list = (await cast.Sanne.PressesAsync(list, next)).Card;
        }

        var form = (await cast.Sanne.PressesVerbAsync(list, Verbs.EditNotice)).Card;
        Assert.Equal(list.Text, (await cast.Sanne.PressesAsync(form, "Terug")).Card.Text);
        var text = ("text", "Andere woorden over CA-2026-0001.");
        Assert.Equal(list.Text, (await cast.Sanne.PressesAsync(form, "Opslaan", ("subject", "Anders"), text)).Card.Text);
        Assert.All(Enumerable.Range(1, Many), number => Assert.Single(seen, title => title.StartsWith(Name(number), StringComparison.Ordinal)));
    }

    /// <summary>Besides those of the cast, so many deployers.</summary>
    private static async Task<Cast> StartAsync(string locale)
    {
        var cast = await Cast.StartAsync(locale);
        await cast.IsDeployedByAsync(Many, Name, Mail);
        return cast;
    }

    private static string Name(int number) => $"Gemeente {number:D3}";

    private static string Mail(int number) => $"gemeente{number}@example.test";

    private static System.Text.Json.Nodes.JsonObject Of(Card card) => new() { ["case"] = card.Data(Verbs.ShowDuties, "case") };

    /// <summary>All that was said, once the last of the list has come.</summary>
    private static async Task<string> EveryMessageAsync(Drivers.Person person)
    {
        await person.SeesTextAsync("-133 / 133)");
        return string.Join("\n", person.Received.Select(sent => sent.Text));
    }
}
