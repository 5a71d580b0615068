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

    /// <summary>The choice that stands for nobody.</summary>
    public const string Nobody = "-";

    public AdaptiveCard Build() => viewer.Id == owner.Id
        ? Card([.. What(), Details(In("Een partij toevoegen", "Add a party"), "addParty", [.. PartyForm()])])
        : Card([.. What()]);

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
        yield return Heading2(In("Partijen in de keten", "Parties in the supply chain"));
        foreach (var party in system.Parties.OrderBy(party => party.Role).ThenBy(party => party.Organisation))
        {
            yield return Line($"{party.Organisation}, {PartyWords.Of(party.Role).In(viewer.Language)}: {party.ContactName}, "
                + (party.PersonId is null ? party.Mail : In("in Teams", "in Teams")));
        }

        if (system.Parties.Count == 0)
            yield return Line(In("Nog geen.", "None yet."));
    }

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
        yield return Choice(TeamsContact, In("Heeft de app in Teams als", "Has the app in Teams as"),
            [(Nobody, In("niemand: bericht per mail", "nobody: message by mail")), .. contacts.Select(person => (person.Id.ToString(), person.DisplayName))],
            In("Kies.", "Choose."), selected: Nobody);
        yield return Actions(Button(In("Toevoegen", "Add"), Verbs.AddParty, (System, system.Id.ToString())).Positive());
    }

    private string In(string nl, string en) => viewer.Language == Language.Dutch ? nl : en;
}
