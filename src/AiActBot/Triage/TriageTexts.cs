using AiActBot.Compliance;

namespace AiActBot.Triage;

/// <summary>What people read around the questions, which themselves stand in the rule files.</summary>
internal static class TriageTexts
{
    public static readonly Bilingual Title = new("Een AI-systeem toetsen", "Triage an AI system");

    public static readonly Bilingual DontKnow = new("Weet ik niet", "I don't know");

    public static readonly Bilingual NameMissing = new("Geef het systeem een naam van hoogstens 120 tekens.", "Give the system a name of at most 120 characters.");

    public static readonly Bilingual NothingChosen = new("Kies een antwoord, of 'Weet ik niet'.", "Choose an answer, or 'I don't know'.");

    public static readonly Bilingual NotYours = new(
        "Deze toets is niet van jou. Typ **triage** om er zelf een te beginnen.",
        "This triage is not yours. Type **triage** to start one yourself.");

    public static readonly Bilingual AlreadyFinished = new(
        "Deze toets is al klaar of gestopt. Typ **triage** voor een nieuwe, of **systemen** voor het register.",
        "This triage is finished or stopped already. Type **triage** for a new one, or **systems** for the register.");

    public static readonly Bilingual NotFinished = new(
        "Er is nog een vraag te beantwoorden voordat de uitkomst opgeslagen kan worden.",
        "There is still a question to answer before the outcome can be saved.");

    public static Bilingual Resumed(string name) => new(
        $"Je was nog bezig met {name}. Ga hier verder, of stop om opnieuw te beginnen.",
        $"You were still working on {name}. Continue here, or stop to start again.");

    public static Bilingual NameTaken(string name) => new(
        $"Iemand anders heeft al een systeem {name} in het register. Stop deze toets en begin opnieuw met een andere naam.",
        $"Somebody else already has a system {name} in the register. Stop this triage and start again with another name.");
}
