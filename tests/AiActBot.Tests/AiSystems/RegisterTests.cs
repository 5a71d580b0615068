using System.Text.Json.Nodes;
using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Conversations;
using AiActBot.Tests.Drivers;
using AiActBot.Tests.Infrastructure;
using Person = AiActBot.Tests.Drivers.Person;

namespace AiActBot.Tests.AiSystems;

public sealed class RegisterTests
{
    [Theory]
    [InlineData("nl-NL", "systemen", "Er staat nog niets in")]
    [InlineData("en-GB", "systems", "Nothing in it yet")]
    public async Task An_empty_register_says_how_to_fill_it(string locale, string word, string text)
    {
        await using var bot = await RunningBot.StartAsync();

        var list = await bot.Person("Sanne", locale).AsksForCardAsync(word);

        Assert.Contains(text, list.Text, StringComparison.Ordinal);
        Assert.True(list.Offers(Verbs.StartTriage));
    }

    [Theory]
    [InlineData("nl-NL", "systemen", "Projectleider", "distributeur")]
    [InlineData("en-GB", "systems", "Project leader", "distributor")]
    public async Task Everybody_sees_a_system_with_its_chain_and_only_the_owner_can_add_to_it(string locale, string word, string owner, string role)
    {
        await using var cast = await Cast.StartAsync(locale);
        foreach (var person in new[] { cast.Sanne, cast.Pieter })
        {
            await person.WritesAsync(word);
            var list = await person.SeesAsync(card => card.Offers(Verbs.ShowSystem));
            var card = (await person.PressesVerbAsync(list, Verbs.ShowSystem)).Card;
            Assert.Contains(owner, card.Text, StringComparison.Ordinal);
            Assert.Contains($"MedTrade, {role}", card.Text, StringComparison.Ordinal);
            Assert.Equal(person == cast.Pieter, card.Offers(Verbs.AddParty));
        }
    }

    [Theory]
    [InlineData("nl-NL", "Alleen de projectleider")]
    [InlineData("en-GB", "Only the project leader")]
    public async Task Somebody_else_cannot_add_a_party_with_the_owners_card(string locale, string words)
    {
        await using var cast = await Cast.StartAsync(locale);
        var before = await Stored.CountAsync(cast.Bot);

        var answer = await cast.Sanne.AddsAsync(cast.SystemCard, RecipientRole.Deployer, "Mallory BV", "Mallory", "mallory@example.test", Language.Dutch);

        Assert.Contains(words, answer.Message, StringComparison.Ordinal);
        Assert.Equal(before, await Stored.CountAsync(cast.Bot));
    }

    [Fact]
    public async Task A_system_of_another_tenant_does_not_exist()
    {
        await using var cast = await Cast.StartAsync();
        var outsider = new Person(cast.Bot, "Pieter", "nl-NL") { TenantIdInActivities = "99999999-2222-4333-8444-555555555555", ConversationId = "a:elsewhere" };
        var data = new JsonObject { ["system"] = cast.SystemCard.Data(Verbs.AddParty, "system") };

        foreach (var verb in new[] { Verbs.ShowSystem, Verbs.ListDuties, Verbs.ShowHistory, Verbs.AddParty, Verbs.ChangeParty, Verbs.RemoveParty, Verbs.UpdateDuty, Verbs.TriageAgain })
            Assert.Contains("niet (meer) in het register", (await outsider.InvokesAsync(verb, data.DeepClone())).Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Cast.System, (await outsider.AsksForCardAsync("systemen")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("role", "")]
    [InlineData("role", "Friend")]
    [InlineData("role", "0")]
    [InlineData("organisation", " ")]
    [InlineData("contact", "")]
    [InlineData("mail", "")]
    [InlineData("mail", "nobody")]
    [InlineData("mail", "Amira <amira@example.test>")]
    [InlineData("mail", "amira@example.test\r\nBcc: evil@example.test")]
    [InlineData("mail", "a@example.test, b@example.test")]
    [InlineData("language", "")]
    [InlineData("language", "French")]
    public async Task A_party_that_cannot_be_reached_or_told_is_not_added(string input, string value)
    {
        await using var cast = await Cast.StartAsync();
        var inputs = new Dictionary<string, string>
        {
            ["role"] = "Deployer",
            ["organisation"] = "Invoer BV",
            ["contact"] = "Ineke",
            ["mail"] = "ineke@example.test",
            ["language"] = "Dutch",
            [input] = value,
        };
        var before = await Stored.CountAsync(cast.Bot);

        var answer = await cast.Pieter.PressesVerbAsync(cast.SystemCard, Verbs.AddParty, [.. inputs.Select(pair => (pair.Key, pair.Value))]);

        Assert.Contains("nog niet compleet", answer.Message, StringComparison.Ordinal);
        Assert.Equal(before, await Stored.CountAsync(cast.Bot));
    }

    [Fact]
    public async Task A_contact_from_another_tenant_is_reached_by_mail()
    {
        await using var cast = await Cast.StartAsync();
        var outsider = new Person(cast.Bot, "Olga", "nl-NL") { TenantIdInActivities = "99999999-2222-4333-8444-555555555555" };
        await outsider.AsksForCardAsync("help");
        var id = await cast.Bot.WithDbAsync(db => Task.FromResult(db.People.Single(p => p.AadObjectId == outsider.ObjectId).Id));

        await cast.Pieter.PressesVerbAsync(cast.SystemCard, Verbs.AddParty,
            ("role", "Importer"), ("organisation", "Invoer BV"), ("contact", "Olga"), ("mail", "olga@example.test"), ("language", "Dutch"), ("teamsContact", id.ToString()));

        Assert.Null(await cast.Bot.WithDbAsync(db => Task.FromResult(db.Parties.Single(p => p.ContactName == "Olga").PersonId)));
    }

    [Fact]
    public async Task Line_breaks_in_names_do_not_reach_the_chain()
    {
        await using var cast = await Cast.StartAsync();

        await cast.Pieter.AddsAsync(cast.SystemCard, RecipientRole.Importer, "Invoer\nBV", "Ine\r\nke", "ineke@example.test", Language.Dutch);

        var party = await cast.Bot.WithDbAsync(db => Task.FromResult(db.Parties.Single(p => p.Mail == "ineke@example.test")));
        Assert.DoesNotContain('\n', party.Organisation + party.ContactName);
    }
}
