using AiActBot.Compliance.Triage;

namespace AiActBot.Triage.RuleFiles;

/// <summary>Words in a description that suggest an answer.</summary>
/// <param name="Words">Beginnings of words, in any language, in small letters.</param>
internal sealed record Cue(string Question, string Choice, IReadOnlyList<string> Words)
{
    public static Cue Read(Fields fields) => new(
        fields.Text("question"),
        fields.Text("choice"),
        [.. fields.List("words", required: true).Select(word => fields.Text(word, "words").ToLowerInvariant())]);

    /// <summary>What does not fit the questions; null when it does.</summary>
    public string? Problem(IEnumerable<Question> questions) =>
        questions.FirstOrDefault(question => question.Id == Question) is not { } asked ? $"cue: there is no question '{Question}'"
        : asked.Choices.All(choice => choice.Id != Choice) ? $"cue: question '{Question}' has no choice '{Choice}'"
        : null;
}

/// <summary>Everything that the folder of rules says.</summary>
internal sealed record RuleFolderContent(RuleBook Book, IReadOnlyList<Scenario> Scenarios, IReadOnlyList<Cue> Cues);
