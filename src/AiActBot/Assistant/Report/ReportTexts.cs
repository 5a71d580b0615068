using AiActBot.Compliance;

namespace AiActBot.Assistant.Report;

internal static class ReportTexts
{
    public static readonly Bilingual Command = new("Vragenrapport", "Question report");

    public static readonly Bilingual OnlyForTeam = new(
        "Dit rapport is er alleen voor het complianceteam.",
        "This report is there for the compliance team only.");

    public static readonly Bilingual OnlyInPrivate = new(
        "Dit rapport laat ik alleen zien in een gesprek met jou alleen.",
        "I show this report in a chat with you alone.");

    public static readonly Bilingual Asked = new("Gesteld", "Asked");

    public static readonly Bilingual Answered = new("Beantwoord", "Answered");

    public static readonly Bilingual Declined = new("Niet beantwoord", "Not answered");

    public static readonly Bilingual Liked = new("Duim omhoog", "Thumbs up");

    public static readonly Bilingual Disliked = new("Duim omlaag", "Thumbs down");

    public static readonly Bilingual MostUnanswered = new("Het vaakst niet beantwoord", "Most often not answered");

    public static readonly Bilingual DislikedAnswers = new("Antwoorden met een duim omlaag", "Answers with a thumb down");

    public static readonly Bilingual NothingThere = new("Niets.", "Nothing.");

    public static readonly Bilingual NoComment = new("zonder toelichting", "no remark");

    public static readonly Bilingual NoNames = new(
        "Wie iets vroeg staat hier niet bij. Wat vaak terugkomt kun je beantwoorden en bewaren als standpunt van de organisatie.",
        "Nobody who asked is named here. What keeps coming back can be answered and kept as our organisation's position.");

    public static readonly Bilingual MonthBefore = new("De maand ervoor", "The month before");

    public static Bilingual Title(string nl, string en) => new($"Vragen in {nl}", $"Questions in {en}");

    public static Bilingual Because(DeclineReason reason) => reason switch
    {
        DeclineReason.OtherLaw => new("andere wet", "other law"),
        DeclineReason.OtherSubject => new("ander onderwerp", "other subject"),
        DeclineReason.Certainty => new("vroeg om zekerheid", "asked for certainty"),
        DeclineReason.Instruction => new("opdracht aan de bot", "told the bot what to do"),
        DeclineReason.NoSuchProvision => new("bepaling bestaat niet", "no such provision"),
        DeclineReason.UnknownName => new("alleen een onbekende naam", "no more than an unknown name"),
        DeclineReason.Empty => new("geen vraagzin", "nothing asked"),
        _ => new("niet in de bronnen", "not in the sources"),
    };
}
