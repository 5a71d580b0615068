using System.Text.Json;
using AiActBot.Knowledge.Documents;
using AiActBot.Knowledge.Index;
using AiActBot.Knowledge.Law;
using AiActBot.Knowledge.Tests.Builders;
using static AiActBot.Knowledge.DocumentLanguage;

namespace AiActBot.Knowledge.Tests.Index;

/// <summary>What every index of passages does, whatever it is kept in. A test class for each index gives it to these tests.</summary>
public abstract class PassageIndexConformance
{
    private static readonly Chunk OversightNl = A.Chunk("nl/art-14#", Nl, "art-14.1", "Menselijk toezicht", "Mensen houden toezicht op het systeem zolang het in gebruik is.", "Wie moet meekijken met het algoritme?");
    private static readonly Chunk OversightEn = A.Chunk("en/art-14#", En, "art-14.1", "Human oversight", "People watch over the system while it is in use.", "Who must keep an eye on the algorithm?");
    private static readonly Chunk LogsNl = A.Chunk("nl/art-26#6", Nl, "art-26.6", "Logbestanden bewaren", "De logbestanden blijven ten minste zes maanden bewaard.");
    private static readonly Chunk LogsEn = A.Chunk("en/art-26#6", En, "art-26.6", "Keeping logs", "The logs are kept for at least six months.");
    private static readonly Chunk FinesEn = A.Chunk("en/art-99#", En, "art-99.3", "Penalties", "A breach of a prohibition costs up to 35 million euro.");
    private static readonly Chunk[] All = [OversightNl, OversightEn, LogsNl, LogsEn, FinesEn];

    protected static Glossary Glossary { get; } = new([
        new GlossaryEntry("log", ["logbestanden"], ["logs"], ["loggegevens"], ["audit trail"], [ProvisionId.Parse("art-26.6")]),
    ]);

    /// <summary>An index of one organisation; what it held when it was asked for before, it still holds.</summary>
    protected abstract IPassageIndex Of(string organisation);

    [Fact]
    public async Task An_index_that_holds_nothing_finds_nothing()
    {
        var index = await FilledAsync("requirements", []);

        Assert.Empty(await index.SearchAsync(A.Query("human oversight"), 5, default));
    }

    [Fact]
    public async Task A_passage_is_found_by_its_words_and_is_the_chunk_as_it_was_given()
    {
        var full = LogsEn with
        {
            Kind = SourceKind.OfficialText,
            Licence = "CC BY 4.0",
            Text = "The logs “are kept”, as art. 26(6) says;\n\n- for at least six months\n- or longer: é, ë, 'quote'.",
            Applies = [new AppliesDate("high-risk-annex-iii", new DateOnly(2027, 12, 2))],
            SupersededBy = new Supersession(ProvisionId.Parse("art-26.6"), "Nu anders.", "Different now."),
        };
        var index = await FilledAsync("requirements", [OversightEn, full, FinesEn]);

        var found = await index.SearchAsync(A.Query("how long are logs kept"), 5, default);

        Assert.Equal(Written(full), Written(found[0].Chunk));
        Assert.InRange(found[0].Coverage, 0.01, 1);
    }

    [Fact]
    public async Task Scores_fall_and_no_more_come_than_asked_for()
    {
        var index = await FilledAsync("requirements", All);

        var found = await index.SearchAsync(A.Query("logs of the system"), 2, default);

        Assert.Equal(2, found.Count);
        Assert.True(found[0].Score >= found[1].Score);
    }

    [Fact]
    public async Task A_question_about_something_else_is_hardly_covered()
    {
        var index = await FilledAsync("requirements", All);

        var about = await index.SearchAsync(A.Query("penalties for a prohibition"), 1, default);
        var other = await index.SearchAsync(A.Query("recipe for pancakes and a system of syrup"), 1, default);

        Assert.True(other.Count == 0 || other[0].Coverage < about[0].Coverage);
    }

    [Fact]
    public async Task A_question_that_names_a_provision_gets_that_provision_first()
    {
        var index = await FilledAsync("requirements", All);

        var found = await index.SearchAsync(A.Query("what does it say about people", En, "art-99.3"), 5, default);

        Assert.Equal(FinesEn.Id, found[0].Chunk.Id);
    }

    [Fact]
    public async Task A_provision_that_mostly_answers_such_questions_is_preferred()
    {
        var index = await FilledAsync("requirements", All);
        var query = A.Query("penalties for people", En);

        var found = await index.SearchAsync(query, 5, default);
        var preferred = await index.SearchAsync(query with { Likely = [FinesEn.Provisions[0].Root] }, 5, default);

        Assert.True(FinesIn(preferred) > FinesIn(found));
        double FinesIn(IReadOnlyList<Passage> passages) => passages.Single(p => p.Chunk.Id == FinesEn.Id).Score;
    }

    [Fact]
    public async Task A_question_that_only_names_a_provision_gets_it()
    {
        var index = await FilledAsync("requirements", All);

        var found = await index.SearchAsync(A.Query("", Nl, "art-26"), 1, default);

        Assert.Equal(LogsNl.Id, Assert.Single(found).Chunk.Id);
    }

    [Theory]
    [InlineData(Nl, "logbestanden", "nl/art-26#6")]
    [InlineData(En, "logs", "en/art-26#6")]
    [InlineData(Nl, "logs", "nl/art-26#6")]
    [InlineData(En, "logbestanden", "en/art-26#6")]
    public async Task A_passage_comes_in_the_language_of_the_answer_and_without_its_twin(DocumentLanguage language, string question, string expected)
    {
        var index = await FilledAsync("requirements", All);

        var found = await index.SearchAsync(A.Query(question, language), 5, default);

        Assert.Equal(expected, found[0].Chunk.Id);
        Assert.Equal(found.Count, found.Select(p => p.Chunk.SectionKey).Distinct().Count());
    }

    [Fact]
    public async Task What_exists_in_the_other_language_only_is_found_there()
    {
        var index = await FilledAsync("requirements", All);

        var found = await index.SearchAsync(A.Query("penalties prohibition", Nl), 5, default);

        Assert.Equal(FinesEn.Id, found[0].Chunk.Id);
    }

    [Fact]
    public async Task One_of_staffs_own_words_leads_to_what_the_glossary_says()
    {
        var index = await FilledAsync("requirements", All);

        var found = await index.SearchAsync(A.Query("audit trail"), 5, default);

        Assert.Equal(LogsEn.Id, found[0].Chunk.Id);
    }

    [Fact]
    public async Task Replacing_a_source_removes_what_is_gone_and_leaves_other_sources_alone()
    {
        var index = await FilledAsync("requirements", [OversightEn, LogsEn]);
        await index.ReplaceAsync("imported", [FinesEn], default);

        await index.ReplaceAsync("requirements", [OversightEn], default);

        Assert.DoesNotContain(LogsEn.Id, await FoundAsync(index, "logs are kept six months"));
        Assert.Contains(OversightEn.Id, await FoundAsync(index, "human oversight"));
        Assert.Contains(FinesEn.Id, await FoundAsync(index, "penalties"));
    }

    [Fact]
    public async Task Replacing_a_source_changes_the_text_of_what_stays()
    {
        var index = await FilledAsync("requirements", [LogsEn, FinesEn]);

        await index.ReplaceAsync("requirements", [LogsEn with { Text = "Twelve months." }, FinesEn], default);

        Assert.Equal("Twelve months.", (await index.SearchAsync(A.Query("logs"), 1, default))[0].Chunk.Text);
    }

    [Fact]
    public async Task Replacing_a_source_by_the_same_changes_nothing()
    {
        var index = await FilledAsync("requirements", All);
        var before = await index.SearchAsync(A.Query("human oversight"), 10, default);

        await index.ReplaceAsync("requirements", All, default);

        Assert.Equal(before.Select(p => (p.Chunk.Id, p.Score)), (await index.SearchAsync(A.Query("human oversight"), 10, default)).Select(p => (p.Chunk.Id, p.Score)));
    }

    [Fact]
    public async Task A_source_replaced_by_nothing_is_gone()
    {
        var index = await FilledAsync("requirements", All);

        await index.ReplaceAsync("requirements", [], default);

        Assert.Empty(await index.SearchAsync(A.Query("human oversight", En, "art-14"), 10, default));
    }

    [Fact]
    public async Task Another_organisation_finds_nothing_of_it_and_changes_nothing_in_it()
    {
        var ours = await FilledAsync("requirements", All);
        var theirs = Of("theirs");

        await theirs.ReplaceAsync("requirements", [OversightEn with { Text = "Theirs." }], default);

        Assert.Equal("Theirs.", Assert.Single(await theirs.SearchAsync(A.Query("human oversight logs penalties", En, "art-99", "art-14"), 10, default)).Chunk.Text);
        Assert.Equal(OversightEn.Text, (await ours.SearchAsync(A.Query("human oversight"), 1, default))[0].Chunk.Text);
    }

    [Theory]
    [InlineData("\"logs\" -kept +(for) | ~six* months? AND NOT OR")]
    [InlineData("' or organisation ne '' or '")]
    [InlineData("\0\uFFFD🤖 \\ / { } [ ] ^ :")]
    [InlineData("?!")]
    public async Task Whatever_stands_in_a_question_is_read_as_words(string question)
    {
        var index = await FilledAsync("requirements", All);

        Assert.NotNull(await index.SearchAsync(A.Query(question), 5, default));
    }

    private async Task<IPassageIndex> FilledAsync(string source, Chunk[] chunks)
    {
        var index = Of("ours");
        await index.ReplaceAsync(source, chunks, default);
        return index;
    }

    private static string Written(Chunk chunk) => JsonSerializer.Serialize(chunk, ChunkJson.Default.Chunk);

    private static async Task<IEnumerable<string>> FoundAsync(IPassageIndex index, string question) =>
        (await index.SearchAsync(A.Query(question), 10, default)).Select(p => p.Chunk.Id);
}
