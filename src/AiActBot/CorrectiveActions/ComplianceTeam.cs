using AiActBot.Conversations;
using AiActBot.Hosting;
using AiActBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AiActBot.CorrectiveActions;

/// <summary>Who belongs to the compliance team: a setting, by directory object id, never by name.</summary>
internal sealed class ComplianceTeam(AiActBotDbContext db, IOptions<OrganisationOptions> organisation)
{
    public bool Includes(Person person) =>
        organisation.Value.ComplianceTeam.Contains(person.AadObjectId, StringComparer.OrdinalIgnoreCase);

    /// <summary>The members whom the bot has met and can therefore speak to.</summary>
    public Task<List<Person>> MembersAsync(string tenantId, CancellationToken cancellationToken)
    {
        // People are kept with their id in lower case.
        var ids = organisation.Value.ComplianceTeam.Select(id => Guid.TryParse(id, out var guid) ? guid.ToString() : id).ToList();
        return db.People.Where(p => p.TenantId == tenantId && ids.Contains(p.AadObjectId)).OrderBy(p => p.FirstSeen).ToListAsync(cancellationToken);
    }
}
