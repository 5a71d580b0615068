using AiActBot.Knowledge.Importing;
using AiActBot.Knowledge.Law;
using AiActBot.Knowledge.Tests.Builders;

namespace AiActBot.Knowledge.Tests.Law;

public sealed class OfficialTextTests
{
    [SkippableTheory]
    [InlineData("en", "art-26.5", "Deployers shall monitor the operation", "shall apply mutatis mutandis")]
    [InlineData("nl", "art-26.5", "Gebruiksverantwoordelijken monitoren de werking", "")]
    [InlineData("en", "art-5.1.f", "(f) the placing on the market", "medical or safety reasons")]
    [InlineData("nl", "art-5.1.f", "f) het in de handel brengen", "medische of veiligheidsoverwegingen")]
    [InlineData("en", "art-99.3", "Non-compliance with the prohibition", "whichever is higher")]
    [InlineData("en", "art-3.1", "(1) ‘AI system’", "")]
    [InlineData("nl", "art-3.1", "1) “AI-systeem”", "")]
    [InlineData("en", "anx-III.4", "4. Employment", "")]
    [InlineData("nl", "anx-III.4.a", "a) AI-systemen", "")]
    [InlineData("en", "rct-44", "There are serious concerns", "")]
    public void A_provision_is_found_in_its_own_words_and_no_others(string language, string provision, string begins, string holds)
    {
        var (text, chunks) = Import(language);
        var found = Assert.Single(text.Find(ProvisionId.Parse(provision), DocumentLanguages.Parse(language)!.Value));

        Assert.StartsWith(begins, found.Text, StringComparison.Ordinal);
        Assert.Contains(holds, found.Text, StringComparison.Ordinal);
        Assert.Contains(chunks, chunk => chunk.Contains(found.Text, StringComparison.Ordinal));
        Assert.Contains("eur-lex.europa.eu", found.Url, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Every_point_of_articles_and_annexes_that_stands_in_the_text_is_told_apart_from_its_neighbours()
    {
        foreach (var language in DocumentLanguages.All)
        {
            var (text, _) = Import(language.Code());
            var points = ActStructure.Current.All.Select(ProvisionId.Parse).Where(p => p.IsArticle && p.Parts.Length == 3 && !char.IsDigit(p.Parts[2][0])).ToList();
            var found = points.Select(p => (Point: p, Texts: text.Find(p, language))).Where(p => p.Texts.Count == 1).ToList();

            // The others were inserted in 2026.
            Assert.Equal(322, found.Count);
            Assert.All(found, p => Assert.Equal(p.Point, p.Texts[0].Provision));
            Assert.Empty(found.GroupBy(p => (p.Point.Parent, p.Texts[0].Text)).Where(same => same.Count() > 1).Select(same => same.Key));
        }
    }

    [SkippableFact]
    public void An_article_is_its_paragraphs_in_order()
    {
        var (text, _) = Import("en");

        Assert.Equal(
            Enumerable.Range(1, 12).Select(i => $"art-26.{i}"),
            text.Find(ProvisionId.Parse("art-26"), DocumentLanguage.En).Select(p => p.Provision.ToString()));
    }

    [SkippableTheory]
    [InlineData("art-4a")]
    [InlineData("art-5.1.ba")]
    [InlineData("art-111.4")]
    public void What_was_inserted_later_is_not_there(string provision) =>
        Assert.Empty(Import("nl").Text.Find(ProvisionId.Parse(provision), DocumentLanguage.Nl));

    [SkippableFact]
    public void What_was_changed_later_says_so() =>
        Assert.NotNull(Import("nl").Text.Find(ProvisionId.Parse("art-5.1.f"), DocumentLanguage.Nl)[0].Superseded);

    private static (OfficialText Text, IReadOnlyList<string> Chunks) Import(string language)
    {
        using var folder = new TemporaryFolder();
        var store = new ImportStore(Path.Combine(folder.Path, "store"));
        Assert.Single(new DocumentImporter(store, FixedClock.AtNovember2026).Import(SharedData.Path($"law/eur-lex/aiact-{language}.oj.html"), ImportFormat.EurLex));
        var chunks = store.All().SelectMany(d => d.Chunks).ToList();
        return (OfficialText.Of(chunks), chunks.ConvertAll(c => c.Text));
    }
}
