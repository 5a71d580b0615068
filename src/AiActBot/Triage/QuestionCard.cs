using AiActBot.BotFramework.Cards;
using AiActBot.Compliance;
using AiActBot.Compliance.Triage;
using AiActBot.Conversations;
using static AiActBot.Conversations.CardParts;

namespace AiActBot.Triage;

/// <summary>One question of the interview.</summary>
internal sealed class QuestionCard(TriageSession session, Question question, TriageProgress progress, Language language, Bilingual? remark)
{
    public const string Session = "session";
    public const string Question = "question";
    public const string Answer = "answer";

    /// <summary>The answer that stands for not knowing.</summary>
    public const string DontKnow = "?";

    private const int SoonDone = 8;

    public AdaptiveCard Build()
    {
        CardElement[] body =
        [
            Subtle(In(
                $"{session.Name} · vraag {progress.Answered + 1}{ToGo}",
                $"{session.Name} · question {progress.Answered + 1}{ToGo}")),
            .. remark is null ? Array.Empty<CardElement>() : [Warning(remark.In(language))],
            Title(question.Text.In(language)),
            Text(question.Help.In(language)),
            .. Examples(),
            .. Choices(),
        ];
        return Card(body, [.. AnswerButtons(), .. OtherButtons()]);
    }

    /// <summary>Said when it is near: most answers rule out many questions, so early on the count would only frighten.</summary>
    private string ToGo => progress.AtMostRemaining > SoonDone
        ? ""
        : In($", nog hoogstens {progress.AtMostRemaining}", $", at most {progress.AtMostRemaining} to go");

    private IEnumerable<CardElement> Examples()
    {
        if (question.Examples.Count > 0)
            yield return Details(In("Voorbeelden", "Examples"), "examples", [.. question.Examples.Select(example => Line("– " + example.In(language)))]);
        yield return Subtle(question.Provision.Cite(language));
    }

    private IEnumerable<CardElement> Choices()
    {
        if (question.Kind == QuestionKind.YesNo)
            yield break;
        var dontKnow = new BotFramework.Cards.Choice(TriageTexts.DontKnow.In(language), DontKnow);
        var isSeveral = question.Kind == QuestionKind.AnyOf;
        yield return new ChoiceSetInput(Answer, [.. question.Choices.Select(choice => new BotFramework.Cards.Choice(Describe(choice), choice.Id)), dontKnow])
        {
            Label = isSeveral ? In("Kies alles wat klopt", "Choose all that apply") : In("Kies één antwoord", "Choose one answer"),
            Style = ChoiceStyle.Expanded,
            IsMultiSelect = isSeveral,
            IsRequired = true,
            ErrorMessage = TriageTexts.NothingChosen.In(language),
        };
    }

    private IEnumerable<CardAction> AnswerButtons()
    {
        if (question.Kind != QuestionKind.YesNo)
            return [Button(In("Volgende", "Next"), Verbs.AnswerTriage, Data()).Positive()];
        return
        [
            .. question.Choices.Select(choice => Button(choice.Text.In(language), Verbs.AnswerTriage, [.. Data(), (Answer, choice.Id)])),
            Button(TriageTexts.DontKnow.In(language), Verbs.AnswerTriage, [.. Data(), (Answer, DontKnow)]),
        ];
    }

    private IEnumerable<CardAction> OtherButtons()
    {
        if (progress.Answered > 0)
            yield return Button(In("Terug", "Back"), Verbs.BackInTriage, (Session, session.Id.ToString())) with { AssociatedInputs = AssociatedInputs.None };
        yield return Button(In("Stoppen", "Stop"), Verbs.CancelTriage, (Session, session.Id.ToString())) with { AssociatedInputs = AssociatedInputs.None };
    }

    private string Describe(Compliance.Triage.Choice choice) =>
        choice.Help is { } help ? $"{choice.Text.In(language)} ({help.In(language)})" : choice.Text.In(language);

    private (string, string)[] Data() => [(Session, session.Id.ToString()), (Question, question.Id)];

    private string In(string nl, string en) => language == Language.Dutch ? nl : en;
}
