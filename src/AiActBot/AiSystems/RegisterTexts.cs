using AiActBot.Compliance;

namespace AiActBot.AiSystems;

internal static class RegisterTexts
{
    public static readonly Bilingual SystemGone = new(
        "Dit systeem staat niet (meer) in het register. Typ **systemen** voor de lijst.",
        "This system is not in the register, or no longer. Type **systems** for the list.");

    public static readonly Bilingual OnlyOwner = new(
        "Alleen de projectleider van dit systeem kan partijen toevoegen. Vraag het aan de projectleider.",
        "Only the project leader of this system can add parties. Ask the project leader.");

    public static readonly Bilingual PartyIncomplete = new(
        "De partij is nog niet compleet. Vul rol, organisatie, contactpersoon en een geldig mailadres in, zoals naam@bedrijf.nl.",
        "The party is not complete yet. Enter a role, an organisation, a contact and a valid mail address, such as name@company.eu.");
}
