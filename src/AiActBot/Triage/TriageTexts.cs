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

    public static readonly Bilingual NoSuchAnswer = new(
        "Deze vraag is nog niet beantwoord. Kies een vraag uit de lijst.",
        "This question has not been answered yet. Choose a question from the list.");

    public static Bilingual Changed(Bilingual was, Bilingual now) => new(
        $"Gewijzigd. Het was: {was.Nl}. Het is nu: {now.Nl}.",
        $"Changed. It was: {was.En}. It is now: {now.En}.");

    public static Bilingual ChangedNothing(Bilingual now) => new(
        $"Gewijzigd. De uitkomst blijft tot nu toe gelijk: {now.Nl}.",
        $"Changed. The outcome stays the same so far: {now.En}.");

    public static readonly Bilingual LookAgainSubject = new("Kijk nog eens naar een AI-systeem", "Look at an AI system again");

    /// <summary>Names of people are escaped: this is sent as text.</summary>
    public static Bilingual LookAgain(string name, Bilingual changes)
    {
        var shown = BotFramework.Cards.CardText.Escape(name);
        return new(
            $"De regels of de wet zijn veranderd sinds {shown} is getoetst. Wat er verandert: {changes.Nl}. Typ **systemen**, open {shown} en kies *Opnieuw toetsen*.",
            $"The rules or the law have changed since {shown} was triaged. What changes: {changes.En}. Type **systems**, open {shown} and choose *Triage again*.");
    }

    public static readonly Bilingual DescribeFirst = new(
        "Wat doet het systeem, en voor wie? (Enter om over te slaan. Bij elke vraag: een nummer, ? voor weet ik niet, b voor terug, h voor voorbeelden.)",
        "What does the system do, and for whom? (Enter to skip. At each question: a number, ? for I don't know, b for back, h for examples.)");

    public static Bilingual Suggestion(string answer, string words) => new(
        $"Voorstel uit je beschrijving ({words}): {answer}", $"Suggestion from your description ({words}): {answer}");

    public static Bilingual Resumed(string name) => new(
        $"Je was nog bezig met {name}. Ga hier verder, of stop om opnieuw te beginnen.",
        $"You were still working on {name}. Continue here, or stop to start again.");

    public static Bilingual NameTaken(string name) => new(
        $"Iemand anders heeft al een systeem {name} in het register. Stop deze toets en begin opnieuw met een andere naam.",
        $"Somebody else already has a system {name} in the register. Stop this triage and start again with another name.");
}
