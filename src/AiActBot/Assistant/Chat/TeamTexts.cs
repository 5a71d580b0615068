using AiActBot.Compliance;

namespace AiActBot.Assistant.Chat;

internal static class TeamTexts
{
    public static readonly Bilingual AskTeam = new("Vraag het complianceteam", "Ask the compliance team");

    public static readonly Bilingual OfferTeam = new(
        "Wil je dat het complianceteam hiernaar kijkt? Ze zien je vraag en je naam, en hun antwoord komt hier terug.",
        "Shall the compliance team look at this? They see your question and your name, and their answer comes back here.");

    public static readonly Bilingual Asked = new("Je vraag ligt bij het complianceteam", "Your question is with the compliance team");

    public static readonly Bilingual QuestionGone = new(
        "Deze vraag is niet (meer) te vinden. Stel hem gerust opnieuw.",
        "This question cannot be found, or no longer. Feel free to ask it again.");

    public static readonly Bilingual NobodyInTeam = new(
        "Er is nog niemand van het complianceteam die de bot heeft geïnstalleerd. Vraag het je beheerder.",
        "Nobody of the compliance team has installed the bot yet. Ask your administrator.");

    public static readonly Bilingual Title = new("Een vraag voor het complianceteam", "A question for the compliance team");

    public static readonly Bilingual YourAnswer = new("Jullie antwoord", "Your answer");

    public static readonly Bilingual AnswerMissing = new("Schrijf een antwoord van hoogstens 4.000 tekens.", "Write an answer of at most 4,000 characters.");

    public static readonly Bilingual KeepIt = new(
        "Bewaar dit als standpunt van onze organisatie, zodat anderen het ook krijgen",
        "Keep this as our organisation's position, so that others get it as well");

    public static readonly Bilingual SendAnswer = new("Antwoord versturen", "Send the answer");

    public static readonly Bilingual AnswerTitle = new("Antwoord van het complianceteam", "Answer from the compliance team");

    public static readonly Bilingual Sent = new("Verstuurd", "Sent");

    public static readonly Bilingual Kept = new("Verstuurd, en bewaard als standpunt van de organisatie", "Sent, and kept as the organisation's position");

    public static Bilingual AnswerFor(string question, string answer) => new(
        $"**Antwoord van het complianceteam** op je vraag: {question}\n\n{answer}",
        $"**Answer from the compliance team** to your question: {question}\n\n{answer}");
}
