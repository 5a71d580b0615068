namespace AiActBot.Compliance.Triage;

public enum QuestionKind
{
    /// <summary>"yes" or "no".</summary>
    YesNo,

    /// <summary>Exactly one choice.</summary>
    OneOf,

    /// <summary>Any number of choices; <see cref="Question.None"/> for none of them.</summary>
    AnyOf,
}

/// <summary>A choice of a question, with an explanation for people who never read the Act.</summary>
public sealed record Choice(string Id, Bilingual Text, Bilingual? Help = null);

/// <summary>One question of the interview.</summary>
/// <param name="Id">Stable: saved answers refer to it.</param>
/// <param name="Provision">The provision that makes it matter.</param>
public sealed record Question(
    string Id,
    QuestionKind Kind,
    ArticleReference Provision,
    Bilingual Text,
    Bilingual Help,
    IReadOnlyList<Bilingual> Examples,
    IReadOnlyList<Choice> Choices)
{
    public const string Yes = "yes";
    public const string No = "no";

    /// <summary>The choice of an <see cref="QuestionKind.AnyOf"/> question that says that no other one holds.</summary>
    public const string None = "none";

    /// <summary>What yes and no are called.</summary>
    public static IReadOnlyList<Choice> YesAndNo { get; } = [new(Yes, new("Ja", "Yes")), new(No, new("Nee", "No"))];
}
