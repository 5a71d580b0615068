using System.Text.Json.Nodes;
using AiActBot.AiSystems;
using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Conversations;
using AiActBot.Notifications;
using AiActBot.Storage;
using AiActBot.Tests.Drivers;
using AiActBot.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Person = AiActBot.Tests.Drivers.Person;

namespace AiActBot.Tests.Reliability;

/// <summary>
/// The setting of most tests here: Maja leads the project of a registered system, Sanne reports, Noor is of the
/// compliance team, Dirk is a distributor with the app, and two deployers are told by mail.
/// </summary>
public sealed class TheCase
{
    public const string Approve = "Goedkeuren";
    public const string SendBack = "Terugsturen";
    public const string Acknowledge = "Ik heb dit bericht ontvangen";

    private TheCase(RunningBot bot, Person sanne, Person maja, Person noor, Person dirk) =>
        (Bot, Sanne, Maja, Noor, Dirk) = (bot, sanne, maja, noor, dirk);

    public RunningBot Bot { get; }

    public Person Sanne { get; }

    public Person Maja { get; }

    public Person Noor { get; }

    public Person Dirk { get; }

    public Guid SystemId { get; private set; }

    public static async Task<TheCase> PrepareAsync(RunningBot bot)
    {
        var story = new TheCase(
            bot, await bot.Person("Sanne").InstallsAsync(), await bot.Person("Maja").InstallsAsync(),
            await bot.Person("Noor").InstallsAsync(), await bot.Person("Dirk").InstallsAsync());
        story.SystemId = await bot.WithDbAsync(async db =>
        {
            var owner = await db.People.SingleAsync(p => p.AadObjectId == story.Maja.ObjectId);
            var distributor = await db.People.SingleAsync(p => p.AadObjectId == story.Dirk.ObjectId);
            return await RegisterAsync(db, owner, distributor);
        });
        return story;
    }

    /// <summary>Puts the system with its three parties in the register.</summary>
    internal static async Task<Guid> RegisterAsync(AiActBotDbContext db, global::AiActBot.Conversations.Person owner, global::AiActBot.Conversations.Person distributor)
    {
        var system = new AiSystem
        {
            Id = AiSystemId.New(),
            TenantId = owner.TenantId,
            Name = "CV-schifter",
            OwnerId = owner.Id,
            RegisteredAt = owner.FirstSeen,
        };
        system.Parties.Add(PartyOf(system, RecipientRole.Distributor, "MedTrade", "dirk@example.test", distributor.Id));
        system.Parties.Add(PartyOf(system, RecipientRole.Deployer, "Gemeente Veldhoven", "amira@example.test", null));
        system.Parties.Add(PartyOf(system, RecipientRole.Deployer, "Northwind", "grace@example.test", null));
        db.AiSystems.Add(system);
        await db.SaveChangesAsync();
        return system.Id.Value;
    }

    public JsonObject Report(string facts = "Vrouwen met een onderbroken loopbaan komen lager uit.") => new()
    {
        ["system"] = SystemId.ToString(),
        ["kind"] = "BringIntoConformity",
        ["facts"] = facts,
        ["action"] = "De weging van loopbaanonderbrekingen vervalt.",
    };

    /// <summary>Sanne reports; Maja has the card before her on which she decides.</summary>
    public async Task<Card> IsReportedAsync()
    {
        await Sanne.InvokesAsync(Verbs.Report, Report());
        return await Maja.SeesCardAsync(card => card.Buttons.Contains(Approve));
    }

    /// <summary>Every notice of the case has been sent.</summary>
    public Task<List<Notification>> NoticesAreSentAsync() => Eventually.GetAsync(
        NoticesAsync, notices => notices.Count > 0 && notices.TrueForAll(n => n.State == NotificationState.Sent), "all notices sent");

    public Task<List<Notification>> NoticesAsync() => Bot.WithDbAsync(db => db.Notifications.AsNoTracking()
        .Where(n => n.Purpose == NotificationPurpose.Notice).OrderBy(n => n.Id).ToListAsync());

    /// <summary>Nothing of this bot's outbox is waiting or being sent.</summary>
    public static Task OutboxIsEmptyAsync(RunningBot bot) => Eventually.TrueAsync(
        () => bot.WithDbAsync(async db => !await db.Notifications.AnyAsync(
            n => n.State == NotificationState.Pending || n.State == NotificationState.Sending)),
        "the outbox to be empty");

    private static Party PartyOf(AiSystem system, RecipientRole role, string organisation, string mail, PersonId? personId) => new()
    {
        Id = PartyId.New(),
        AiSystemId = system.Id,
        Role = role,
        Organisation = organisation,
        ContactName = organisation + " contact",
        Mail = mail,
        Language = Language.Dutch,
        PersonId = personId,
    };
}
