using AiActBot.BotFramework.Cards;
using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Conversations;
using static AiActBot.Conversations.CardParts;

namespace AiActBot.AiSystems;

/// <summary>One system of the register. Its owner can add to the supply chain.</summary>
internal sealed class SystemCard(AiSystem system, Person owner, Person viewer, IReadOnlyList<Person> contacts)
{
    public const string System = "system";
    public const string Role = "role";
    public const string Organisation = "organisation";
    public const string Contact = "contact";
    public const string Mail = "mail";
    public const string PartyLanguage = "language";
    public const string TeamsContact = "teamsContact";

    public const string Party = "party";
    public const string ChangedContact = "changedContact";
    public const string ChangedMail = "changedMail";
    public const string ChangedLanguage = "changedLanguage";
    public const string ChangedTeamsContact = "changedTeamsContact";

    /// <summary>Buttons that open the document of the last outcome.</summary>
    public IReadOnlyList<CardAction> Documents { get; init; } = [];

    /// <summary>What newer rules change for the system; null when it was triaged with the rules of now.</summary>
    public Bilingual? Flag { get; init; }

    /// <summary>Which of the parties stand on the card, where they are many.</summary>
    public int FirstParty { get; init; }

    /// <summary>As many parties as stand on a card at once.</summary>
    private const int MostParties = 20;

    /// <summary>The choice that stands for nobody.</summary>
    public const string Nobody = "-";

    private bool IsOwner => viewer.Id == owner.Id;

    public AdaptiveCard Build() => Card([.. What(), .. IsOwner ? Forms() : []], [.. Buttons()]);

    private IEnumerable<CardElement> Forms()
    {
        var hasParties = system.Parties.Count > 0;
        yield return Details(In("Een partij toevoegen", "Add a party"), "addParty", [.. hasParties ? PartyForm().Select(Unchecked) : PartyForm()]);
        if (hasParties)
            yield return Details(In("Een partij wijzigen of verwijderen", "Change or remove a party"), "editParty", [.. ChangeForm().Select(Unchecked)]);
    }

    /// <summary>A client checks all inputs of a card at each of its buttons, and of two forms one is always empty: here the bot checks.</summary>
    private static CardElement Unchecked(CardElement element) =>
        element is BotFramework.Cards.CardInput input ? input with { IsRequired = null, ErrorMessage = null } : element;

    private IEnumerable<CardAction> Buttons()
    {
        (string, string) data = (System, system.Id.ToString());
        yield return Button(In("Plichten", "Duties"), Verbs.ListDuties, data) with { AssociatedInputs = AssociatedInputs.None };
        yield return Button(In("Eerdere toetsen", "Earlier triages"), Verbs.ShowHistory, data) with { AssociatedInputs = AssociatedInputs.None };
        if (IsOwner)
            yield return Button(In("Opnieuw toetsen", "Triage again"), Verbs.TriageAgain, data) with { AssociatedInputs = AssociatedInputs.None };
        foreach (var document in Documents)
            yield return document;
    }

    private IEnumerable<CardElement> ChangeForm()
    {
        yield return Choice(Party, In("Welke partij?", "Which party?"),
            Parts.Of(InOrder).OrderBy(party => party.Organisation).Select(party => (party.Id.ToString(), $"{party.Organisation}, {PartyWords.Of(party.Role).In(viewer.Language)}")),
            In("Kies een partij.", "Choose a party."));
        yield return TextInput(ChangedContact, In("Nieuwe contactpersoon", "New contact"), PartyMapping.NameLength, In("Vul een naam in.", "Enter a name."), isOneLine: true);
        yield return TextInput(ChangedMail, In("Nieuw mailadres", "New mail address"), PartyMapping.MailLength, In("Vul een mailadres in.", "Enter a mail address."), isOneLine: true);
        yield return Choice(ChangedLanguage, In("Nieuwe taal", "New language"), [(nameof(Language.Dutch), "Nederlands"), (nameof(Language.English), "English")],
            In("Kies een taal.", "Choose a language."), selected: nameof(Language.Dutch));
        // Nothing is chosen beforehand: who changes only the address of somebody in Teams must not take them out of it unseen.
        yield return Choice(ChangedTeamsContact, In("Heeft nu de app in Teams als", "Now has the app in Teams as"), Contacts(), In("Kies.", "Choose."));
        yield return Actions(
            Button(In("Wijzigen", "Change"), Verbs.ChangeParty, (System, system.Id.ToString())).Positive(),
            Button(In("Verwijderen", "Remove"), Verbs.RemoveParty, (System, system.Id.ToString())));
    }

    private IEnumerable<CardElement> What()
    {
        yield return Title(system.Name);
        if (system.Description.Length > 0)
            yield return Text(system.Description);
        yield return Facts(
            (In("Projectleider", "Project leader"), owner.DisplayName),
            (In("Onze rol", "Our role"), system.Roles.Count == 0
                ? In("nog niet bepaald", "not settled yet")
                : string.Join(", ", system.Roles.Select(role => RiskWords.Of(role).In(viewer.Language)))),
            (In("Risicoklasse", "Risk class"), RiskWords.Short(system, viewer.Language)));
        if (Flag is { } flag)
        {
            yield return Warning(In(
                $"De regels of de wet zijn veranderd sinds de laatste toets. Wat er verandert: {flag.Nl}.",
                $"The rules or the law have changed since the last triage. What changes: {flag.En}."));
        }

        yield return Heading2(In("Partijen in de keten", "Parties in the supply chain"));
        foreach (var party in Parts.Of(InOrder))
        {
            yield return Line($"{party.Organisation}, {PartyWords.Of(party.Role).In(viewer.Language)}: {party.ContactName}, "
                + (party.PersonId is null ? party.Mail : In("in Teams", "in Teams")));
        }

        if (system.Parties.Count == 0)
            yield return Line(In("Nog geen.", "None yet."));
        if (Parts.Others(viewer.Language).Select(other => Button(other.Title, Verbs.ShowSystem, (System, system.Id.ToString()), other.Data)
            with { AssociatedInputs = AssociatedInputs.None }).ToList<CardAction>() is { Count: > 0 } others)
        {
            yield return Actions(others);
        }
    }

    private ListPart Parts => new(system.Parties.Count, MostParties, FirstParty);

    private IOrderedEnumerable<Party> InOrder => system.Parties.OrderBy(party => party.Role).ThenBy(party => party.Organisation).ThenBy(party => party.Id.Value);

    private IEnumerable<CardElement> PartyForm()
    {
        yield return Choice(Role, In("Wat is deze partij?", "What is this party?"),
            Enum.GetValues<RecipientRole>().Select(role => (role.ToString(), Capital(PartyWords.Of(role).In(viewer.Language)))),
            In("Kies een rol.", "Choose a role."));
        yield return TextInput(Organisation, In("Organisatie", "Organisation"), PartyMapping.NameLength, In("Vul de organisatie in.", "Enter the organisation."), isOneLine: true);
        yield return TextInput(Contact, In("Contactpersoon", "Contact"), PartyMapping.NameLength, In("Vul een naam in.", "Enter a name."), isOneLine: true);
        yield return TextInput(Mail, In("Mailadres", "Mail address"), PartyMapping.MailLength, In("Vul een mailadres in.", "Enter a mail address."), isOneLine: true);
        yield return Choice(PartyLanguage, In("Taal", "Language"), [(nameof(Language.Dutch), "Nederlands"), (nameof(Language.English), "English")],
            In("Kies een taal.", "Choose a language."), selected: nameof(Language.Dutch));
        yield return Choice(TeamsContact, In("Heeft de app in Teams als", "Has the app in Teams as"), Contacts(), In("Kies.", "Choose."), selected: Nobody);
        yield return Actions(Button(In("Toevoegen", "Add"), Verbs.AddParty, (System, system.Id.ToString())).Positive());
    }

    private IEnumerable<(string, string)> Contacts() =>
        [(Nobody, In("niemand: bericht per mail", "nobody: message by mail")), .. contacts.Select(person => (person.Id.ToString(), person.DisplayName))];

    private string In(string nl, string en) => viewer.Language == Language.Dutch ? nl : en;
}
