using AiActBot.BotFramework.Cards;
using AiActBot.Compliance;
using AiActBot.Compliance.Triage;
using AiActBot.Conversations;
using static AiActBot.Conversations.CardParts;

namespace AiActBot.Triage;

/// <summary>The answers so far, to change one of them.</summary>
internal static class OverviewCard
{
    public static AdaptiveCard Build(TriageSession session, IReadOnlyList<(Question Question, Answer Answer)> path, Language language)
    {
        string In(string nl, string en) => language == Language.Dutch ? nl : en;
        (string, string) data = (QuestionCard.Session, session.Id.ToString());
        return Card(
            [
                Title(In($"Antwoorden over {session.Name}", $"Answers about {session.Name}")),
                Facts(path.Select(step => (step.Question.Text.In(language), AnswerWords.Of(step.Question, step.Answer, language)))),
                Choice(QuestionCard.Question, In("Welk antwoord wil je wijzigen?", "Which answer do you want to change?"),
                    path.Select(step => (step.Question.Id, step.Question.Text.In(language))), In("Kies een vraag.", "Choose a question.")),
            ],
            Button(In("Wijzigen", "Change"), Verbs.EditTriage, data).Positive(),
            Button(In("Verder", "Continue"), Verbs.ResumeTriage, data) with { AssociatedInputs = AssociatedInputs.None });
    }
}
