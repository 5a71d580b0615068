using AiActBot.Compliance;
using AiActBot.Compliance.Triage;
using YamlDotNet.RepresentationModel;

namespace AiActBot.Triage.RuleFiles;

/// <summary>
/// Reads a condition: "roles has uses", "profiling is yes", "role provider", "class high-risk", "class high-risk within
/// anx-III", "fact no-significant-risk", "exempted anx-III", a list under <c>all</c> or <c>any</c>, or one under <c>not</c>.
/// </summary>
internal static class ConditionReader
{
    public static Condition Read(YamlNode node, Fields around) => node switch
    {
        YamlScalarNode { Value: { } text } => Sentence(text, node, around),
        YamlMappingNode { Children.Count: 1 } mapping => Combined(mapping, around),
        _ => Nothing("a condition is a sentence, or one of all, any and not", node, around),
    };

    private static Condition Combined(YamlMappingNode mapping, Fields around)
    {
        var (key, value) = mapping.Children.Single();
        return ((key as YamlScalarNode)?.Value, value) switch
        {
            ("all", YamlSequenceNode parts) => new Condition.All([.. parts.Select(part => Read(part, around))]),
            ("any", YamlSequenceNode parts) => new Condition.Any([.. parts.Select(part => Read(part, around))]),
            ("not", var part) => new Condition.Not(Read(part, around)),
            var (word, _) => Nothing($"'{word}' is not all or any with a list, or not with a condition", mapping, around),
        };
    }

    private static Condition Sentence(string text, YamlNode node, Fields around) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
        {
            ["always"] => Condition.Always,
            ["role", var role] => new Condition.HasRole(around.Word<OperatorRole>(role)),
            ["class", var risk] => new Condition.HasClass(around.Word<RiskClass>(risk)),
            ["class", var risk, "within", var id] when ArticleReference.TryParse(id, out var within) =>
                new Condition.HasClass(around.Word<RiskClass>(risk), within),
            ["fact", var fact] => new Condition.HasFact(fact),
            ["exempted", var id] when ArticleReference.TryParse(id, out var within) => new Condition.Exempted(within),
            [var question, "is", var choice] => new Condition.Is(question, choice),
            [var question, "has", var choice] => new Condition.Has(question, choice),
            _ => Nothing($"'{text}' is not a condition", node, around),
        };

    private static Condition Nothing(string problem, YamlNode node, Fields around)
    {
        around.Problem(problem, node);
        return Condition.Always;
    }
}
