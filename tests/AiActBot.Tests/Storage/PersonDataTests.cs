using AiActBot.Conversations;
using AiActBot.Storage;
using AiActBot.Storage.Persons;
using AiActBot.Tests.Drivers;
using AiActBot.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Person = AiActBot.Tests.Drivers.Person;

namespace AiActBot.Tests.Storage;

public sealed class PersonDataTests
{
    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task An_export_has_the_duties_that_somebody_sees_to(DatabaseProvider provider)
    {
        await using var bot = await RunningBot.StartAsync(provider);
        var pieter = bot.Person("Pieter");
        var sanne = await bot.Person("Sanne").InstallsAsync();
        var system = (await pieter.RegistersAsync("TalentScan", RegisterTalk.RanksApplicants)).Card;
        var duties = (await pieter.PressesVerbAsync(system, Verbs.ListDuties)).Card;
        await pieter.UpdatesADutyAsync(duties, "InProgress", seesToIt: duties.Choice("owner", "Sanne"));
        var first = Guid.Parse(duties.FirstChoice("duty"));
        var items = await bot.WithDbAsync(db => db.DutyItems.AsNoTracking().ToListAsync());

        Assert.Equal([$"TalentScan: {items.Single(item => item.Id == first).DutyId}"], await DutiesOfAsync(bot, sanne));
        var rest = items.Where(item => item.Id != first).Select(item => $"TalentScan: {item.DutyId}").ToHashSet();
        Assert.True(rest.SetEquals(await DutiesOfAsync(bot, pieter)));
    }

    private static async Task<IReadOnlyList<string>> DutiesOfAsync(RunningBot bot, Person person)
    {
        await using var scope = bot.Services.CreateAsyncScope();
        var data = scope.ServiceProvider.GetRequiredService<PersonData>();
        return (await data.ExportAsync((await data.FindAsync(person.ObjectId, default))!, default)).Duties;
    }
}
