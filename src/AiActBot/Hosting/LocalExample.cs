using AiActBot.AiSystems;
using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Conversations;
using AiActBot.LocalChat;
using AiActBot.Storage;
using AiActBot.Storage.Audit;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.Hosting;

/// <summary>
/// The people of the local chat, and one example system with its supply chain, so that a newcomer has something to try
/// everything with. Made once, and never where there is anything already.
/// </summary>
internal static class LocalExample
{
    /// <summary>How often it is looked at anew when another process that starts on the same database is faster.</summary>
    private const int Looks = 8;

    public static async Task EnsureAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        for (var look = 1; ; look++)
        {
            try
            {
                await MakeAsync(services, cancellationToken);
                return;
            }
            catch (DbUpdateException exception) when (look < Looks && UniqueViolation.IsConflict(exception))
            {
                // What the other made is found at the next look.
            }
        }
    }

    private static async Task MakeAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AiActBotDbContext>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var serviceUrl = new Uri(services.GetRequiredService<OwnAddress>().Base, "/local/connector/").ToString();
        var known = await db.People.Where(p => p.TenantId == LocalPeople.TenantId).ToListAsync(cancellationToken);
        var chats = await db.Conversations.Where(c => c.TenantId == LocalPeople.TenantId && c.Type == Conversation.PersonalType).ToListAsync(cancellationToken);
        var people = new Dictionary<string, Person>();
        foreach (var local in LocalPeople.All)
        {
            var person = known.Find(p => p.AadObjectId == local.AadObjectId) ?? Add(db, local, now);
            people.Add(local.Key, person);
            // The port may be another one than last time.
            if (chats.Find(c => c.ConversationId == local.ConversationId) is { } chat)
                chat.ServiceUrl = serviceUrl;
            else
                db.Conversations.Add(NewChat(local, person, serviceUrl));
        }

        if (!await db.AiSystems.AnyAsync(cancellationToken))
            AddSystem(db, people, now);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static Person Add(AiActBotDbContext db, LocalPerson local, DateTimeOffset now)
    {
        var person = new Person
        {
            Id = PersonId.New(),
            TenantId = LocalPeople.TenantId,
            AadObjectId = local.AadObjectId,
            UserId = local.Mri,
            DisplayName = local.Name,
            Language = Language.Dutch,
            FirstSeen = now,
        };
        db.People.Add(person);
        return person;
    }

    private static Conversation NewChat(LocalPerson local, Person person, string serviceUrl) => new()
    {
        Id = Guid.CreateVersion7(),
        ChannelId = "msteams",
        ConversationId = local.ConversationId,
        TenantId = LocalPeople.TenantId,
        Type = Conversation.PersonalType,
        ServiceUrl = serviceUrl,
        BotId = LocalPeople.BotId,
        PersonId = person.Id,
    };

    private static void AddSystem(AiActBotDbContext db, Dictionary<string, Person> people, DateTimeOffset now)
    {
        var distributor = LocalPeople.ByKey("distributor")!;
        var system = new AiSystem
        {
            Id = AiSystemId.New(),
            TenantId = LocalPeople.TenantId,
            Name = "TalentScan",
            Description = "Voorbeeld: rangschikt sollicitanten op hun cv. / Example: ranks applicants by their CV.",
            OwnerId = people["project-leader"].Id,
            Roles = [OperatorRole.Provider],
            RiskClasses = [RiskClass.HighRisk],
            RegisteredAt = now,
        };
        system.Parties.Add(new Party
        {
            Id = PartyId.New(),
            AiSystemId = system.Id,
            Role = RecipientRole.Distributor,
            Organisation = distributor.Company!,
            ContactName = distributor.Name,
            Mail = distributor.Mail,
            Language = Language.Dutch,
            PersonId = people["distributor"].Id,
        });
        system.Parties.Add(new Party
        {
            Id = PartyId.New(),
            AiSystemId = system.Id,
            Role = RecipientRole.Deployer,
            Organisation = "Gemeente Voorbeeldstad",
            ContactName = "Amira Haddad",
            Mail = "amira@example.test",
            Language = Language.Dutch,
        });
        system.Parties.Add(new Party
        {
            Id = PartyId.New(),
            AiSystemId = system.Id,
            Role = RecipientRole.Deployer,
            Organisation = "Northwind Recruiting Ltd",
            ContactName = "Grace Okafor",
            Mail = "grace@example.test",
            Language = Language.English,
        });
        db.AiSystems.Add(system);
        db.Record(new AuditRecord("system.registered", $"system:{system.Id}", null, now, ("example", "yes")));
    }
}
