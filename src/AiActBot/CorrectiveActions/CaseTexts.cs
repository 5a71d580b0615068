using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;

namespace AiActBot.CorrectiveActions;

/// <summary>What people read about corrective actions.</summary>
internal static class CaseTexts
{
    public static readonly Bilingual NoSystemsYet = new(
        "Er staat nog geen AI-systeem in het register. Typ **triage** om er een te toetsen en op te nemen; daarna kun je er een afwijking van melden.",
        "There is no AI system in the register yet. Type **triage** to assess and register one; then you can report on it.");

    public static readonly Bilingual ReportTitle = new("Meld dat een systeem mogelijk niet voldoet", "Report that a system may not conform");

    public static readonly Bilingual ReportIncomplete = new(
        "De melding is nog niet compleet. Kies een systeem en een maatregel, en schrijf op wat je zag en wat er moet gebeuren (ieder hoogstens 2.000 tekens).",
        "The report is not complete yet. Choose a system and an action, and write what you saw and what should be done (at most 2,000 characters each).");

    public static readonly Bilingual SystemGone = new(
        "Dat systeem staat niet meer in het register. Typ **melden** voor een nieuw formulier.",
        "That system is no longer in the register. Type **report** for a new form.");

    public static readonly Bilingual NobodyCanDecide = new(
        "Niemand anders dan jij kan hierover beslissen, en wie het voorstelt beslist er niet over. Vraag je beheerder om iemand aan het complianceteam toe te voegen die de bot al heeft geïnstalleerd.",
        "Nobody but you can decide on this, and whoever proposes it does not. Ask your administrator to add somebody to the compliance team who has installed the bot.");

    public static readonly Bilingual NotYours = new(
        "Deze kaart is niet (meer) voor jou. Typ **dossiers** om te zien wat er voor jou openstaat.",
        "This card is not for you, or no longer. Type **cases** to see what is open for you.");

    public static readonly Bilingual OnlyInPrivate = new(
        "Over dossiers praat ik alleen in je eigen chat met mij. Open die, en typ **dossiers**.",
        "I talk about cases only in your own chat with me. Open it, and type **cases**.");

    public static readonly Bilingual OnlyProposer = new(
        "Alleen wie de melding deed, dient het voorstel opnieuw in. Vraag het daar.",
        "Only whoever reported this submits the proposal again. Ask there.");

    public static readonly Bilingual Expired = new(
        "Het verzoek om goedkeuring is verlopen. Wie de melding deed, kan het voorstel opnieuw indienen.",
        "The request for approval has expired. Whoever reported this can submit the proposal again.");

    public static readonly Bilingual ActionMissing = new(
        "Schrijf op wat er nu voorgesteld wordt (hoogstens 2.000 tekens).",
        "Write what is proposed now (at most 2,000 characters).");

    public static readonly Bilingual ChangedMeanwhile = new(
        "Er is intussen iets gewijzigd in wat er verstuurd wordt. Bekijk het opnieuw en beslis dan.",
        "What will be sent has changed in the meantime. Look at it again, then decide.");

    public static readonly Bilingual Acknowledged = new("Ontvangst bevestigd", "Receipt confirmed");

    public static readonly Bilingual AcknowledgeButton = new("Ik heb dit bericht ontvangen", "I have received this message");

    public static readonly Bilingual LinkNoLongerWorksTitle = new("Deze link werkt niet (meer)", "This link does not work (any more)");

    public static readonly Bilingual LinkNoLongerWorks = new(
        "Deze link werkt niet of niet meer. Vraag de afzender van het bericht om een nieuwe.",
        "This link does not work, or no longer does. Ask the sender of the message for a new one.");

    public static Bilingual AcknowledgedAt(string moment) => new($"Ontvangst bevestigd op {moment}.", $"Receipt confirmed on {moment}.");

    public static Bilingual Reported(CaseFile file) => new(
        $"Melding {file.Case.Number} over {file.System.Name} is ingediend",
        $"Report {file.Case.Number} about {file.System.Name} was submitted");

    public static Bilingual Summary(CaseFile file) => new(
        $"{file.Case.Number} {file.System.Name}: {CaseWords.Of(file.Case.Status).Nl}",
        $"{file.Case.Number} {file.System.Name}: {CaseWords.Of(file.Case.Status).En}");
}
