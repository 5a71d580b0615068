using AiActBot.Compliance;

namespace AiActBot.AiSystems;

internal static class RegisterTexts
{
    public static readonly Bilingual SystemGone = new(
        "Dit systeem staat niet (meer) in het register. Typ **systemen** voor de lijst.",
        "This system is not in the register, or no longer. Type **systems** for the list.");

    public static readonly Bilingual OnlyOwner = new(
        "Alleen de projectleider van dit systeem kan dit. Vraag het aan de projectleider.",
        "Only the project leader of this system can do this. Ask the project leader.");

    public static readonly Bilingual PartyIncomplete = new(
        "De partij is nog niet compleet. Vul rol, organisatie, contactpersoon en een geldig mailadres in, zoals naam@bedrijf.nl.",
        "The party is not complete yet. Enter a role, an organisation, a contact and a valid mail address, such as name@company.eu.");

    public static readonly Bilingual PartyChangeIncomplete = new(
        "De wijziging is nog niet compleet. Vul de contactpersoon en een geldig mailadres in, en kies de taal en of deze persoon de app in Teams heeft. Zie je die keuze niet, open het systeem dan opnieuw.",
        "The change is not complete yet. Enter the contact and a valid mail address, and choose the language and whether this person has the app in Teams. If you do not see that choice, open the system again.");

    public static readonly Bilingual PartyGone = new(
        "Deze partij staat niet (meer) bij dit systeem. Open het systeem opnieuw.",
        "This party is not with this system, or no longer. Open the system again.");

    public static readonly Bilingual PartyWasTold = new(
        "Deze partij is over een maatregel ingelicht, of er is een melding aan haar opgesteld. Daarom blijft zij in het register. Je kunt de gegevens wel wijzigen.",
        "This party was told of a corrective action, or a notification to it was prepared. It therefore stays in the register. You can change its details.");

    public static readonly Bilingual DutyIncomplete = new(
        "Kies een plicht, een stand en wie ervoor zorgt.",
        "Choose a duty, a state and who sees to it.");

    public static readonly Bilingual DutyGone = new(
        "Deze plicht geldt niet meer voor dit systeem. Open de plichten opnieuw.",
        "This duty no longer applies to this system. Open the duties again.");

    public static readonly Bilingual NoDate = new(
        "Schrijf de datum als jjjj-mm-dd, bijvoorbeeld 2027-06-30, of - om de streefdatum te wissen.",
        "Write the date as yyyy-mm-dd, for example 2027-06-30, or - to clear the target date.");

    public static readonly Bilingual NoLink = new(
        "Geef een volledige link naar het bewijs, die begint met https:// en hoogstens 500 tekens telt, of - om het bewijs te wissen.",
        "Give a full link to the evidence, beginning with https:// and of at most 500 characters, or - to clear the evidence.");
}
