using System.Collections.Immutable;

namespace AiActBot.Compliance.Triage;

/// <summary>What somebody answered: choices, or that they do not know.</summary>
public abstract record Answer
{
    private Answer()
    {
    }

    public static Answer DontKnow { get; } = new NotKnown();

    public static Answer Of(params IEnumerable<string> choices) => new Chosen([.. choices]);

    public sealed record NotKnown : Answer
    {
        public override string ToString() => "?";
    }

    /// <summary>The chosen choices by id; "yes" or "no" for a yes-or-no question.</summary>
    public sealed record Chosen(ImmutableSortedSet<string> Choices) : Answer
    {
        public bool Equals(Chosen? other) => other is not null && Choices.SetEquals(other.Choices);

        public override int GetHashCode() => Choices.Aggregate(0, HashCode.Combine);

        public override string ToString() => string.Join(", ", Choices);
    }
}

/// <summary>The answers so far, by question. Immutable: going back or trying another answer makes a new one.</summary>
public sealed record Answers
{
    private readonly ImmutableSortedDictionary<string, Answer> _answers;

    private Answers(ImmutableSortedDictionary<string, Answer> answers) => _answers = answers;

    public static Answers Empty { get; } = new(ImmutableSortedDictionary.Create<string, Answer>(StringComparer.Ordinal));

    public int Count => _answers.Count;

    public IEnumerable<KeyValuePair<string, Answer>> All => _answers;

    public Answer? To(string question) => _answers.GetValueOrDefault(question);

    public Answers With(string question, Answer answer) => new(_answers.SetItem(question, answer));

    public Answers With(string question, params IEnumerable<string> choices) => With(question, Answer.Of(choices));

    public Answers Without(string question) => new(_answers.Remove(question));

    public bool Equals(Answers? other) =>
        other is not null && Count == other.Count && _answers.All(pair => pair.Value.Equals(other.To(pair.Key)));

    public override int GetHashCode() => _answers.Aggregate(0, (hash, pair) => HashCode.Combine(hash, pair.Key, pair.Value));
}
