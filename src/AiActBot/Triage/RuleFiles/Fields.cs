using AiActBot.Compliance;
using YamlDotNet.RepresentationModel;

namespace AiActBot.Triage.RuleFiles;

/// <summary>
/// A mapping in a rule file that is read field by field. What is missing, unreadable or not known is noted with its line, and
/// reading goes on, so that an author sees everything at once.
/// </summary>
internal sealed class Fields(YamlMappingNode node, string file, ICollection<RuleFileProblem> problems)
{
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    /// <summary>What the problems of this mapping are about, such as "rule listed-recruitment".</summary>
    public string About { get; set; } = "";

    public IReadOnlyDictionary<string, YamlNode> All =>
        node.Children.ToDictionary(child => ((YamlScalarNode)child.Key).Value!, child => child.Value, StringComparer.Ordinal);

    public static Fields? Of(YamlNode node, string file, ICollection<RuleFileProblem> problems, string about = "")
    {
        if (node is YamlMappingNode mapping && mapping.Children.Keys.All(key => key is YamlScalarNode))
            return new Fields(mapping, file, problems) { About = about };
        problems.Add(new(file, node.Start.Line, $"{about} should be fields with values".TrimStart()));
        return null;
    }

    public Fields? In(YamlNode child) => Of(child, file, problems, About);

    public void Problem(string what, YamlNode? at = null) =>
        problems.Add(new(file, (at ?? node).Start.Line, About.Length > 0 ? $"{About}: {what}" : what));

    public YamlNode? Optional(string field)
    {
        _read.Add(field);
        return node.Children.TryGetValue(new YamlScalarNode(field), out var value) ? value : null;
    }

    public YamlNode? Required(string field)
    {
        var value = Optional(field);
        if (value is null)
            Problem($"'{field}' is missing");
        return value;
    }

    public string Text(string field) => Required(field) is { } value ? Text(value, field) : "";

    public string Text(YamlNode value, string field)
    {
        if (value is YamlScalarNode { Value: { Length: > 0 } text })
            return text;
        Problem($"'{field}' should be a text", value);
        return "";
    }

    public IReadOnlyList<YamlNode> List(string field, bool required = false)
    {
        switch (required ? Required(field) : Optional(field))
        {
            case null:
                return [];
            case YamlSequenceNode list:
                return [.. list.Children];
            case var other:
                Problem($"'{field}' should be a list", other);
                return [];
        }
    }

    public Bilingual Bilingual(string field) => Required(field) is { } value ? Bilingual(value, field) : Missing;

    public Bilingual Bilingual(YamlNode value, string field)
    {
        if (In(value) is not { } texts)
            return Missing;
        var (nl, en) = (texts.Text("nl"), texts.Text("en"));
        texts.NothingElse();
        return nl.Length > 0 && en.Length > 0 ? new Bilingual(nl, en) : Missing;
    }

    public ArticleReference Provision(string field)
    {
        var text = Text(field);
        if (ArticleReference.TryParse(text, out var provision) || text.Length == 0)
            return provision;
        Problem($"'{text}' is not a provision such as art-20.1 or anx-III.4.a");
        return default;
    }

    /// <summary>A value of an enum in the words of the files: "authorised-representative", "high-risk".</summary>
    public T Word<T>(string text) where T : struct, Enum
    {
        var word = text.Replace("-", "", StringComparison.Ordinal);
        foreach (var value in Enum.GetValues<T>())
        {
            if (string.Equals(value.ToString(), word, StringComparison.OrdinalIgnoreCase))
                return value;
        }

        Problem($"'{text}' is not one of: {string.Join(", ", Enum.GetNames<T>().Select(Hyphenated))}");
        return default;
    }

    public void NothingElse()
    {
        foreach (var field in All.Keys.Where(field => !_read.Contains(field)))
            Problem($"there is no field '{field}' here");
    }

    private static Bilingual Missing { get; } = new("?", "?");

    private static string Hyphenated(string name) =>
        string.Concat(name.Select((letter, index) => char.IsUpper(letter) && index > 0 ? $"-{letter}" : letter.ToString())).ToLowerInvariant();
}
