using AiActBot.AiSystems;
using AiActBot.BotFramework.Cards;
using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Conversations;
using AiActBot.Hosting;
using static AiActBot.Conversations.CardParts;

namespace AiActBot.CorrectiveActions;

/// <summary>The form to report that a system may not conform.</summary>
internal static class ReportCard
{
    public const string System = "system";
    public const string Kind = "kind";
    public const string Facts = "facts";
    public const string Action = "action";
    public const string Anonymous = "anonymous";

    public static AdaptiveCard Build(IReadOnlyList<AiSystem> systems, Person reader, OrganisationClock clock, bool mayBeAnonymous)
    {
        var language = reader.Language;
        string In(string nl, string en) => new Bilingual(nl, en).In(language);
        return Card(
            [
                Title(CaseTexts.ReportTitle.In(language)),
                Text(In(
                    "Iedereen kan melden. Weet je al wat er moet gebeuren, dan wordt meteen om goedkeuring gevraagd; anders beoordeelt het complianceteam je melding. Wie een maatregel voorstelt, beslist er niet zelf over.",
                    "Anyone can report. If you know what should be done, approval is asked at once; otherwise the compliance team assesses your report. Whoever proposes an action does not decide on it.")),
                Choice(System, In("Om welk systeem gaat het?", "Which system is it about?"),
                    systems.Select(system => (system.Id.ToString(), system.Name)), In("Kies een systeem.", "Choose a system."),
                    selected: systems.Count == 1 ? systems[0].Id.ToString() : null),
                TextInput(Facts, In("Wat heb je gezien?", "What did you see?"), CaseMapping.TextLength, In("Schrijf op wat je zag.", "Write what you saw."),
                    placeholder: In("Bijvoorbeeld: vrouwen met een onderbroken loopbaan komen structureel lager uit.", "For example: women with a career break consistently rank lower.")),
                .. CaseForm.Facts(null, reader, clock),
                KindChoice(language, null),
                TextInput(Action, In("Wat moet er gebeuren?", "What should be done?"), CaseMapping.TextLength,
                    placeholder: In("Mag leeg blijven: dan bepaalt het complianceteam het.", "May stay empty: then the compliance team decides on it.")),
                .. mayBeAnonymous
                    ? [Toggle(Anonymous, In("Anoniem melden: niemand ziet mijn naam bij dit dossier", "Report anonymously: nobody sees my name with this case"))]
                    : Array.Empty<CardElement>(),
            ],
            Button(In("Indienen", "Submit"), Verbs.Report).Positive());
    }

    public static ChoiceSetInput KindChoice(Language language, CorrectiveActionKind? selected) =>
        new(Kind, [.. Enum.GetValues<CorrectiveActionKind>().Select(kind => new Choice(Capital(CaseWords.Of(kind).In(language)), kind.ToString()))])
        {
            Label = new Bilingual("Welke maatregel stel je voor?", "Which action do you propose?").In(language),
            Value = selected?.ToString(),
            Style = ChoiceStyle.Compact,
        };

    public static AdaptiveCard Done(CaseFile file, Language language)
    {
        var next = file.CurrentApprovals.Select(approval => file.NameOf(approval.ApproverId)).ToList() is { Count: > 0 } approvers
            ? new Bilingual(
                $"{string.Join(", ", approvers)} is gevraagd om te beslissen. Je krijgt een kaart van dit dossier die bijgewerkt wordt.",
                $"{string.Join(", ", approvers)} has been asked to decide. You get a card of this case that is kept up to date.")
            : new Bilingual(
                "Het complianceteam beoordeelt je melding. Je krijgt een kaart van dit dossier die bijgewerkt wordt.",
                "The compliance team assesses your report. You get a card of this case that is kept up to date.");
        return Card([Title(CaseTexts.Reported(file).In(language)), Text(next.In(language))]);
    }
}
