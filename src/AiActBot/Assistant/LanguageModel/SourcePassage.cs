using System.Text.RegularExpressions;
using AiActBot.Knowledge.Index;
using AiActBot.Knowledge.Law;
using AiActBot.Knowledge.Text;

namespace AiActBot.Assistant.LanguageModel;

/// <summary>A passage that the model was shown, with what a sentence that cites it may say.</summary>
internal sealed partial class SourcePassage
{
    private readonly HashSet<string> _provisions = new(StringComparer.Ordinal);
    private readonly HashSet<(string Provision, string Law)> _otherLaws = [];
    private readonly string _quotable;

    public SourcePassage(Chunk chunk)
    {
        Chunk = chunk;
        All = $"{chunk.Title}\n{chunk.Heading}\n{chunk.Text}";
        _quotable = OneSpace(All);
        Numbers = StatedNumbers.Of(All);
        HasNegation = Negation().IsMatch(All);
        foreach (var provision in chunk.Provisions)
            Allow(provision);
        foreach (var reference in ReferenceFinder.Find(All))
        {
            if (reference.OtherLaw is { } law)
                _otherLaws.Add((reference.Provision.ToString(), law));
            else
                Allow(reference.Provision);
        }
    }

    public Chunk Chunk { get; }

    /// <summary>Title, heading and text.</summary>
    public string All { get; }

    public HashSet<string> Numbers { get; }

    /// <summary>Whether it denies, forbids or excepts anything.</summary>
    public bool HasNegation { get; }

    /// <summary>Whether the passage is about the provision or names it, or a part of it.</summary>
    public bool Names(LawReference reference) => reference.OtherLaw is { } law
        ? _otherLaws.Contains((reference.Provision.ToString(), law))
        : _provisions.Contains(reference.Provision.ToString());

    /// <summary>Whether these words stand in the passage, letter by letter; how white space runs does not count.</summary>
    public bool Holds(string quote) => _quotable.Contains(OneSpace(quote), StringComparison.Ordinal);

    /// <summary>The sentence of the passage that shares most with another one: what a citation shows.</summary>
    public string ClosestTo(string sentence)
    {
        var overlap = new TermOverlap(Chunk.Language, sentence);
        var closest = Sentences.Of(Chunk.Text).MaxBy(candidate => overlap.With(candidate.Text)).Text;
        return string.IsNullOrEmpty(closest) ? Chunk.Text : closest;
    }

    internal static bool Denies(string text) => Denial().IsMatch(text);

    // An article may be named where a paragraph of it is the subject, not the other way round.
    private void Allow(ProvisionId provision)
    {
        for (ProvisionId? step = provision; step is { } here; step = here.Parent)
            _provisions.Add(here.ToString());
    }

    private static string OneSpace(string text) => Spaces().Replace(text, " ").Trim();

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\b(?:niet|geen|nooit|niemand|nergens|not|no|never|nobody|none|neither|nor|cannot)\b|n['’]t\b", Options)]
    private static partial Regex Denial();

    [GeneratedRegex(
        @"\b(?:niet|geen|nooit|niemand|nergens|zonder|tenzij|behalve|not|no|never|nobody|none|neither|nor|cannot|without|unless|except)\b|"
        + @"n['’]t\b|verbo[dt]|verbied|prohibit|forbid|uitgezonderd|uitzondering|exempt|exception|vrijgesteld",
        Options)]
    private static partial Regex Negation();
}
