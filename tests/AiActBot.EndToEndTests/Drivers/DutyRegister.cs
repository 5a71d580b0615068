using AiActBot.AiSystems;
using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;
using AiActBot.EndToEndTests.Infrastructure;
using AiActBot.LocalChat;
using AiActBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AiActBot.EndToEndTests.Drivers;

/// <summary>Puts the systems of the cases in the register, with Pieter as owner, as triage and its supply chain would have.</summary>
internal static class DutyRegister
{
    public static string OrganisationOf(RecipientRole role) => role switch
    {
        RecipientRole.Provider => "Lumen Systems",
        RecipientRole.Importer => "Harbour Imports",
        RecipientRole.Distributor => "MedTrade Distribution",
        RecipientRole.Deployer => "Ziekenhuis Noord",
        RecipientRole.AuthorisedRepresentative => "Rep Europe",
        _ => "Certa Quality",
    };

    public static async Task RegistersAsync(this RunningApplication application, IEnumerable<DutyCase> cases, Language language)
    {
        await using var scope = application.Service<IServiceScopeFactory>().CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AiActBotDbContext>();
        var people = await db.People.ToDictionaryAsync(person => person.UserId);
        foreach (var one in cases)
        {
            var system = new AiSystem
            {
                Id = AiSystemId.New(),
                TenantId = LocalPeople.TenantId,
                Name = one.System,
                OwnerId = people["29:local-project-leader"].Id,
                Roles = [one.Role],
                RiskClasses = [one.Class],
                RegisteredAt = application.Service<TimeProvider>().GetUtcNow(),
            };
            system.Parties.AddRange(one.Parties.Select(role => new Party
            {
                Id = PartyId.New(),
                AiSystemId = system.Id,
                Role = role,
                Organisation = OrganisationOf(role),
                ContactName = "Amira Haddad",
                Mail = PartyToAdd.Mail,
                Language = language,
                PersonId = role == RecipientRole.Distributor ? people["29:local-distributor"].Id : null,
            }));
            db.AiSystems.Add(system);
        }

        await db.SaveChangesAsync();
    }
}
