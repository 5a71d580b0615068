using AiActBot.BotFramework.Cards;
using AiActBot.Compliance.Triage;
using AiActBot.Conversations;
using AiActBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.AiSystems;

/// <summary>Shows the duties of a system with what was recorded about each.</summary>
internal sealed class DutyOverview(AiActBotDbContext db, SystemRegister register, Colleagues colleagues, RuleBook book)
{
    public async Task ShowAsync(Turn turn, CardData data, CancellationToken cancellationToken)
    {
        if (await register.FindAsync(turn, data, cancellationToken) is { } system)
            turn.Replace(await CardForAsync(turn, system, cancellationToken), system.Name);
    }

    public async Task<AdaptiveCard> CardForAsync(Turn turn, AiSystem system, CancellationToken cancellationToken)
    {
        // The change of this turn is not in the database yet.
        var stored = await db.DutyItems.Where(item => item.AiSystemId == system.Id).ToListAsync(cancellationToken);
        var items = stored.Where(item => item.State != DutyState.NoLongerApplies)
            .OrderBy(item => item.AppliesFrom).ThenBy(item => item.Id).ToList();
        var people = await colleagues.ToChooseFromAsync(
            turn.Person.TenantId, [.. items.Select(item => item.OwnerId).Append(system.OwnerId).Distinct()], cancellationToken);
        return new DutiesCard(system, items, people, book, turn.Person).Build();
    }
}
