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
        "De melding is nog niet compleet. Kies een systeem en schrijf op wat je zag (hoogstens 2.000 tekens). Stel je een maatregel voor, kies dan de soort en schrijf op wat er moet gebeuren.",
        "The report is not complete yet. Choose a system and write what you saw (at most 2,000 characters). If you propose an action, choose its kind and write what should be done.");

    public static readonly Bilingual ProposalIncomplete = new(
        "Kies een maatregel en schrijf op wat er moet gebeuren (hoogstens 2.000 tekens).",
        "Choose an action and write what should be done (at most 2,000 characters).");

    public static readonly Bilingual MomentNotSound = new(
        "De dag of het tijdstip klopt niet, of ligt in de toekomst. Kies een dag tot en met vandaag en schrijf de tijd als 14:30.",
        "The day or the time is not right, or lies ahead. Choose a day up to today and write the time as 14:30.");

    public static readonly Bilingual NobodyAssesses = new(
        "Er is nog niemand van het complianceteam die de bot heeft geïnstalleerd. Stel zelf een maatregel voor, of vraag je beheerder om iemand toe te voegen.",
        "Nobody of the compliance team has installed the bot yet. Propose an action yourself, or ask your administrator to add somebody.");

    public static readonly Bilingual WordingIncomplete = new(
        $"Vul een onderwerp (hoogstens {NoticeWordingMapping.SubjectLength} tekens) en een tekst (hoogstens {NoticeWordingMapping.EditedLength} tekens) in.",
        $"Enter a subject (at most {NoticeWordingMapping.SubjectLength} characters) and a text (at most {NoticeWordingMapping.EditedLength} characters).");

    public static readonly Bilingual ReferenceNeeded = new(
        "Vul het kenmerk in dat de autoriteit gaf (hoogstens 100 tekens). Zonder kenmerk is later niet aan te tonen dat het ingediend is.",
        "Enter the reference that the authority gave (at most 100 characters). Without it nobody can show later that it was filed.");

    public static readonly Bilingual AbsenceTitle = new("Afwezig: wie vervangt je", "Away: who stands in for you");

    public static readonly Bilingual AbsenceIncomplete = new(
        "Kies een collega en een dag vanaf vandaag, hoogstens een jaar vooruit.",
        "Choose a colleague and a day from today on, at most a year ahead.");

    public static readonly Bilingual AbsenceEnded = new("Niemand vervangt je. Je beslist weer zelf.", "Nobody stands in for you. You decide yourself again.");

    public static readonly Bilingual SystemGone = new(
        "Dat systeem staat niet meer in het register. Typ **melden** voor een nieuw formulier.",
        "That system is no longer in the register. Type **report** for a new form.");

    public static readonly Bilingual NobodyCanDecide = new(
        "Niemand anders dan jij kan hierover beslissen, en wie het voorstelt beslist er niet over. Vraag je beheerder om iemand aan het complianceteam toe te voegen die de bot al heeft geïnstalleerd.",
        "Nobody but you can decide on this, and whoever proposes it does not. Ask your administrator to add somebody to the compliance team who has installed the bot.");

    public static readonly Bilingual NothingToRead = new(
        "In dit dossier staat nu niets klaar om te versturen of in te dienen.",
        "Nothing in this case is waiting to be sent or filed.");

    public static readonly Bilingual NotYours = new(
        "Deze kaart is niet (meer) voor jou. Typ **dossiers** om te zien wat er voor jou openstaat.",
        "This card is not for you, or no longer. Type **cases** to see what is open for you.");

    public static readonly Bilingual OnlyInPrivate = new(
        "Over dossiers praat ik alleen in je eigen chat met mij. Open die, en typ **dossiers**.",
        "I talk about cases only in your own chat with me. Open it, and type **cases**.");

    public static readonly Bilingual OnlyTeam = new(
        "Dit overzicht is voor het complianceteam.", "This list is for the compliance team.");

    public static readonly Bilingual Expired = new(
        "Het verzoek om goedkeuring is verlopen. Wie het voorstel schreef, of het complianceteam, kan het opnieuw indienen.",
        "The request for approval has expired. Whoever wrote the proposal, or the compliance team, can submit it again.");

    public static readonly Bilingual ActionMissing = new(
        "Schrijf op wat er nu voorgesteld wordt (hoogstens 2.000 tekens).",
        "Write what is proposed now (at most 2,000 characters).");

    public static readonly Bilingual ChangedMeanwhile = new(
        "Er is intussen iets gewijzigd in wat er verstuurd wordt. Bekijk het opnieuw en beslis dan.",
        "What will be sent has changed in the meantime. Look at it again, then decide.");

    public static readonly Bilingual Acknowledged = new("Ontvangst bevestigd", "Receipt confirmed");

    public static readonly Bilingual AcknowledgeButton = new("Ik heb dit bericht ontvangen", "I have received this message");

    public static Bilingual PlaceholderLeft(string placeholder) => new(
        $"In een bericht staat nog iets dat ingevuld moet worden: {placeholder} Pas de tekst aan; zo gaat het niet de deur uit.",
        $"A message still holds something to fill in: {placeholder} Change the text; it does not go out like this.");

    public static Bilingual ReferenceMissing(string number) => new(
        $"Het kenmerk {number} staat niet meer in de tekst. Zet het erin, zodat de ontvanger weet waar het over gaat.",
        $"The reference {number} is no longer in the text. Put it in, so that the recipient knows what it is about.");

    public static Bilingual Delegated(string name) => new($"{name} kan nu in jouw plaats beslissen.", $"{name} can decide in your place now.");

    public static Bilingual OnlyFiler(string name) => new(
        $"{name} dient dit in en bevestigt het. Ook het complianceteam kan dat.", $"{name} files this and confirms it. So can the compliance team.");

    public static Bilingual AcknowledgedAt(string moment) => new($"Ontvangst bevestigd op {moment}.", $"Receipt confirmed on {moment}.");

    public static Bilingual Reported(CaseFile file) => new(
        $"Melding {file.Case.Number} over {file.System.Name} is ingediend",
        $"Report {file.Case.Number} about {file.System.Name} was submitted");

    public static Bilingual Summary(CaseFile file) => new(
        $"{file.Case.Number} {file.System.Name}: {CaseWords.Of(file.Case.Status).Nl}",
        $"{file.Case.Number} {file.System.Name}: {CaseWords.Of(file.Case.Status).En}");
}
