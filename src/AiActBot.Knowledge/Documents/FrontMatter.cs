using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace AiActBot.Knowledge.Documents;

/// <summary>The YAML head of a Markdown file, read leniently: the shape of outside files changes from year to year.</summary>
public sealed class FrontMatter
{
    private readonly YamlMappingNode _root;

    private FrontMatter(YamlMappingNode root) => _root = root;

    public IEnumerable<string> Keys => _root.Children.Keys.OfType<YamlScalarNode>().Select(k => k.Value ?? "");

    /// <summary>Parts a file in its head and its text. Without a head the text is the whole file.</summary>
    /// <exception cref="FormatException">The head is not closed or is no valid YAML.</exception>
    public static (FrontMatter Head, string Body) Split(string markdown)
    {
        var text = markdown.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        if (!text.StartsWith("---\n", StringComparison.Ordinal))
            return (new FrontMatter([]), text);

        var end = text.IndexOf("\n---", 3, StringComparison.Ordinal);
        if (end < 0)
            throw new FormatException("The head opens with --- but is not closed with ---.");

        var lineEnd = text.IndexOf('\n', end + 1);
        return (Parse(text[4..(end + 1)]), lineEnd < 0 ? "" : text[(lineEnd + 1)..]);
    }

    /// <summary>As <see cref="Split"/>, for outside files: of a field that stands in the head twice the first counts.</summary>
    /// <exception cref="FormatException">The head is not closed or is no valid YAML.</exception>
    public static (FrontMatter Head, string Body) SplitLeniently(string markdown)
    {
        var text = markdown.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        var end = text.StartsWith("---\n", StringComparison.Ordinal) ? text.IndexOf("\n---", 3, StringComparison.Ordinal) : -1;
        if (end < 0)
            return Split(markdown);

        var (seen, kept, keeps) = (new HashSet<string>(StringComparer.Ordinal), new List<string>(), true);
        foreach (var line in text[4..end].Split('\n'))
        {
            if (line.Length > 0 && char.IsLetter(line[0]) && line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
                keeps = seen.Add(line[..colon]);
            if (keeps)
                kept.Add(line);
        }

        return Split($"---\n{string.Join('\n', kept)}{text[end..]}");
    }

    /// <exception cref="FormatException">The text is no YAML mapping.</exception>
    public static FrontMatter Parse(string yaml)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            return stream.Documents is [{ RootNode: YamlMappingNode root }, ..] ? new(root) : new([]);
        }
        catch (YamlException e)
        {
            throw new FormatException($"The head is no valid YAML, line {e.Start.Line + 1}: {e.InnerException?.Message ?? e.Message}", e);
        }
    }

    public bool Has(string key) => Node(key) is not null;

    public string? Text(string key) => Node(key) is YamlScalarNode { Value: { } value } ? value : null;

    /// <summary>A list of words, also when only one is written without a list.</summary>
    public IReadOnlyList<string> List(string key) => ListOf(Node(key));

    public IReadOnlyList<FrontMatter> Items(string key) =>
        Node(key) is YamlSequenceNode list ? [.. list.Children.OfType<YamlMappingNode>().Select(m => new FrontMatter(m))] : [];

    /// <summary>A list of lists of words.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Lists(string key) =>
        Node(key) is YamlSequenceNode list ? [.. list.Children.Select(ListOf)] : [];

    public FrontMatter? Part(string key) => Node(key) is YamlMappingNode part ? new(part) : null;

    private YamlNode? Node(string key) => _root.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;

    private static IReadOnlyList<string> ListOf(YamlNode? node) => node switch
    {
        YamlSequenceNode list => [.. list.Children.OfType<YamlScalarNode>().Select(s => s.Value ?? "").Where(v => v.Length > 0)],
        YamlScalarNode { Value: { Length: > 0 } value } => [value],
        _ => [],
    };
}
