using AiActBot.AiSystems;
using AiActBot.BotFramework.Activities;
using AiActBot.Compliance;
using AiActBot.Storage;
using Microsoft.EntityFrameworkCore;
using static AiActBot.Conversations.CardParts;

namespace AiActBot.MessageExtension;

/// <summary>Finds systems of the organisation's register. The card says what everybody in the organisation may see, and names no contacts.</summary>
internal sealed class SystemSearch(AiActBotDbContext db)
{
    public async Task<IReadOnlyList<ComposeExtensionResult>> FindAsync(Searcher searcher, ComposeExtensionQuery query, CancellationToken cancellationToken)
    {
        // Databases differ in how they compare letters; a register is small.
        var systems = await (
            from system in db.AiSystems
            join owner in db.People on system.OwnerId equals owner.Id
            where system.TenantId == searcher.TenantId
            orderby system.Name
            select new { System = system, Owner = owner.DisplayName }).AsNoTracking().ToListAsync(cancellationToken);
        return
        [
            .. systems.Where(found => found.System.Name.Contains(query.Text, StringComparison.CurrentCultureIgnoreCase))
                .Skip(query.Skip).Take(query.Count).Select(found => Show(found.System, found.Owner, searcher)),
        ];
    }

    private static ComposeExtensionResult Show(AiSystem system, string owner, Searcher searcher)
    {
        var risk = RiskWords.Short(system, searcher.Language);
        var roles = system.Roles.Count == 0
            ? searcher.In(new("nog niet bepaald", "not settled yet"))
            : string.Join(", ", system.Roles.Select(role => searcher.In(RiskWords.Of(role))));
        return new ComposeExtensionResult(system.Name, risk, Card(
        [
            Title(system.Name),
            .. system.Description.Length > 0 ? [Text(system.Description)] : Array.Empty<BotFramework.Cards.CardElement>(),
            Facts(
                (searcher.In(new("Projectleider", "Project leader")), owner),
                (searcher.In(new("Onze rol", "Our role")), roles),
                (searcher.In(new("Risicoklasse", "Risk class")), risk)),
        ]) with { Lang = searcher.Language == Language.Dutch ? "nl" : "en" });
    }
}
