namespace AiActBot.Compliance.Triage;

/// <summary>What an evaluation means: the roles and the classes, certain and possible.</summary>
internal sealed class Findings
{
    private readonly RuleBook _book;
    private readonly Evaluation _evaluation;

    public Findings(RuleBook book, Evaluation evaluation)
    {
        _book = book;
        _evaluation = evaluation;
        Excluded = evaluation.Excluded == Truth.True;
        PossibleRisk = Excluded ? [] : Classes(Truth.Unknown);
        Risk = Excluded ? Exclusions() : WithUndetermined(Classes(Truth.True), PossibleRisk);
    }

    public bool Excluded { get; }

    public IReadOnlyList<RiskFinding> Risk { get; }

    public IReadOnlyList<RiskFinding> PossibleRisk { get; }

    public IEnumerable<RiskClass> ClassesFound => Risk.Select(finding => finding.Class).Distinct();

    public IReadOnlyList<OperatorRole> Roles => Excluded
        ? []
        : [.. Enum.GetValues<OperatorRole>().Where(role => _evaluation.Of(new Condition.HasRole(role)) == Truth.True)];

    public IEnumerable<Bilingual> Notes => _book.Rules
        .Where(rule => rule.Outcome is Outcome.NeedsReview && _evaluation.Of(rule) == Truth.True)
        .Select(rule => ((Outcome.NeedsReview)rule.Outcome).Note);

    public IEnumerable<Bilingual> Advice => _book.Rules
        .Where(rule => rule.Outcome is Outcome.Advises && _evaluation.Of(rule) == Truth.True)
        .Select(rule => ((Outcome.Advises)rule.Outcome).Note);

    /// <summary>By which annex the system is high-risk; by the one that applies first when by both.</summary>
    public RiskBasis Basis
    {
        get
        {
            var certain = Risk.Where(finding => finding.Class == RiskClass.HighRisk).ToList();
            var findings = certain.Count > 0 ? certain : [.. PossibleRisk.Where(finding => finding.Class == RiskClass.HighRisk)];
            var (third, first) = (findings.Any(Of("III")), findings.Any(Of("I")));
            return (third, first, certain.Count > 0) switch
            {
                (true, true, false) => RiskBasis.Undetermined,
                (true, _, _) => RiskBasis.AnnexIII,
                (_, true, _) => RiskBasis.AnnexI,
                _ => RiskBasis.NotHighRisk,
            };

            static Func<RiskFinding, bool> Of(string annex) => finding => finding.Provision.Number == annex;
        }
    }

    private List<RiskFinding> Classes(Truth truth) =>
    [
        .. _book.Rules
            .Where(rule => rule.Outcome is Outcome.AddsClass && _evaluation.Of(rule) == truth)
            .Select(rule => (Outcome.AddsClass)rule.Outcome)
            .Where(adds => truth == Truth.True || adds.Class != RiskClass.MinimalRisk)
            .Select(adds => new RiskFinding(adds.Class, adds.Provision))
            .Distinct()
            .OrderByDescending(finding => finding.Class.Seriousness()),
    ];

    private List<RiskFinding> Exclusions() =>
    [
        .. _book.Rules
            .Where(rule => rule.Outcome is Outcome.Excludes && _evaluation.Of(rule) == Truth.True)
            .Select(rule => new RiskFinding(RiskClass.OutOfScope, rule.Provision))
            .Distinct(),
    ];

    private static List<RiskFinding> WithUndetermined(List<RiskFinding> certain, IReadOnlyList<RiskFinding> possible)
    {
        var worst = certain.Select(finding => finding.Class.Seriousness()).DefaultIfEmpty().Max();
        return possible.FirstOrDefault(finding => finding.Class.Seriousness() > worst) is { } open
            ? [new RiskFinding(RiskClass.Undetermined, open.Provision), .. certain]
            : certain;
    }
}
