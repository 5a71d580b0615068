using AiActBot.BotFramework.Cards;
using AiActBot.Compliance;
using AiActBot.Compliance.Triage;
using AiActBot.Conversations;
using AiActBot.Triage.Proposals;
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

    /// <summary>What the person's description suggests, to be confirmed.</summary>
    public AnswerProposal? Proposal { get; init; }

    /// <summary>The answer that was given before, when it is being changed.</summary>
    public Answer? Current { get; init; }

    /// <summary>An earlier answer is being changed: the interview does not move on.</summary>
    public bool IsChange { get; init; }

    private string AnswerVerb => IsChange ? Verbs.ChangeTriage : Verbs.AnswerTriage;

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
            .. Suggestion(),
            .. Examples(),
            .. Choices(),
        ];
        return Card(body, [.. AnswerButtons(), .. OtherButtons()]);
    }

    /// <summary>Said when it is near: most answers rule out many questions, so early on the count would only frighten.</summary>
    private string ToGo => progress.AtMostRemaining > SoonDone
        ? ""
        : In($", nog hoogstens {progress.AtMostRemaining}", $", at most {progress.AtMostRemaining} to go");

    private IEnumerable<CardElement> Suggestion()
    {
        if (Current is { } current)
            yield return Quote(In($"Je antwoord was: {AnswerWords.Of(question, current, language)}.", $"Your answer was: {AnswerWords.Of(question, current, language)}."));
        else if (Proposal is { } proposal)
            yield return Quote(In(
                $"Voorstel uit je beschrijving (\"{string.Join("\", \"", proposal.Words)}\"): {Words(proposal)}. Klopt dat? Jij kiest.",
                $"Suggestion from your description (\"{string.Join("\", \"", proposal.Words)}\"): {Words(proposal)}. Is that right? You choose."));
    }

    private string Words(AnswerProposal proposal) => AnswerWords.Of(question, Compliance.Triage.Answer.Of(proposal.Choices), language);

    /// <summary>What is marked beforehand: an answer of the person, never a suggestion.</summary>
    private string? Chosen => Current switch
    {
        Compliance.Triage.Answer.Chosen chosen => string.Join(',', chosen.Choices),
        null => null,
        _ => DontKnow,
    };

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
            Value = Chosen,
            IsRequired = true,
            ErrorMessage = TriageTexts.NothingChosen.In(language),
        };
    }

    private IEnumerable<CardAction> AnswerButtons()
    {
        if (question.Kind != QuestionKind.YesNo)
            return [Button(In("Volgende", "Next"), AnswerVerb, Data()).Positive()];
        return
        [
            .. question.Choices.Select(choice => Button(choice.Text.In(language), AnswerVerb, [.. Data(), (Answer, choice.Id)])),
            Button(TriageTexts.DontKnow.In(language), AnswerVerb, [.. Data(), (Answer, DontKnow)]),
        ];
    }

    private IEnumerable<CardAction> OtherButtons()
    {
        if (IsChange)
        {
            yield return Button(In("Laat zoals het is", "Leave as it is"), Verbs.ShowAnswers, (Session, session.Id.ToString())) with { AssociatedInputs = AssociatedInputs.None };
            yield break;
        }

        if (progress.Answered > 1)
            yield return Button(In("Antwoorden", "Answers"), Verbs.ShowAnswers, (Session, session.Id.ToString())) with { AssociatedInputs = AssociatedInputs.None };
        if (progress.Answered > 0)
            yield return Button(In("Terug", "Back"), Verbs.BackInTriage, (Session, session.Id.ToString())) with { AssociatedInputs = AssociatedInputs.None };
        yield return Button(In("Stoppen", "Stop"), Verbs.CancelTriage, (Session, session.Id.ToString())) with { AssociatedInputs = AssociatedInputs.None };
    }

    private string Describe(Compliance.Triage.Choice choice) =>
        choice.Help is { } help ? $"{choice.Text.In(language)} ({help.In(language)})" : choice.Text.In(language);

    private (string, string)[] Data() => [(Session, session.Id.ToString()), (Question, question.Id)];

    private string In(string nl, string en) => language == Language.Dutch ? nl : en;
}
