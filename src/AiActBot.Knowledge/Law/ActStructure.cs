using System.Globalization;
using System.Text;

namespace AiActBot.Knowledge.Law;

/// <summary>
/// Which provisions the AI Act has: articles with paragraphs and points, annexes with sections and points, and recitals.
/// Source: Regulation (EU) 2024/1689 as amended by Regulation (EU) 2026/1744, in the embedded act-structure.txt.
/// </summary>
public sealed class ActStructure
{
    private readonly HashSet<string> _provisions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _repealed = new(StringComparer.Ordinal);

    private ActStructure(TextReader lines)
    {
        while (lines.ReadLine() is { } line)
            Read(line.Trim());
    }

    public static ActStructure Current { get; } = LoadEmbedded();

    /// <summary>Every provision, from articles down to points.</summary>
    public IReadOnlyCollection<string> All => _provisions;

    public bool Exists(ProvisionId provision) => _provisions.Contains(provision.ToString());

    /// <summary>Where the matter of a provision stands that the 2026 amendment took out; null when it was not taken out.</summary>
    public ProvisionId? MovedTo(ProvisionId provision) =>
        _repealed.TryGetValue(provision.ToString(), out var target) ? ProvisionId.Parse(target) : null;

    /// <summary>The nearest provision above (or at) the given one that does exist; null when even the article does not.</summary>
    public ProvisionId? NearestExisting(ProvisionId provision)
    {
        for (ProvisionId? p = provision; p is { } current; p = current.Parent)
        {
            if (Exists(current))
                return current;
        }

        return null;
    }

    /// <summary>The direct parts of a provision in the order of the law: paragraphs of an article, points of a paragraph.</summary>
    public IEnumerable<ProvisionId> PartsOf(ProvisionId provision) =>
        _provisions.Where(p => p.StartsWith(provision + ".", StringComparison.Ordinal))
            .Select(ProvisionId.Parse)
            .Where(p => p.Parent == provision);

    private static ActStructure LoadEmbedded()
    {
        using var stream = typeof(ActStructure).Assembly.GetManifestResourceStream("AiActBot.Knowledge.Law.act-structure.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return new ActStructure(reader);
    }

    private void Read(string line)
    {
        if (line.Length == 0 || line[0] == '#')
            return;

        var space = line.IndexOf(' ', StringComparison.Ordinal);
        var (name, rest) = space < 0 ? (line, "") : (line[..space], line[(space + 1)..]);
        switch (name)
        {
            case "recitals":
                var last = int.Parse(rest[(rest.IndexOf('-', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture);
                for (var number = 1; number <= last; number++)
                    _provisions.Add(string.Create(CultureInfo.InvariantCulture, $"rct-{number}"));
                break;
            case "repealed":
                var words = rest.Split(' ');
                _repealed[words[0]] = words[1];
                break;
            default:
                _provisions.Add(name);
                ReadParts(name, rest);
                break;
        }
    }

    private void ReadParts(string parent, string text)
    {
        var path = new Stack<string>([parent]);
        var last = parent;
        foreach (var word in text.Replace("(", " ( ", StringComparison.Ordinal).Replace(")", " ) ", StringComparison.Ordinal)
                     .Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word == "(")
                path.Push(last);
            else if (word == ")")
                path.Pop();
            else
                _provisions.Add(last = $"{path.Peek()}.{word}");
        }

        // The points of Annex I are numbered through its sections, so people leave the section out.
        if (parent == "anx-I")
            _provisions.UnionWith([.. PartsOf(ProvisionId.Parse(parent)).SelectMany(PartsOf).Select(p => $"{parent}.{p.Parts[^1]}")]);
    }
}
