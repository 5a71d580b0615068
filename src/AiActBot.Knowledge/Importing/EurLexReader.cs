using System.Globalization;
using System.Text.RegularExpressions;
using AiActBot.Knowledge.Law;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace AiActBot.Knowledge.Importing;

/// <summary>
/// The AI Act in the two HTML forms that EUR-Lex serves: the Official Journal and the consolidated text. Only the Official Journal is
/// authentic. Reuse with attribution is allowed (Decision 2011/833/EU).
/// </summary>
internal sealed partial class EurLexReader : DocumentReader
{
    private const string Licence = "© European Union, eur-lex.europa.eu (Decision 2011/833/EU)";
    private const string Act = "https://eur-lex.europa.eu/eli/reg/2024/1689";

    public override IReadOnlyList<FoundFile> Find(string path) => FoundFile.In(path, ".html", ".htm", ".xhtml");

    public override ImportedDocument Read(FoundFile file, string hash, DateOnly today)
    {
        var html = file.Read();
        using var page = new HtmlParser().ParseDocument(html);
        var articles = page.QuerySelectorAll("[id^='art_']").Where(e => ArticleId().IsMatch(e.Id!)).ToList();
        if (articles.Count == 0)
            throw new FormatException("No article was found: this is not the HTML of the AI Act as EUR-Lex serves it.");
        if (!page.Body!.TextContent.Contains("2024/1689", StringComparison.Ordinal))
            throw new FormatException("This is another act: Regulation (EU) 2024/1689 is not named in it.");

        var language = articles[0].TextContent.Contains("Artikel", StringComparison.Ordinal) ? DocumentLanguage.Nl : DocumentLanguage.En;
        var version = Version(html);
        var title = language.Choose("AI-verordening, officiële tekst", "AI Act, official text") + $" ({version:yyyy-MM-dd})";
        var chunks = new OutsideChunks(file.Source, "eu-2024-1689", title, language, $"{Act}/oj", Licence);
        foreach (var recital in page.QuerySelectorAll("[id^='rct_']").Where(e => e.Id!.IndexOf('.', StringComparison.Ordinal) < 0))
            AddRecital(recital, chunks, version, language);
        foreach (var article in articles)
            AddArticle(article, chunks, version);
        foreach (var annex in page.QuerySelectorAll("[id^='anx_']").Where(e => e.Id!.IndexOf('.', StringComparison.Ordinal) < 0))
            AddAnnex(annex, chunks, version);
        return new ImportedDocument(file.Source, ImportFormat.EurLex, title, Licence, hash, today, chunks.All);
    }

    private static void AddRecital(IElement element, OutsideChunks chunks, DateOnly version, DocumentLanguage language)
    {
        if (!ProvisionId.TryParse("rct-" + element.Id![4..], out var id))
            return;
        var text = RecitalNumber().Replace(string.Join("\n", EurLexText.Lines(element)), "");
        chunks.AddOfficial(ProvisionName.Of(id, language), text.Trim(), id, version);
    }

    private static void AddArticle(IElement element, OutsideChunks chunks, DateOnly version)
    {
        var number = ArticleId().Match(element.Id!).Groups[1].Value;
        if (!ProvisionId.TryParse($"art-{number}", out var article))
            return;

        var lines = EurLexText.Lines(element);
        var heading = string.Join(" ", lines.Take(2));
        var (paragraph, content) = (article, new List<string>());
        foreach (var (line, itsNumber) in Numbered(element, lines.Skip(2)))
        {
            if (itsNumber is not null)
            {
                End();
                paragraph = article.Child(itsNumber);
                content.Add(Paragraph().Replace(line, ""));
            }
            else if (Paragraph().Match(line) is { Success: true } match && IsNext(article, paragraph, match.Groups[1].Value + Suffix(match.Groups[2].Value)))
            {
                End();
                paragraph = article.Child(match.Groups[1].Value + Suffix(match.Groups[2].Value));
                content.Add(line[match.Length..]);
            }
            else
                content.Add(line);
        }

        End();

        void End()
        {
            if (content.Count > 0)
                chunks.AddOfficial(heading, string.Join("\n", content), paragraph, version);
            content = [];
        }
    }

    // The Official Journal gives each paragraph an element of its own, 026.005, which is right also where the printed number is not.
    private static IEnumerable<(string Line, string? Number)> Numbered(IElement article, IEnumerable<string> lines)
    {
        var own = article.Children.Where(c => c.Id is not null && ParagraphElement().IsMatch(c.Id)).ToList();
        if (own.Count == 0)
            return lines.Select(l => (l, (string?)null));
        return own.SelectMany(p => EurLexText.Lines(p).Select((l, i) =>
            (l, i == 0 ? Number(ParagraphElement().Match(p.Id!).Groups[1].Value).ToString(CultureInfo.InvariantCulture) : null)));
    }

    // An amending article quotes numbered paragraphs of another act; only the next number in line is a paragraph of this one.
    private static bool IsNext(ProvisionId article, ProvisionId current, string number)
    {
        if (!ActStructure.Current.Exists(article.Child(number)) && number != "5")
            return false;
        var last = current == article ? 0 : Number(current.Parts[1]);
        return Number(number) == last + 1 || (Number(number) == last && char.IsLetter(number[^1])) || (Number(number) == last + 2 && last > 0);
    }

    private static int Number(string text) => int.Parse(Digits().Match(text).Value, CultureInfo.InvariantCulture);

    private static void AddAnnex(IElement element, OutsideChunks chunks, DateOnly version)
    {
        if (!ProvisionId.TryParse("anx-" + element.Id![4..], out var annex))
            return;
        var lines = EurLexText.Lines(element);
        chunks.AddOfficial(string.Join(": ", lines.Take(2)), string.Join("\n", lines.Skip(2)), annex, version);
    }

    private static DateOnly Version(string html)
    {
        var consolidated = ConsolidatedDate().Match(html);
        return consolidated.Success
            ? DateOnly.ParseExact(consolidated.Groups[1].Value, "dd.MM.yyyy", CultureInfo.InvariantCulture)
            : new DateOnly(2024, 7, 12);
    }

    private static string Suffix(string latin) => latin switch { "bis" => "a", "ter" => "b", "quater" => "c", "quinquies" => "d", "sexies" => "e", _ => latin };

    [GeneratedRegex(@"^art_(\d+[a-e]?)$", RegexOptions.CultureInvariant)]
    private static partial Regex ArticleId();

    [GeneratedRegex(@"^\(\d+\)\s*", RegexOptions.CultureInvariant)]
    private static partial Regex RecitalNumber();

    [GeneratedRegex(@"^(\d{1,2})\s?(bis|ter|quater|quinquies|sexies|[a-e])?\.\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Paragraph();

    [GeneratedRegex(@"^\d{3}\.(\d{3})$", RegexOptions.CultureInvariant)]
    private static partial Regex ParagraphElement();

    [GeneratedRegex(@"^\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex(@"<title>[^<]*?(\d\d\.\d\d\.\d{4})</title>", RegexOptions.CultureInvariant)]
    private static partial Regex ConsolidatedDate();
}
