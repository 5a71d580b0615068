using AiActBot.BotFramework.Cards;
using AiActBot.Compliance;
using AiActBot.Conversations;
using AiActBot.Hosting;
using static AiActBot.Conversations.CardParts;

namespace AiActBot.CorrectiveActions;

/// <summary>Intake by the compliance team: the facts that decide on duties, and the action that is proposed.</summary>
internal static class AssessCard
{
    public const string Filer = "filer";

    public static AdaptiveCard Build(CaseFile file, Person viewer, OrganisationClock clock)
    {
        string In(string nl, string en) => new Bilingual(nl, en).In(viewer.Language);
        var kind = ReportCard.KindChoice(viewer.Language, file.Case.HasProposal ? file.Case.Kind : null);
        return Card(
            [
                Title($"{file.Case.Number} · {file.System.Name}"),
                Text(In("Wat hier staat, bepaalt welke plichten gelden en wie bericht krijgt.", "What stands here decides which duties apply and who is told.")),
                Quote(file.Case.Facts),
                .. CaseForm.Facts(file.Case, viewer, clock),
                .. CaseForm.Law(file.Case, viewer, clock),
                kind with { IsRequired = true, ErrorMessage = In("Kies een maatregel.", "Choose an action.") },
                TextInput(ReportCard.Action, In("Wat moet er gebeuren?", "What should be done?"), CaseMapping.TextLength, In("Schrijf op wat er moet gebeuren.", "Write what should be done."), value: file.Case.HasProposal ? file.Case.ProposedAction : null),
                new ChoiceSetInput(Filer, [.. file.Team.Select(member => new Choice(member.DisplayName, member.Id.ToString()))])
                {
                    Label = In("Wie dient in bij autoriteiten, als dat nodig is?", "Who files with authorities, where that is needed?"),
                    Value = file.Filer?.ToString(),
                    Style = ChoiceStyle.Compact,
                },
            ],
            Button(In("Vastleggen", "Record"), Verbs.SaveAssessedCase, (CaseCard.Case, file.Case.Id.ToString())).Positive());
    }
}
