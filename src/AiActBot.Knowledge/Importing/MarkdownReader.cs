using AiActBot.Knowledge.Documents;
using AiActBot.Knowledge.Law;
using AiActBot.Knowledge.Text;

namespace AiActBot.Knowledge.Importing;

/// <summary>Any Markdown file, with or without a head. A file that is one fenced block, as pages are often saved, is unwrapped.</summary>
internal sealed class MarkdownReader : DocumentReader
{
    public override IReadOnlyList<FoundFile> Find(string path) => FoundFile.In(path, ".md", ".markdown");

    public override ImportedDocument Read(FoundFile file, string hash, DateOnly today)
    {
        var (head, body) = FrontMatter.SplitLeniently(Unwrap(file.Read()));
        var sections = MarkdownSections.Of(body).Where(s => s.Text.Length > 0).ToList();
        if (sections.Count == 0)
            throw new FormatException("The file holds no text.");

        var title = head.Text("title")?.Trim() ?? MarkdownSections.Of(body).Select(s => s.Heading).FirstOrDefault(h => h.Length > 0)
            ?? Path.GetFileNameWithoutExtension(file.Path);
        var language = DocumentLanguages.Parse(head.Text("lang") ?? head.Text("language")) ?? LanguageDetector.Detect(body);
        var licence = head.Text("licence") ?? head.Text("license");
        var chunks = new OutsideChunks(file.Source, file.Source, title, language, head.Text("url") ?? head.Text("source"), licence)
        {
            Provisions = Named(title),
        };
        foreach (var (heading, text) in sections)
            chunks.Add(heading.Length > 0 ? heading : title, text, Named(heading) is { Count: > 0 } named ? named : Provisions(chunks, text));
        return new ImportedDocument(file.Source, ImportFormat.Markdown, title, licence, hash, today, chunks.All);
    }

    internal static IReadOnlyList<ProvisionId> Named(string text) =>
        [.. ReferenceFinder.Find(text).Where(r => r.OtherLaw is null && ActStructure.Current.Exists(r.Provision)).Select(r => r.Provision).Distinct()];

    private static IReadOnlyList<ProvisionId> Provisions(OutsideChunks chunks, string text) =>
        chunks.Provisions.Count > 0 ? chunks.Provisions : [.. Named(text).Take(3)];

    private static string Unwrap(string text)
    {
        var trimmed = text.Trim();
        if (!trimmed.StartsWith("```", StringComparison.Ordinal))
            return text;
        var start = trimmed.IndexOf('\n', StringComparison.Ordinal) + 1;
        var end = trimmed.LastIndexOf("```", StringComparison.Ordinal);
        return end > start ? trimmed[start..end] : trimmed[start..];
    }
}
