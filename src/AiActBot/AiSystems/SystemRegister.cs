using System.Text.Json;
using AiActBot.BotFramework.Cards;
using AiActBot.Compliance;
using AiActBot.Conversations;
using AiActBot.Storage;
using AiActBot.Triage;
using Microsoft.EntityFrameworkCore;
using static AiActBot.Conversations.CardParts;

namespace AiActBot.AiSystems;

/// <summary>Shows the register: the list, and one system with its roles, class and supply chain.</summary>
internal sealed class SystemRegister(AiActBotDbContext db, Colleagues colleagues, DocumentLinks links)
{
    private const int Longest = 20;

    /// <summary>The filter that shows only the viewer's own systems, and the one for those to look at again.</summary>
    private const string Mine = "mine";
    private const string Flagged = "flagged";
    private const string Everything = "all";
    private const string Filter = "filter";

    public async Task ListAsync(Turn turn, CancellationToken cancellationToken) =>
        turn.Show(await ListCardAsync(turn, Everything, cancellationToken), turn.In(Title));

    /// <summary>The list again, in its place, as the person wants to see it; from a card without a choice it is a list of its own.</summary>
    public async Task FilterAsync(Turn turn, CardData data, CancellationToken cancellationToken)
    {
        if (!data.TryGetString(Filter, out var filter))
            await ListAsync(turn, cancellationToken);
        else
            turn.Replace(await ListCardAsync(turn, Filters(turn.Language).Any(known => known.Item1 == filter) ? filter : Everything, cancellationToken), turn.In(Title));
    }

    private static readonly Bilingual Title = new("Register van AI-systemen", "Register of AI systems");

    private async Task<AdaptiveCard> ListCardAsync(Turn turn, string filter, CancellationToken cancellationToken)
    {
        var visible = VisibleTo(turn.Person).AsNoTracking();
        var wanted = filter switch
        {
            Mine => visible.Where(s => s.OwnerId == turn.Person.Id),
            Flagged => visible.Where(s => db.ReviewFlags.Any(f => f.AiSystemId == s.Id && f.SettledAt == null)),
            _ => visible,
        };
        // A class is looked for in a list within the row; a register is small enough to look through it here.
        var systems = Enum.GetNames<RiskClass>().Contains(filter)
            ? (await wanted.OrderBy(s => s.Name).ToListAsync(cancellationToken)).Where(s => s.RiskClasses.Contains(Enum.Parse<RiskClass>(filter))).Take(Longest).ToList()
            : await wanted.OrderBy(s => s.Name).Take(Longest).ToListAsync(cancellationToken);
        return Card(
            [
                CardParts.Title(turn.In(Title)),
                Text(turn.In(Said(systems.Count, filter))),
                Choice(Filter, turn.In(new("Toon", "Show")), Filters(turn.Language), turn.In(new("Kies wat je wilt zien.", "Choose what you want to see.")), selected: filter),
            ],
            [
                .. systems.Select(system => Button($"{system.Name} ({RiskWords.Short(system, turn.Language)})", Verbs.ShowSystem, (SystemCard.System, system.Id.ToString())) with { AssociatedInputs = AssociatedInputs.None }),
                Button(turn.In(new("Filteren", "Filter")), Verbs.ListSystems),
                Button(turn.In(new("Een systeem toetsen", "Triage a system")), Verbs.StartTriage) with { AssociatedInputs = AssociatedInputs.None },
            ]);
    }

    private static Bilingual Said(int count, string filter) => (count, filter) switch
    {
        (0, Everything) => new("Er staat nog niets in. Toets een systeem om het op te nemen.", "Nothing in it yet. Triage a system to register it."),
        (0, _) => new("Er is geen systeem dat hieraan voldoet.", "No system fits this."),
        _ => new("Kies een systeem om het te bekijken.", "Choose a system to look at it."),
    };

    private static IEnumerable<(string, string)> Filters(Language language) =>
    [
        (Everything, new Bilingual("alle systemen", "all systems").In(language)),
        (Mine, new Bilingual("mijn systemen", "my systems").In(language)),
        (Flagged, new Bilingual("opnieuw te toetsen", "to be triaged again").In(language)),
        .. Enum.GetValues<RiskClass>().Select(risk => (risk.ToString(), RiskWords.Of(risk).In(language))),
    ];

    public async Task ShowAsync(Turn turn, CardData data, CancellationToken cancellationToken)
    {
        if (await FindAsync(turn, data, cancellationToken) is { } system)
            turn.Replace(await CardForAsync(turn, system, cancellationToken, ListPart.FromOf(data)), system.Name);
    }

    /// <returns>The system that a card is about; null after telling the person that it is not there for them.</returns>
    public async Task<AiSystem?> FindAsync(Turn turn, CardData data, CancellationToken cancellationToken)
    {
        var system = data.TryGetGuid(SystemCard.System, out var id)
            ? await VisibleTo(turn.Person).Include(s => s.Parties).SingleOrDefaultAsync(s => s.Id == new AiSystemId(id), cancellationToken)
            : null;
        if (system is null)
            turn.Refuse(RegisterTexts.SystemGone);
        return system;
    }

    /// <returns>The same, for who may change it; null also after telling that only its owner can.</returns>
    public async Task<AiSystem?> FindOwnAsync(Turn turn, CardData data, CancellationToken cancellationToken)
    {
        var system = await FindAsync(turn, data, cancellationToken);
        if (system is null || system.OwnerId == turn.Person.Id)
            return system;
        turn.Refuse(RegisterTexts.OnlyOwner);
        return null;
    }

    /// <summary>The systems that a person may see: those of their own organisation.</summary>
    public IQueryable<AiSystem> VisibleTo(Person person) => db.AiSystems.Where(s => s.TenantId == person.TenantId);

    /// <param name="firstParty">Which of the parties stand on it, where they are many.</param>
    public async Task<AdaptiveCard> CardForAsync(Turn turn, AiSystem system, CancellationToken cancellationToken, int firstParty = 0)
    {
        var owner = await db.People.SingleAsync(p => p.Id == system.OwnerId, cancellationToken);
        var contacts = owner.Id == turn.Person.Id
            ? await colleagues.ToChooseFromAsync(turn.Person.TenantId, [.. system.Parties.Select(party => party.PersonId).OfType<PersonId>().Distinct()], cancellationToken)
            : [];
        var last = await db.Assessments.Where(a => a.AiSystemId == system.Id).OrderByDescending(a => a.At).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(cancellationToken);
        // What this turn adds or settles is not in the database yet.
        var newest = db.Assessments.Local.FirstOrDefault(a => a.AiSystemId == system.Id && db.Entry(a).State == EntityState.Added)?.Id ?? last;
        var hasDocument = newest is { } id && (db.AssessmentDocuments.Local.Any(d => d.AssessmentId == id)
            || await db.AssessmentDocuments.AnyAsync(d => d.AssessmentId == id, cancellationToken));
        var flags = await db.ReviewFlags.Where(f => f.AiSystemId == system.Id).ToListAsync(cancellationToken);
        return new SystemCard(system, owner, turn.Person, [.. contacts.Where(person => person.Id != owner.Id)])
        {
            FirstParty = firstParty,
            Documents = hasDocument ? DocumentButtons.For(links, newest!.Value, turn.Language) : [],
            Flag = flags.Where(f => f.SettledAt is null).OrderByDescending(f => f.At).Select(f => JsonSerializer.Deserialize<Bilingual>(f.Changes)).FirstOrDefault(),
        }.Build();
    }
}
