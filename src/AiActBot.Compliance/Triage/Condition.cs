namespace AiActBot.Compliance.Triage;

/// <summary>When a rule holds. A closed set, so that a rule file can say no more than a jurist can read.</summary>
public abstract record Condition
{
    private Condition()
    {
    }

    /// <summary>Holds for everybody.</summary>
    public static Condition Always { get; } = new All([]);

    public sealed record All(IReadOnlyList<Condition> Parts) : Condition;

    public sealed record Any(IReadOnlyList<Condition> Parts) : Condition;

    public sealed record Not(Condition Part) : Condition;

    /// <summary>The answer to a yes-or-no or one-of question is this choice.</summary>
    public sealed record Is(string Question, string Choice) : Condition;

    /// <summary>The answer to an any-of question includes this choice.</summary>
    public sealed record Has(string Question, string Choice) : Condition;

    /// <summary>Some rule gives the organisation this role.</summary>
    public sealed record HasRole(OperatorRole Role) : Condition;

    /// <summary>Some rule puts the system in this class, by any provision or by one within <paramref name="Within"/>.</summary>
    public sealed record HasClass(RiskClass Class, ArticleReference? Within = null) : Condition;

    /// <summary>Some rule establishes this fact.</summary>
    public sealed record HasFact(string Fact) : Condition;

    /// <summary>Some rule about a provision within this one would hold, but its exception does too.</summary>
    public sealed record Exempted(ArticleReference Within) : Condition;

    /// <summary>The conditions that this one is made of.</summary>
    internal IReadOnlyList<Condition> Children => this switch
    {
        All all => all.Parts,
        Any any => any.Parts,
        Not not => [not.Part],
        _ => [],
    };

    /// <summary>The conditions that are not made of others: what is asked of answers and of other rules.</summary>
    public IEnumerable<Condition> Leaves => Children.Count == 0 ? [this] : Children.SelectMany(child => child.Leaves);
}
