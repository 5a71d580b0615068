using AiActBot.AiSystems;
using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;
using AiActBot.CorrectiveActions;
using AiActBot.Notifications;
using AiActBot.Storage;
using AiActBot.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.Tests.Drivers;

/// <summary>Four people who have the app, and a system of Pieter's with three parties to inform: one in Teams, two by mail.</summary>
internal sealed class Cast : IAsyncDisposable
{
    public const string System = "TalentScan";

    private Cast(RunningBot bot, string locale)
    {
        Bot = bot;
        Sanne = bot.Person("Sanne", locale);
        Pieter = bot.Person("Pieter", locale);
        Noor = bot.Person("Noor", locale);
        Dirk = bot.Person("Dirk", locale);
        Mail = new Mailbox(bot.MailFolder);
    }

    public RunningBot Bot { get; }

    /// <summary>A staff member.</summary>
    public Person Sanne { get; }

    /// <summary>The project leader, who owns the system.</summary>
    public Person Pieter { get; }

    /// <summary>Of the compliance team.</summary>
    public Person Noor { get; }

    /// <summary>Contact of the distributor, with the app.</summary>
    public Person Dirk { get; }

    public Mailbox Mail { get; }

    /// <summary>The system's card in the register, as its owner has it.</summary>
    public Card SystemCard { get; private set; } = null!;

    /// <param name="isOfOneLanguage">Everybody to be told reads the language of the four; otherwise one Dutch and one English.</param>
    public static async Task<Cast> StartAsync(
        string locale = "nl-NL", DatabaseProvider provider = DatabaseProvider.Sqlite, bool isOfOneLanguage = false, params (string Name, string Value)[] settings)
    {
        var cast = new Cast(await RunningBot.StartAsync(provider, settings), locale);
        var own = cast.Dirk.IsDutch ? Language.Dutch : Language.English;
        foreach (var person in new[] { cast.Sanne, cast.Pieter, cast.Noor, cast.Dirk })
            await person.InstallsAsync();
        var card = (await cast.Pieter.RegistersAsync(System)).Card;
        await cast.IsAsync([OperatorRole.Provider], [RiskClass.HighRisk]);
        card = (await cast.Pieter.AddsAsync(card, RecipientRole.Distributor, "MedTrade", "Dirk Vermeer", "dirk@example.test", own, cast.Dirk)).Card;
        card = (await cast.Pieter.AddsAsync(card, RecipientRole.Deployer, "Voorbeeldstad", "Amira Haddad", "amira@example.test", isOfOneLanguage ? own : Language.Dutch)).Card;
        cast.SystemCard = (await cast.Pieter.AddsAsync(card, RecipientRole.Deployer, "Northwind", "Grace Okafor", "grace@example.test", isOfOneLanguage ? own : Language.English)).Card;
        return cast;
    }

    /// <summary>What the organisation is to the system, and how the Act treats it, as triage would have found.</summary>
    public Task IsAsync(IReadOnlyList<OperatorRole> roles, IReadOnlyList<RiskClass> classes) => Bot.WithDbAsync(async db =>
    {
        var system = await SystemAsync(db);
        (system.Roles, system.RiskClasses) = ([.. roles], [.. classes]);
        return await db.SaveChangesAsync();
    });

    /// <summary>Besides the parties of the start, so many deployers.</summary>
    public Task IsDeployedByAsync(int count, Func<int, string> name, Func<int, string> mail) => Bot.WithDbAsync(async db =>
    {
        var system = await SystemAsync(db);
        db.Parties.AddRange(Enumerable.Range(1, count).Select(number => new Party
        {
            Id = PartyId.New(),
            AiSystemId = system.Id,
            Role = RecipientRole.Deployer,
            Organisation = name(number),
            ContactName = "Ada",
            Mail = mail(number),
            Language = Dirk.IsDutch ? Language.Dutch : Language.English,
        }));
        return await db.SaveChangesAsync();
    });

    /// <summary>Sanne has reported; the card asks Pieter to decide.</summary>
    public async Task<Card> AwaitsPieterAsync()
    {
        await Sanne.ReportsAsync(System);
        return await Pieter.IsAskedToDecideAsync();
    }

    /// <summary>Pieter has approved; his card as it is then.</summary>
    public async Task<Card> IsApprovedAsync() => (await Pieter.ApprovesAsync(await AwaitsPieterAsync())).Card;

    public async Task<CorrectiveActionStatus> StatusAsync() => (await CaseAsync()).Status;

    /// <summary>The only case, as it is stored.</summary>
    public Task<CorrectiveActionCase> CaseAsync() => Bot.WithDbAsync(db => db.Cases.AsNoTracking().Include(c => c.Approvals).SingleAsync());

    /// <summary>The notices that its approval put in the outbox.</summary>
    public Task<List<Notification>> NoticesAsync() =>
        Bot.WithDbAsync(db => db.Notifications.AsNoTracking().Where(n => n.Purpose == NotificationPurpose.Notice).OrderBy(n => n.Id).ToListAsync());

    /// <summary>What the audit trail says of the only case, in order.</summary>
    public async Task<List<string>> HistoryAsync() => await Stored.HistoryAsync(Bot, $"case:{(await CaseAsync()).Id}");

    /// <summary>The example of the local chat has the same name.</summary>
    private static Task<AiSystem> SystemAsync(AiActBotDbContext db) =>
        db.AiSystems.SingleAsync(s => s.Name == System && s.TenantId != global::AiActBot.LocalChat.LocalPeople.TenantId);

    public ValueTask DisposeAsync() => Bot.DisposeAsync();
}
