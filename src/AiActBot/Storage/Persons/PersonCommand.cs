using System.CommandLine;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.Storage.Persons;

/// <summary><c>person export</c> and <c>person erase</c>.</summary>
internal static class PersonCommand
{
    public static Command Create(Func<IServiceProvider> services)
    {
        var who = new Argument<string>("person") { Description = "Object id in the directory, or the opaque id of the audit trail." };
        var export = new Command("export", "Writes everything that is kept about a person as JSON.") { who };
        export.SetAction((parsed, cancellationToken) => RunAsync(services(), parsed.GetValue(who)!, ExportAsync, cancellationToken));
        var erase = new Command("erase", "Removes what identifies a person. The audit trail keeps its chain; cases keep an opaque number.") { who };
        erase.SetAction((parsed, cancellationToken) => RunAsync(services(), parsed.GetValue(who)!, EraseAsync, cancellationToken));
        return new Command("person", "The data of one person.") { export, erase };
    }

    private static async Task<int> RunAsync(
        IServiceProvider services, string who, Func<PersonData, Conversations.Person, CancellationToken, Task<int>> act, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AiActBotDbContext>().Database.MigrateAsync(cancellationToken);
        var data = scope.ServiceProvider.GetRequiredService<PersonData>();
        if (await data.FindAsync(who, cancellationToken) is { } person)
            return await act(data, person, cancellationToken);
        await Console.Error.WriteLineAsync("There is no such person.");
        return 1;
    }

    private static async Task<int> ExportAsync(PersonData data, Conversations.Person person, CancellationToken cancellationToken)
    {
        Console.WriteLine(JsonSerializer.Serialize(await data.ExportAsync(person, cancellationToken), PersonJson.Default.PersonExport));
        return 0;
    }

    private static async Task<int> EraseAsync(PersonData data, Conversations.Person person, CancellationToken cancellationToken)
    {
        if (await data.EraseAsync(person, cancellationToken) is { } because)
        {
            await Console.Error.WriteLineAsync(because);
            return 1;
        }

        Console.WriteLine($"Erased. In the audit trail and in cases this person is {person.Id}.");
        return 0;
    }
}
