using AiActBot.BotFramework.Cards;
using AiActBot.Compliance;
using AiActBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.Conversations;

/// <summary>The people of one organisation, of whom one is chosen on a card. Who was erased is nobody to choose.</summary>
internal sealed class Colleagues(AiActBotDbContext db)
{
    /// <summary>As many as a choice on a card can hold.</summary>
    private const int Most = 50;

    /// <param name="always">Who has to be among them, however many there are.</param>
    public async Task<IReadOnlyList<Person>> ToChooseFromAsync(string tenantId, IReadOnlyCollection<PersonId> always, CancellationToken cancellationToken)
    {
        var people = await Of(tenantId).AsNoTracking()
            .OrderByDescending(p => always.Contains(p.Id)).ThenBy(p => p.DisplayName)
            .Take(Math.Max(Most, always.Count)).ToListAsync(cancellationToken);
        return [.. people.OrderBy(person => person.DisplayName, StringComparer.OrdinalIgnoreCase)];
    }

    /// <returns>Who was chosen; null for nobody, somebody elsewhere and somebody who was erased.</returns>
    public async Task<Person?> ChosenAsync(Turn turn, CardData data, string input, CancellationToken cancellationToken)
    {
        if (!data.TryGetGuid(input, out var chosen))
            return null;
        var id = new PersonId(chosen);
        return await Of(turn.Person.TenantId).SingleOrDefaultAsync(p => p.Id == id, cancellationToken);
    }

    private IQueryable<Person> Of(string tenantId) => db.People.Where(p => p.TenantId == tenantId && !p.AadObjectId.StartsWith(Person.Erased));
}
