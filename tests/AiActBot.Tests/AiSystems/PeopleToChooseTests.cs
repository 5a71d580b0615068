using System.Text;
using AiActBot.BotFramework.Cards;
using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Conversations;
using AiActBot.Storage.Persons;
using AiActBot.Tests.Drivers;
using AiActBot.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Person = AiActBot.Tests.Drivers.Person;

namespace AiActBot.Tests.AiSystems;

/// <summary>Of whom one is chosen on a card.</summary>
public sealed class PeopleToChooseTests
{
    [Fact]
    public async Task Who_has_to_do_with_it_is_there_however_many_others_there_are()
    {
        await using var bot = await RunningBot.StartAsync();
        var zita = bot.Person("Zita");
        var zoran = await bot.Person("Zoran").InstallsAsync();
        var system = (await zita.RegistersAsync("TalentScan", RegisterTalk.RanksApplicants)).Card;
        system = (await zita.AddsAsync(system, RecipientRole.Distributor, "MedTrade", "Zoran", "zoran@example.test", Language.Dutch, zoran)).Card;
        var duties = (await zita.PressesVerbAsync(system, Verbs.ListDuties)).Card;
        await zita.UpdatesADutyAsync(duties, "InProgress", seesToIt: duties.Choice("owner", "Zoran"));
        await AreAddedAsync(bot, zita, 60);

        duties = (await zita.PressesVerbAsync(system, Verbs.ListDuties)).Card;
        system = (await zita.PressesVerbAsync(duties, Verbs.ShowSystem)).Card;

        Assert.Contains("Mee bezig, Zoran", duties.Text, StringComparison.Ordinal);
        Assert.NotEmpty(duties.Choice("owner", "Zoran"));
        Assert.NotEmpty(duties.Choice("owner", "Zita"));
        Assert.NotEmpty(system.Choice("changedTeamsContact", "Zoran"));
        foreach (var card in new[] { duties, system })
            Assert.InRange(Encoding.UTF8.GetByteCount(card.Content.ToJsonString()), 1, AdaptiveCard.MaxSizeInBytes);
    }

    [Fact]
    public async Task Who_was_erased_is_nobody_to_choose_anywhere()
    {
        await using var cast = await Cast.StartAsync();
        var asked = await cast.AwaitsPieterAsync();
        var other = (await cast.Pieter.RegistersAsync("Rangschikker", RegisterTalk.RanksApplicants)).Card;
        var duties = (await cast.Pieter.PressesVerbAsync(other, Verbs.ListDuties)).Card;
        var dirk = duties.Choice("owner", "Dirk");
        await cast.Pieter.UpdatesADutyAsync(duties, "InProgress", seesToIt: dirk);
        await IsErasedAsync(cast.Bot, cast.Dirk);

        var now = (await cast.Pieter.PressesVerbAsync(other, Verbs.ListDuties)).Card;
        Assert.Contains("Mee bezig, iemand die er niet meer is", now.Text, StringComparison.Ordinal);
        var details = (await cast.Pieter.PressesVerbAsync(asked, Verbs.ShowDuties)).Card;
        foreach (var (card, input) in new[]
        {
            (now, "owner"),
            ((await cast.Pieter.PressesVerbAsync(now, Verbs.ShowSystem)).Card, "teamsContact"),
            ((await cast.Pieter.PressesVerbAsync(details, Verbs.ShowCase)).Card, "delegate"),
            (await cast.Pieter.AsksForCardAsync("afwezig"), "deputy"),
        })
        {
            Assert.DoesNotContain(dirk, card.Choices(input));
        }

        // A card from before still has them.
        var another = ("duty", duties.Choices("duty").Last());
        Assert.Contains("Kies een plicht", (await cast.Pieter.PressesVerbAsync(duties, Verbs.UpdateDuty, another, ("state", "Done"), ("owner", dirk))).Message, StringComparison.Ordinal);
        await cast.Pieter.PressesVerbAsync(other, Verbs.AddParty,
            ("role", "Importer"), ("organisation", "Invoer BV"), ("contact", "Dirk"), ("mail", "d@example.test"), ("language", "Dutch"), ("teamsContact", dirk));
        Assert.Null(await cast.Bot.WithDbAsync(db => db.Parties.Where(p => p.Mail == "d@example.test").Select(p => p.PersonId).SingleAsync()));
    }

    private static async Task AreAddedAsync(RunningBot bot, Person like, int count) => await bot.WithDbAsync(db =>
    {
        db.People.AddRange(Enumerable.Range(0, count).Select(number => new AiActBot.Conversations.Person
        {
            Id = PersonId.New(),
            TenantId = like.TenantIdInActivities,
            AadObjectId = Guid.NewGuid().ToString(),
            UserId = $"29:{number}",
            DisplayName = $"Alexander van den Berg {number}",
            FirstSeen = bot.Time.GetUtcNow(),
        }));
        return db.SaveChangesAsync();
    });

    private static async Task IsErasedAsync(RunningBot bot, Person person)
    {
        await using var scope = bot.Services.CreateAsyncScope();
        var data = scope.ServiceProvider.GetRequiredService<PersonData>();
        Assert.Null(await data.EraseAsync((await data.FindAsync(person.ObjectId, default))!, default));
    }
}
