using AiActBot.BotFramework.Cards;
using AiActBot.Compliance;
using AiActBot.Conversations;
using AiActBot.Storage;
using Microsoft.EntityFrameworkCore;
using static AiActBot.Conversations.CardParts;

namespace AiActBot.AiSystems;

/// <summary>Shows the register: the list, and one system with its roles, class and supply chain.</summary>
internal sealed class SystemRegister(AiActBotDbContext db)
{
    private const int Longest = 20;

    public async Task ListAsync(Turn turn, CancellationToken cancellationToken)
    {
        var systems = await VisibleTo(turn.Person).AsNoTracking()
            .OrderBy(s => s.Name).Take(Longest).ToListAsync(cancellationToken);
        var title = turn.In(new("Register van AI-systemen", "Register of AI systems"));
        var text = systems.Count == 0
            ? turn.In(new("Er staat nog niets in. Toets een systeem om het op te nemen.", "Nothing in it yet. Triage a system to register it."))
            : turn.In(new("Kies een systeem om het te bekijken.", "Choose a system to look at it."));
        turn.Show(
            Card(
                [Title(title), Text(text)],
                [
                    .. systems.Select(system => Button($"{system.Name} ({RiskWords.Short(system, turn.Language)})", Verbs.ShowSystem, (SystemCard.System, system.Id.ToString()))),
                    Button(turn.In(new("Een systeem toetsen", "Triage a system")), Verbs.StartTriage),
                ]),
            title);
    }

    public async Task ShowAsync(Turn turn, CardData data, CancellationToken cancellationToken)
    {
        if (await FindAsync(turn, data, cancellationToken) is { } system)
            turn.Replace(await CardForAsync(turn, system, cancellationToken), system.Name);
        else
            turn.Refuse(RegisterTexts.SystemGone);
    }

    public async Task<AiSystem?> FindAsync(Turn turn, CardData data, CancellationToken cancellationToken) =>
        data.TryGetGuid(SystemCard.System, out var id)
            ? await VisibleTo(turn.Person).Include(s => s.Parties).SingleOrDefaultAsync(s => s.Id == new AiSystemId(id), cancellationToken)
            : null;

    /// <summary>The systems that a person may see: those of their own organisation.</summary>
    public IQueryable<AiSystem> VisibleTo(Person person) => db.AiSystems.Where(s => s.TenantId == person.TenantId);

    public async Task<AdaptiveCard> CardForAsync(Turn turn, AiSystem system, CancellationToken cancellationToken)
    {
        var owner = await db.People.SingleAsync(p => p.Id == system.OwnerId, cancellationToken);
        var contacts = owner.Id == turn.Person.Id
            ? await db.People.AsNoTracking().Where(p => p.TenantId == turn.Person.TenantId && p.Id != owner.Id)
                .OrderBy(p => p.DisplayName).Take(50).ToListAsync(cancellationToken)
            : [];
        return new SystemCard(system, owner, turn.Person, contacts).Build();
    }
}
