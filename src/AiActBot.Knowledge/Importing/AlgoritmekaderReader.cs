using System.Text.RegularExpressions;
using AiActBot.Knowledge.Documents;
using AiActBot.Knowledge.Law;

namespace AiActBot.Knowledge.Importing;

/// <summary>
/// Pages of the Algoritmekader. Its site joins requirements and measures by macros in comments; the links stand in the head of the
/// measures, so the join is made here. The head has changed over the years: both its old and its new names are read.
/// </summary>
internal sealed partial class AlgoritmekaderReader : DocumentReader
{
    private const string Licence = "EUPL-1.2";

    private static readonly Dictionary<string, string> RoleWords = new(StringComparer.Ordinal)
    {
        ["aanbieder"] = "provider", ["gebruiksverantwoordelijke"] = "deployer", ["importeur"] = "importer", ["distributeur"] = "distributor",
    };

    private static readonly Dictionary<string, string> RiskWords = new(StringComparer.Ordinal)
    {
        ["hoog-risico-ai-systeem"] = "high-risk", ["verboden-ai"] = "prohibited", ["verboden-ai-systeem"] = "prohibited",
        ["geen-hoog-risico-ai-systeem"] = "minimal", ["systeemrisico"] = "gpai-systemic-risk", ["transparantieverplichting"] = "transparency",
    };

    private readonly ILookup<string, string> _measuresOf;
    private readonly Dictionary<string, string> _titles;

    public AlgoritmekaderReader(string path)
    {
        var root = Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetDirectoryName(Path.GetFullPath(path)));
        var heads = root is null || !Directory.Exists(Path.Combine(root, "maatregelen")) ? [] : Heads(root).ToList();
        _titles = heads.DistinctBy(h => h.Stem).ToDictionary(h => h.Stem, h => h.Head.Text("title")?.Trim() ?? h.Stem, StringComparer.Ordinal);
        _measuresOf = heads.Where(h => h.Kind == "maatregelen")
            .SelectMany(h => h.Head.List("vereiste").Select(v => (Requirement: v, Title: _titles[h.Stem])))
            .ToLookup(m => m.Requirement, m => m.Title, StringComparer.Ordinal);
    }

    public override IReadOnlyList<FoundFile> Find(string path) =>
        [.. FoundFile.In(path, ".md").Where(f => File.Exists(path) || f.Source.Split('/') is [.., "vereisten" or "maatregelen" or "hulpmiddelen", not "index.md"])];

    public override string Fingerprint(FoundFile file) =>
        FoundFile.Hash([file.Read(), .. _measuresOf[Stem(file.Path)], .. _titles.Values.Order(StringComparer.Ordinal)]);

    public override ImportedDocument Read(FoundFile file, string hash, DateOnly today)
    {
        var (head, body) = FrontMatter.SplitLeniently(file.Read());
        var title = head.Text("title")?.Trim() ?? throw new FormatException("The page has no title in its head, so it is no page of the Algoritmekader.");
        var id = head.Text("id") ?? $"algoritmekader/{Stem(file.Path)}";
        var text = Clean(body);
        var isAiAct = !head.Has("id") || id.Contains(":aia-", StringComparison.Ordinal) || !id.Contains(":ver:", StringComparison.Ordinal);
        var chunks = new OutsideChunks(file.Source, id, title, DocumentLanguage.Nl, Url(file), Licence)
        {
            Roles = [.. head.List("rol-ai-act").Select(r => RoleWords.GetValueOrDefault(r)).OfType<string>()],
            Risks = [.. head.List("risicogroep").Concat(head.List("publicatiecategorie")).Concat(head.List("systeemrisico"))
                .Select(r => RiskWords.GetValueOrDefault(r)).OfType<string>().Distinct()],
            Provisions = isAiAct ? Cited(text) : [],
        };

        if (head.Text("toelichting") is { Length: > 0 } summary)
            chunks.Add(title, summary, []);
        foreach (var (heading, section) in MarkdownSections.Of(text))
        {
            if (section.Length > 0 && !IsList(heading))
                chunks.Add(heading.Length > 0 ? $"{title}: {heading}" : title, section, []);
        }

        var joined = _measuresOf[Stem(file.Path)].Concat(head.List("vereiste").Select(v => _titles.GetValueOrDefault(v)).OfType<string>()).Distinct().ToList();
        if (joined.Count > 0)
            chunks.Add(_measuresOf.Contains(Stem(file.Path)) ? $"{title}: maatregelen" : $"{title}: vereisten", string.Join('\n', joined.Select(j => $"- {j}")), []);
        return new ImportedDocument(file.Source, ImportFormat.Algoritmekader, title, Licence, hash, today, chunks.All);
    }

    private static IEnumerable<(string Kind, string Stem, FrontMatter Head)> Heads(string root)
    {
        foreach (var kind in (string[])["vereisten", "maatregelen"])
        {
            var folder = Path.Combine(root, kind);
            foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.md") : [])
            {
                // A page that cannot be read is reported when it is imported; here it only leaves no link.
                FrontMatter? head = null;
                try
                {
                    (head, _) = FrontMatter.SplitLeniently(File.ReadAllText(file));
                }
                catch (FormatException)
                {
                }

                if (head is not null)
                    yield return (kind, Stem(file), head);
            }
        }
    }

    // Only what the page calls its sources, and there only the AI Act.
    private static IReadOnlyList<ProvisionId> Cited(string text)
    {
        var sources = Sources().Match(text);
        return sources.Success
            ? [.. ReferenceFinder.Find(sources.Groups[1].Value).Where(r => r.OtherLaw is null && ActStructure.Current.Exists(r.Provision)).Select(r => r.Provision).Distinct()]
            : [];
    }

    private static string Clean(string body)
    {
        var text = Comment().Replace(body, "");
        text = Attributes().Replace(text, "");
        return Admonition().Replace(text, m => m.Groups[1].Success ? $"**{m.Groups[1].Value}**\n" : "");
    }

    private static bool IsList(string heading) =>
        heading.StartsWith("Bronnen", StringComparison.OrdinalIgnoreCase) || heading.StartsWith("Bijbehorende", StringComparison.OrdinalIgnoreCase);

    private static string Stem(string path) => Path.GetFileNameWithoutExtension(path);

    private static string Url(FoundFile file) => $"https://minbzk.github.io/Algoritmekader/voldoen-aan-wetten-en-regels/{Path.ChangeExtension(file.Source, null)}/";

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\{\s*(?:data-search-exclude|\.[^}]*|:[^}]*)\s*\}", RegexOptions.CultureInvariant)]
    private static partial Regex Attributes();

    [GeneratedRegex(@"^[ \t]*(?:\?\?\?\+?|!!!)[ \t]+\w+(?:[ \t]+""([^""]*)"")?[ \t]*$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Admonition();

    [GeneratedRegex(@"^##[ \t]*Bronnen\b(.*?)(?=^##|\z)", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Sources();
}
