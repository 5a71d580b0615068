using System.Text.Json;
using AiActBot.Knowledge.Importing;
using AiActBot.Knowledge.Index;
using AiActBot.Knowledge.Tests.Builders;

namespace AiActBot.Knowledge.Tests.Importing;

public sealed class EurLexImportTests
{
    [SkippableTheory]
    [InlineData("aiact-en.oj.html", "aiact-en.json", DocumentLanguage.En)]
    [InlineData("aiact-nl.oj.html", "aiact-nl.json", DocumentLanguage.Nl)]
    public void Every_article_paragraph_recital_and_annex_is_read_with_its_id(string html, string json, DocumentLanguage language)
    {
        var document = Import(html);
        using var law = JsonDocument.Parse(File.ReadAllText(SharedData.Path($"law/{json}")));
        var expected = law.RootElement.GetProperty("articles").EnumerateArray().SelectMany(a => a.GetProperty("paragraphs").EnumerateArray())
            .Concat(law.RootElement.GetProperty("recitals").EnumerateArray())
            .Concat(law.RootElement.GetProperty("annexes").EnumerateArray())
            .Select(p => p.GetProperty("id").GetString()!);

        var read = document.Chunks.Select(c => c.Provisions[0].ToString()).ToHashSet();
        Assert.Empty(expected.Except(read));
        Assert.Equal(113, read.Where(p => p.StartsWith("art-", StringComparison.Ordinal)).Select(p => p.Split('.')[0]).Distinct().Count());
        Assert.Equal(180, read.Count(p => p.StartsWith("rct-", StringComparison.Ordinal)));
        Assert.Equal(13, read.Count(p => p.StartsWith("anx-", StringComparison.Ordinal)));
        Assert.All(document.Chunks, c => Assert.Equal(language, c.Language));
        Assert.All(document.Chunks, c => Assert.Equal(SourceKind.OfficialText, c.Kind));
    }

    [SkippableTheory]
    [InlineData("aiact-en.oj.html", "Article 26", "without undue delay")]
    [InlineData("aiact-nl.oj.html", "Artikel 26", "zonder onnodige vertraging")]
    [InlineData("aiact-nl.consolidated-20240712.html", "Artikel 26", "zonder onnodige vertraging")]
    public void The_text_of_a_paragraph_is_under_its_own_id_in_either_form(string html, string heading, string words)
    {
        var paragraph = Assert.Single(Import(html).Chunks, c => c.Provisions[0].ToString() == "art-26.5");
        Assert.StartsWith(heading, paragraph.Heading, StringComparison.Ordinal);
        Assert.Contains(words, paragraph.Text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void What_the_amendment_of_2026_changed_is_marked_in_the_text_of_2024()
    {
        var chunks = Import("aiact-en.oj.html").Chunks.ToDictionary(c => c.Provisions[0].ToString());
        Assert.Contains("2026/1744", chunks["art-113"].SupersededBy!.NoteEn, StringComparison.Ordinal);
        Assert.NotNull(chunks["art-4"].SupersededBy);
        Assert.Null(chunks["art-20.1"].SupersededBy);
    }

    [Fact]
    public void Another_page_is_refused_in_words()
    {
        using var folder = new TemporaryFolder();
        var result = Assert.Single(Importer(folder).Import(folder.Write("page.html", "<html><body><h1>Recipes</h1></body></html>"), ImportFormat.EurLex));
        Assert.Contains("not the HTML of the AI Act", Assert.IsType<ImportResult.Failed>(result).Reason, StringComparison.Ordinal);
    }

    private static ImportedDocument Import(string html)
    {
        using var folder = new TemporaryFolder();
        var store = new ImportStore(Path.Combine(folder.Path, "store"));
        var result = Assert.Single(new DocumentImporter(store, FixedClock.AtNovember2026).Import(SharedData.Path($"law/eur-lex/{html}"), ImportFormat.EurLex));
        Assert.IsType<ImportResult.Imported>(result);
        return Assert.Single(store.All());
    }

    private static DocumentImporter Importer(TemporaryFolder folder) =>
        new(new ImportStore(Path.Combine(folder.Path, "store")), FixedClock.AtNovember2026);
}
