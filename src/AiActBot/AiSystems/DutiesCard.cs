using System.Globalization;
using AiActBot.BotFramework.Cards;
using AiActBot.Compliance;
using AiActBot.Compliance.Triage;
using AiActBot.Conversations;
using AiActBot.Hosting;
using static AiActBot.Conversations.CardParts;

namespace AiActBot.AiSystems;

/// <summary>The duties of one system. Its owner records who sees to each, until when, how far it is and where the evidence is.</summary>
/// <param name="people">Who can see to a duty. Whoever does and is not among them was erased.</param>
internal sealed class DutiesCard(AiSystem system, IReadOnlyList<DutyItem> items, IReadOnlyList<Person> people, RuleBook book, Person viewer)
{
    public const string Duty = "duty";
    public const string Owner = "owner";
    public const string State = "state";
    public const string Target = "target";
    public const string Evidence = "evidence";

    /// <summary>The choice that leaves something as it is.</summary>
    public const string AsItIs = "-";

    /// <summary>What is written to clear a date or a link; an empty field leaves it as it is.</summary>
    public const string Cleared = "-";

    public AdaptiveCard Build() => Card(
        [
            Title(In($"Plichten van {system.Name}", $"Duties of {system.Name}")),
            .. items.Count == 0 ? [Text(In("Er zijn geen plichten gevonden.", "No duties were found."))] : items.Select(item => Line(Describe(item))),
            .. viewer.Id == system.OwnerId && items.Count > 0 ? new[] { Details(In("Een plicht bijwerken", "Update a duty"), "update", [.. Form()]) } : [],
        ],
        Button(In("Naar het systeem", "To the system"), Verbs.ShowSystem, (SystemCard.System, system.Id.ToString())) with { AssociatedInputs = AssociatedInputs.None });

    private string Describe(DutyItem item)
    {
        var owner = people.FirstOrDefault(person => person.Id == item.OwnerId)?.DisplayName ?? In("iemand die er niet meer is", "somebody who is no longer there");
        var provision = ArticleReference.TryParse(item.Provision, out var reference) ? reference.Cite(viewer.Language) : item.Provision;
        return $"{Words(item)} ({provision}; {In("vanaf", "from")} {OrganisationClock.Show(item.AppliesFrom, viewer.Language)}). "
            + $"{Capital(StateWords(item.State).In(viewer.Language))}, {owner}"
            + (item.OwnTarget is { } target ? In($"; eigen streefdatum {OrganisationClock.Show(target, viewer.Language)}", $"; own target {OrganisationClock.Show(target, viewer.Language)}") : "")
            + (item.Evidence.Length > 0 ? In("; bewijs: ", "; evidence: ") + item.Evidence : "");
    }

    private IEnumerable<CardElement> Form()
    {
        yield return Choice(Duty, In("Plicht", "Duty"), items.Select(item => (item.Id.ToString(), Words(item))), In("Kies een plicht.", "Choose a duty."));
        yield return Choice(State, In("Stand", "State"),
            new[] { DutyState.Open, DutyState.InProgress, DutyState.Done }.Select(state => (state.ToString(), StateWords(state).In(viewer.Language))),
            In("Kies een stand.", "Choose a state."));
        yield return Choice(Owner, In("Wie zorgt ervoor?", "Who sees to it?"),
            [(AsItIs, In("Zoals het is", "As it is")), .. people.Select(person => (person.Id.ToString(), person.DisplayName))],
            In("Kies een persoon.", "Choose a person."), selected: AsItIs);
        yield return TextInput(Target, In("Eigen streefdatum (jjjj-mm-dd, of - om te wissen)", "Own target date (yyyy-mm-dd, or - to clear it)"), 10, placeholder: "2027-06-30", isOneLine: true);
        yield return TextInput(Evidence, In("Waar staat het bewijs? (link, of - om te wissen)", "Where is the evidence? (link, or - to clear it)"), DutyItemMapping.EvidenceLength, placeholder: "https://", isOneLine: true);
        yield return Actions(Button(In("Bijwerken", "Update"), Verbs.UpdateDuty, (SystemCard.System, system.Id.ToString())).Positive());
    }

    private string Words(DutyItem item) => book.FindDuty(item.DutyId)?.Text.In(viewer.Language) ?? item.DutyId;

    public static Bilingual StateWords(DutyState state) => state switch
    {
        DutyState.Open => new("nog te doen", "to do"),
        DutyState.InProgress => new("mee bezig", "in progress"),
        DutyState.Done => new("gedaan", "done"),
        _ => new("niet meer van toepassing", "no longer applies"),
    };

    /// <summary>A date as the form asks it.</summary>
    public static bool TryReadDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    private string In(string nl, string en) => viewer.Language == Language.Dutch ? nl : en;
}
