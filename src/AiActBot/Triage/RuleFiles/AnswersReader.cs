using AiActBot.Compliance.Triage;
using YamlDotNet.RepresentationModel;

namespace AiActBot.Triage.RuleFiles;

/// <summary>Reads answers: a question's id with one choice, a list of choices, or "?" for "I don't know".</summary>
internal static class AnswersReader
{
    public const string NotKnown = "?";

    public static Answers Read(YamlNode node, Fields around)
    {
        var answers = Answers.Empty;
        foreach (var (question, value) in around.In(node)?.All ?? new Dictionary<string, YamlNode>())
        {
            var choices = value is YamlSequenceNode list ? [.. list.Children] : new[] { value };
            var texts = choices.Select(choice => around.Text(choice, question)).ToList();
            answers = answers.With(question, texts is [NotKnown] ? Answer.DontKnow : Answer.Of(texts));
        }

        return answers;
    }
}
