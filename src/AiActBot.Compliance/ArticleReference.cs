using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace AiActBot.Compliance;

/// <summary>What kind of provision an <see cref="ArticleReference"/> names.</summary>
public enum ProvisionKind
{
    Article,
    Annex,
    Recital,
}

/// <summary>
/// A provision of the AI Act by its id: <c>art-5.1.ba</c>, <c>anx-III.4.a</c>, <c>rct-81</c>. The form is checked, not
/// whether the provision exists: a later amendment needs no new code. The grammar is in <c>knowledge/README.md</c>.
/// </summary>
public readonly partial record struct ArticleReference : IComparable<ArticleReference>
{
    private readonly string? _id;

    private ArticleReference(string id) => _id = id;

    public ProvisionKind Kind => ToString() switch
    {
        ['a', 'n', ..] => ProvisionKind.Annex,
        ['r', ..] => ProvisionKind.Recital,
        _ => ProvisionKind.Article,
    };

    /// <summary>The article, annex or recital that the provision is in, such as <c>art-5</c> for <c>art-5.1.ba</c>.</summary>
    public ArticleReference Whole => new(ToString().Split('.')[0]);

    /// <summary>The number of the article with its letter, the annex in Roman numerals, or the number of the recital.</summary>
    public string Number => Whole.ToString() is { Length: > 4 } whole ? whole[4..] : "";

    /// <exception cref="FormatException">The text is not a provision id.</exception>
    public static ArticleReference Parse(string id) =>
        TryParse(id, out var reference) ? reference : throw new FormatException($"'{id}' is not a provision id such as art-20.1, anx-III.4.a or rct-81.");

    public static bool TryParse([NotNullWhen(true)] string? id, out ArticleReference reference)
    {
        var wellFormed = id is not null && (ArticleForm().IsMatch(id) || AnnexForm().IsMatch(id) || RecitalForm().IsMatch(id));
        reference = wellFormed ? new ArticleReference(id!) : default;
        return wellFormed;
    }

    /// <summary>True when the other provision is this one or a part of it: <c>anx-III</c> contains <c>anx-III.4.a</c>.</summary>
    public bool Contains(ArticleReference other) =>
        other == this || other.ToString().StartsWith(ToString() + ".", StringComparison.Ordinal);

    /// <summary>The provision as a person writes it: "artikel 5, lid 1, punt b bis)", "Article 5(1)(ba)".</summary>
    public string Cite(Language language) => Citation.Write(this, language);

    public int CompareTo(ArticleReference other) => string.CompareOrdinal(ToString(), other.ToString());

    public static bool operator <(ArticleReference left, ArticleReference right) => left.CompareTo(right) < 0;

    public static bool operator >(ArticleReference left, ArticleReference right) => left.CompareTo(right) > 0;

    public static bool operator <=(ArticleReference left, ArticleReference right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ArticleReference left, ArticleReference right) => left.CompareTo(right) >= 0;

    /// <summary>The id.</summary>
    public override string ToString() => _id ?? "";

    // \z, not $: a line break at the end is no part of an id.
    [GeneratedRegex(@"\Aart-[1-9][0-9]{0,2}[a-z]?(\.[1-9][0-9]{0,2}[a-z]?)?(\.[a-z]{1,2}(\.[a-z]{1,5})?)?\z")]
    private static partial Regex ArticleForm();

    [GeneratedRegex(@"\Aanx-[IVX]{1,5}(\.[A-Z])?(\.[1-9][0-9]{0,2}[a-z]?)?(\.[a-z]{1,2}(\.[a-z]{1,5})?)?\z")]
    private static partial Regex AnnexForm();

    [GeneratedRegex(@"\Arct-[1-9][0-9]{0,2}\z")]
    private static partial Regex RecitalForm();
}
