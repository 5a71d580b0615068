using AiActBot.Assistant.Report;
using AiActBot.BotFramework.Cards;
using AiActBot.Compliance;
using static AiActBot.Conversations.CardParts;

namespace AiActBot.Conversations;

/// <summary>What a person can do here, with a button for each.</summary>
internal static class Help
{
    private static readonly Bilingual Heading = new("Wat kan ik voor je doen?", "What can I do for you?");

    private static readonly Bilingual Explanation = new(
        "Stel gewoon je vraag over de AI-verordening, of kies hieronder. Andere taal? Typ **english**.",
        "Just ask your question about the AI Act, or choose below. Another language? Type **nederlands**.");

    /// <param name="isForTeam">Adds what only the compliance team can ask for.</param>
    public static void Show(Turn turn, bool isForTeam = false) => turn.Show(
        Card(
            [Title(turn.In(Heading)), Markdown(turn.In(Explanation))],
            [
                Button(turn.In(new("Een AI-systeem toetsen", "Triage an AI system")), Verbs.StartTriage),
                Button(turn.In(new("Het register van systemen", "The register of systems")), Verbs.ListSystems),
                Button(turn.In(new("Een afwijking melden", "Report a system")), Verbs.StartReport),
                Button(turn.In(new("Mijn dossiers", "My cases")), Verbs.ListCases),
                .. isForTeam ? [Button(turn.In(ReportTexts.Command), Verbs.QuestionReport)] : Array.Empty<ExecuteAction>(),
            ]),
        turn.In(Heading));
}
