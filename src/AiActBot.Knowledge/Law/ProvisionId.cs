using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace AiActBot.Knowledge.Law;

/// <summary>
/// A place in the AI Act: <c>art-26.5</c>, <c>art-5.1.ba</c>, <c>anx-III.4.a</c>, <c>rct-81</c>. Saying it does not make it exist:
/// ask <see cref="ActStructure"/>.
/// </summary>
public readonly partial record struct ProvisionId
{
    private readonly string? _value;

    private ProvisionId(string value) => _value = value;

    /// <summary>Article, annex or recital: <c>art-26</c> of <c>art-26.5</c>.</summary>
    public ProvisionId Root => _value?.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? new(_value[..dot]) : this;

    /// <summary>The parts between the dots, the root first.</summary>
    public string[] Parts => (_value ?? "").Split('.');

    public bool IsArticle => ToString().StartsWith("art-", StringComparison.Ordinal);

    public bool IsAnnex => ToString().StartsWith("anx-", StringComparison.Ordinal);

    public bool IsRecital => ToString().StartsWith("rct-", StringComparison.Ordinal);

    /// <summary>One step up, or null at the root.</summary>
    public ProvisionId? Parent => ToString().LastIndexOf('.') is > 0 and var dot ? new(ToString()[..dot]) : null;

    public ProvisionId Child(string part) => new($"{this}.{part}");

    /// <summary>True for the provision itself and everything in it.</summary>
    public bool Contains(ProvisionId other) =>
        other._value is { } longer && _value is { } own && longer.StartsWith(own, StringComparison.Ordinal)
        && (longer.Length == own.Length || longer[own.Length] == '.');

    public static bool TryParse([NotNullWhen(true)] string? text, out ProvisionId id)
    {
        var match = text is null ? null : Pattern().Match(text.Trim());
        id = match is { Success: true } ? new(match.Value) : default;
        return match is { Success: true };
    }

    /// <exception cref="FormatException">The text is no provision id.</exception>
    public static ProvisionId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"\"{text}\" is not a provision id.");

    public override string ToString() => _value ?? "";

    [GeneratedRegex(@"^(art-[1-9]\d{0,2}[a-h]?|anx-[IVX]{1,5}|rct-[1-9]\d{0,2})(\.[A-Za-z0-9]{1,4})*$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
