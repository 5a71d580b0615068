namespace AiActBot.Triage.RuleFiles;

/// <summary>Something wrong in a rule file: where an author has to look, and what is the matter.</summary>
internal sealed record RuleFileProblem(string File, long Line, string What)
{
    public override string ToString() => Line > 0 ? $"{File}, line {Line}: {What}" : $"{File}: {What}";
}

/// <summary>Rule files that cannot be used, with everything that is wrong in them.</summary>
internal sealed class RuleFileException(IReadOnlyList<RuleFileProblem> problems)
    : Exception(string.Join(Environment.NewLine, problems))
{
    public IReadOnlyList<RuleFileProblem> Problems { get; } = problems;
}
