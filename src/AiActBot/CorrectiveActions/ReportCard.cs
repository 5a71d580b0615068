using AiActBot.AiSystems;
using AiActBot.BotFramework.Cards;
using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Conversations;
using static AiActBot.Conversations.CardParts;

namespace AiActBot.CorrectiveActions;

/// <summary>The form to report that a system may not conform.</summary>
internal static class ReportCard
{
    public const string System = "system";
    public const string Kind = "kind";
    public const string Facts = "facts";
    public const string Action = "action";
    public const string Risk = "risk";

    public static AdaptiveCard Build(IReadOnlyList<AiSystem> systems, Language language)
    {
        string In(string nl, string en) => new Bilingual(nl, en).In(language);
        return Card(
            [
                Title(CaseTexts.ReportTitle.In(language)),
                Text(In(
                    "Iedereen kan melden. De projectleider beslist over de maatregel; wie meldt, beslist niet zelf. Daarna worden de partijen in de keten ingelicht (artikel 20, lid 1).",
                    "Anyone can report. The project leader decides on the action; whoever reports does not. Then the parties in the supply chain are told (Article 20(1)).")),
                Choice(System, In("Om welk systeem gaat het?", "Which system is it about?"),
                    systems.Select(system => (system.Id.ToString(), system.Name)), In("Kies een systeem.", "Choose a system."),
                    selected: systems.Count == 1 ? systems[0].Id.ToString() : null),
                TextInput(Facts, In("Wat heb je gezien?", "What did you see?"), CaseMapping.TextLength, In("Schrijf op wat je zag.", "Write what you saw."),
                    placeholder: In("Bijvoorbeeld: vrouwen met een onderbroken loopbaan komen structureel lager uit.", "For example: women with a career break consistently rank lower.")),
                Choice(Kind, In("Welke maatregel stel je voor?", "Which action do you propose?"),
                    Enum.GetValues<CorrectiveActionKind>().Select(kind => (kind.ToString(), Capital(CaseWords.Of(kind).In(language)))),
                    In("Kies een maatregel.", "Choose an action.")),
                TextInput(Action, In("Wat moet er gebeuren?", "What should be done?"), CaseMapping.TextLength, In("Schrijf op wat er moet gebeuren.", "Write what should be done.")),
                Toggle(Risk, In(
                    "Er kan een risico zijn voor gezondheid, veiligheid of grondrechten (artikel 79, lid 1)",
                    "There may be a risk to health, safety or fundamental rights (Article 79(1))")),
            ],
            Button(In("Indienen", "Submit"), Verbs.Report).Positive());
    }

    public static AdaptiveCard Done(CaseFile file, Language language) => Card(
        [
            Title(CaseTexts.Reported(file).In(language)),
            Text(new Bilingual(
                $"{file.NameOf(file.CurrentApprovals.First().ApproverId)} is gevraagd om te beslissen. Je krijgt een kaart van dit dossier die bijgewerkt wordt.",
                $"{file.NameOf(file.CurrentApprovals.First().ApproverId)} has been asked to decide. You get a card of this case that is kept up to date.").In(language)),
        ]);
}
