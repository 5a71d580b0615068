using System.Globalization;
using System.Text.RegularExpressions;
using AiActBot.Knowledge.Law;

namespace AiActBot.Knowledge.Documents;

/// <summary>Reads a requirement document in the form of <c>knowledge/README.md</c>.</summary>
public static partial class RequirementMarkdown
{
    /// <exception cref="FormatException">The file does not have the form; the message says where.</exception>
    public static RequirementDocument Read(string path, DocumentLanguage language, string markdown)
    {
        var (head, body) = FrontMatter.Split(markdown);
        var (introduction, sections) = Sections(body);
        var title = Required(head, "title");
        return new RequirementDocument(
            path,
            language,
            Provision(Required(head, "id")),
            title,
            head.Text("short") ?? title,
            [.. head.List("provisions").Select(Provision)],
            head.List("roles"),
            head.List("risks"),
            head.List("phases"),
            head.List("subjects"),
            [.. head.Items("applies").Select(a => new AppliesDate(Required(a, "calendar"), Date(Required(a, "date"))))],
            Date(Required(head, "law")),
            head.List("links"),
            [.. head.Items("sources").Select(s => new DocumentSource(Required(s, "title"), s.Text("url") ?? ""))],
            Questions(head.Part("questions")),
            head.Text("open"),
            introduction,
            sections);
    }

    private static (string Introduction, IReadOnlyList<DocumentSection> Sections) Sections(string body)
    {
        var sections = new List<DocumentSection>();
        var parts = Heading().Split(body);
        for (var i = 1; i < parts.Length; i += 2)
        {
            var (heading, anchor) = Anchor(parts[i]);
            var provisions = anchor.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Provision);
            sections.Add(new DocumentSection(anchor, [.. provisions], heading, PlainText.Of(parts[i + 1])));
        }

        return (PlainText.Of(parts[0]), sections);
    }

    private static (string Heading, string Anchor) Anchor(string heading)
    {
        var match = AnchorMark().Match(heading);
        return match.Success
            ? (heading[..match.Index].Trim(), match.Groups[1].Value.Replace(" ", "", StringComparison.Ordinal))
            : throw new FormatException($"The heading \"{heading.Trim()}\" names no provision, as in {{#art-26.5}}.");
    }

    private static Dictionary<string, IReadOnlyList<string>> Questions(FrontMatter? questions) =>
        questions is null ? [] : questions.Keys.ToDictionary(k => k, questions.List, StringComparer.Ordinal);

    private static string Required(FrontMatter head, string key) =>
        head.Text(key) is { Length: > 0 } value ? value : throw new FormatException($"The field \"{key}\" is missing.");

    private static ProvisionId Provision(string text) => ProvisionId.Parse(text);

    private static DateOnly Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new FormatException($"\"{text}\" is not a date such as 2027-12-02.");

    [GeneratedRegex(@"^##[ \t]+(?!#)(.+)$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\{#([^}]+)\}\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex AnchorMark();
}
