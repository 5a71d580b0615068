using AiActBot.Compliance;

namespace AiActBot.EndToEndTests;

/// <summary>
/// What people read and write in the story. Written out here and not taken from the product, so that a text that changes
/// or stays in the other language is noticed.
/// </summary>
internal sealed class Words(Language language)
{
    // Beginning.
    public string Welcome => In("Welkom bij AiActBot", "Welcome to AiActBot");
    public string Help => In("Wat kan ik voor je doen?", "What can I do for you?");

    // Triage.
    public string SystemName => In("Cv-zeef", "CV sieve");
    public string SystemDescription => In("Rangschikt sollicitanten op hun cv voor onze recruiters.", "Ranks applicants by their CV for our recruiters.");
    public string WhatIsItCalled => In("Hoe heet het systeem?", "What is the system called?");
    public string WhatDoesItDo => In("Wat doet het, en voor wie?", "What does it do, and for whom?");
    public string Begin => In("Beginnen", "Begin");
    public string NameMissing => In("Geef het systeem een naam.", "Give the system a name.");
    public string Outcome => In($"Uitkomst voor {SystemName}", $"Outcome for {SystemName}");
    public string HighRiskUnderAnnexIII => In("hoog risico (bijlage III, punt 4, a))", "high-risk (Annex III, point 4(a))");
    public string NotCertainYet => In("Nog niet zeker", "Not certain yet");
    public string SaveToTheRegister => In("Opslaan in het register", "Save to the register");
    public string FirstQuestion => In("Waar gaat het over?", "What is this about?");

    // Register.
    public string Systems => In("systemen", "systems");
    public string Register => In("Register van AI-systemen", "Register of AI systems");
    public string Parties => In("Partijen in de keten", "Parties in the supply chain");
    public string AddAParty => In("Een partij toevoegen", "Add a party");
    public string WhatIsThisParty => In("Wat is deze partij?", "What is this party?");
    public string Distributor => In("Distributeur", "Distributor");
    public string Deployer => In("Gebruiksverantwoordelijke", "Deployer");
    public string Organisation => In("Organisatie", "Organisation");
    public string Contact => In("Contactpersoon", "Contact");
    public string Mail => In("Mailadres", "Mail address");
    public string TheirLanguage => In("Taal", "Language");
    public string LanguageItself => In("Nederlands", "English");
    public string HasTheApp => In("Heeft de app in Teams als", "Has the app in Teams as");
    public string Add => In("Toevoegen", "Add");

    // Report.
    public string Report => In("melden", "report");
    public string ReportTitle => In("Meld dat een systeem mogelijk niet voldoet", "Report that a system may not conform");
    public string WhichSystem => In("Om welk systeem gaat het?", "Which system is it about?");
    public string WhatDidYouSee => In("Wat heb je gezien?", "What did you see?");
    public string Seen => In("Vrouwen met een onderbroken loopbaan komen structureel lager uit.", "Women with a career break consistently rank lower.");
    public string WhichAction => In("Welke maatregel stel je voor?", "Which action do you propose?");
    public string Disable => In("Deactiveren", "Disable");
    public string WhatShouldBeDone => In("Wat moet er gebeuren?", "What should be done?");
    public string WriteWhatYouSaw => In("Schrijf op wat je zag.", "Write what you saw.");
    public string FirstProposal => In("Het systeem uitzetten.", "Switch the system off.");
    public string Submit => In("Indienen", "Submit");
    public string Submitted => In("is ingediend", "was submitted");

    // Case.
    public string AwaitingApproval => In("In afwachting van goedkeuring", "Awaiting approval");
    public string Approve => In("Goedkeuren", "Approve");
    public string SendBack => In("Terugsturen", "Send back");
    public string Comment => In("Opmerking (nodig bij terugsturen)", "Comment (needed to send back)");
    public string WhatIsMissing => In("Zeg ook wat er met lopende sollicitaties gebeurt.", "Also say what happens to open applications.");
    public string SentBackByPieter => In("Teruggestuurd door Pieter Jansen", "Sent back by Pieter Jansen");
    public string WhatDoYouProposeNow => In("Wat stel je nu voor?", "What do you propose now?");
    public string SecondProposal => In(
        "Het systeem uitzetten; recruiters beoordelen lopende sollicitaties zelf.",
        "Switch the system off; recruiters assess open applications themselves.");
    public string SubmitAgain => In("Opnieuw indienen", "Submit again");
    public string SeeTheMessages => In("Bekijk de berichten zoals ze verstuurd worden", "See the messages as they will be sent");
    public string DearAmira => In("Geachte Amira Haddad,", "Dear Amira Haddad,");
    public string BeingCarriedOut => In("In uitvoering", "Being carried out");
    public string NotAcknowledgedYet => In("nog niet bevestigd", "not acknowledged yet");
    public string WhyAStepWasNotNeeded => In("Waarom een stap niet nodig was", "Why a step was not needed");
    public string ActionCarriedOut => In("Maatregel is uitgevoerd", "Action has been carried out");
    public string BeingVerified => In("In controle", "Being verified");
    public string CloseTheCase => In("Maatregel werkt: dossier sluiten", "Action works: close the case");
    public string Closed => In("✓ Gesloten", "✓ Closed");

    // Facts that decide on duties.
    public string ThereMayBeARisk => In(
        "Er kan een risico zijn voor gezondheid, veiligheid of grondrechten (artikel 79, lid 1)",
        "There may be a risk to health, safety or fundamental rights (Article 79(1))");
    public string SinceWhichDay => In("Sinds welke dag weet iemand", "Since which day does anybody");
    public string AtWhatTime => In("Hoe laat", "At what time");
    public string AssessAndPropose => In("Beoordelen en een maatregel voorstellen", "Assess and propose an action");
    public string Record => In("Vastleggen", "Record");
    public string BeingPrepared => In("In voorbereiding", "Being prepared");
    public string AskForApproval => In("Goedkeuring vragen", "Ask for approval");
    public string DutiesAndDeadlines => In("Plichten en termijnen", "Duties and deadlines");
    public string BackToTheCase => In("Terug naar het dossier", "Back to the case");
    public string ReferenceOfTheAuthority => In("Kenmerk dat de autoriteit gaf", "Reference that the authority gave");
    public string IHaveFiledThis => In("Ik heb dit ingediend", "I have filed this");

    // Notice.
    public string NoticeSubject => In("Corrigerende maatregel CA-", "Corrective action CA-");
    public string IHaveReceivedThis => In("Ik heb dit bericht ontvangen", "I have received this message");
    public string ReceiptConfirmed => In("Ontvangst bevestigd op", "Receipt confirmed on");
    public string ConfirmWithThisLink => In("Bevestig de ontvangst via deze link", "Please confirm receipt with this link");
    public string NoMailYet => In("Nog geen mail", "No mail yet");

    // Reminder.
    public string ReminderTitle => In("Een kennisgeving is nog niet bevestigd", "A notice has not been acknowledged yet");

    // Assistant.
    public string Question => In("Mogen we met AI de emoties van collega's aflezen?", "May we use AI to read the emotions of colleagues?");
    public string OffTopic => In("Wat is een lekker recept voor appeltaart?", "What is a nice recipe for apple pie?");
    public string ThankYouForFeedback => In("Bedankt voor je feedback.", "Thank you for your feedback.");
    public string AiLabel => In("Door AI gemaakt", "AI-generated");

    public string Filed(string reference) => In($", kenmerk {reference}", $", reference {reference}");

    public string NoticesAcknowledged(int acknowledged, int of) => In(
        $"Kennisgevingen: {acknowledged} van {of} bevestigd", $"Notices: {acknowledged} of {of} acknowledged");

    public string Acknowledged(string organisation, string role) => In(
        $"✓ {organisation} ({role.ToLowerInvariant()}): bevestigd op", $"✓ {organisation} ({role.ToLowerInvariant()}): acknowledged on");

    public string Sent(string organisation, string role) => In(
        $"→ {organisation} ({role.ToLowerInvariant()}): verstuurd (mail) op", $"→ {organisation} ({role.ToLowerInvariant()}): sent (mail) on");

    public string In(Bilingual text) => text.In(language);

    private string In(string nl, string en) => In(new Bilingual(nl, en));
}
