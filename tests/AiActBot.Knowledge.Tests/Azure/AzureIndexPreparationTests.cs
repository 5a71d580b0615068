using System.Text.Json.Nodes;
using AiActBot.Knowledge.Azure;
using AiActBot.Knowledge.Documents;
using AiActBot.Knowledge.Tests.Builders;

namespace AiActBot.Knowledge.Tests.Azure;

public sealed class AzureIndexPreparationTests : SearchFixture
{
    private static readonly Glossary Logs = new([new GlossaryEntry("log", ["logbestanden"], ["logs", "event logs"], ["loggegevens, oud"], ["audit trail"], [])]);

    [Fact]
    public async Task The_index_reads_each_language_by_its_own_rules_and_weighs_headings_most()
    {
        await Open().ReplaceAsync("requirements", [], default);

        Assert.Equal("nl.lucene", (string?)Field("text_nl")["analyzer"]);
        Assert.Equal("en.lucene", (string?)Field("text_en")["analyzer"]);
        Assert.Equal(true, (bool?)Field("organisation")["filterable"]);
        Assert.Equal("weights", (string?)Server.Index.Definition["defaultScoringProfile"]);
        var weights = Server.Index.Definition["scoringProfiles"]![0]!["text"]!["weights"]!.AsObject();
        Assert.Equal("heading", weights.MaxBy(w => (double)w.Value!).Key.Split('_')[0]);
        Assert.Equal(["passages-nl", "passages-en"], Server.Index.Definition["semantic"]!["configurations"]!.AsArray().Select(c => (string)c!["name"]!));
        Assert.DoesNotContain(Server.Index.Definition["fields"]!.AsArray(), f => (string?)f!["name"] == "vector");
    }

    [Fact]
    public async Task With_a_model_the_index_has_vectors_of_its_length()
    {
        await Open(embeddings: new WordVectors("one", ["logs"], ["fines"])).ReplaceAsync("requirements", [], default);

        Assert.Equal(3, (int?)Field("vector")["dimensions"]);
        Assert.Equal(false, (bool?)Field("vector")["retrievable"]);
    }

    [Fact]
    public async Task The_glossary_becomes_synonyms_of_both_languages()
    {
        await Open(glossary: Logs).ReplaceAsync("requirements", [], default);

        Assert.Equal(
            ["logbestanden, logs, event logs", "loggegevens oud => loggegevens oud, logbestanden, logs, event logs", "audit trail => audit trail, logbestanden, logs, event logs"],
            Server.Synonyms.Split('\n'));
        Assert.Equal("aiactbot-glossary", (string?)Field("text_nl")["synonymMaps"]![0]);
    }

    [Fact]
    public async Task The_products_own_glossary_stays_within_the_services_limits()
    {
        var glossary = Glossary.Read(await File.ReadAllTextAsync(Path.Combine(SharedData.Checkout(), "knowledge", "glossary.yaml")));

        var rules = GlossarySynonyms.Rules(glossary).Split('\n');

        Assert.InRange(rules.Length, glossary.Entries.Count, 5000);
        Assert.All(rules, r => Assert.InRange(r.Split(" => ")[^1].Split(", ").Length, 1, 20));
        Assert.All(rules, r => Assert.InRange(r.Split(" => ").Length, 1, 2));
    }

    [Fact]
    public async Task An_index_that_is_as_it_should_be_is_not_written_again()
    {
        await Open(glossary: Logs).ReplaceAsync("requirements", [], default);
        await Open(glossary: Logs).ReplaceAsync("requirements", [], default);

        Assert.Equal(1, Server.Count("put-index"));
        Assert.Equal(1, Server.Count("put-synonyms"));
    }

    [Fact]
    public async Task A_changed_glossary_changes_the_synonyms_only()
    {
        await Open().ReplaceAsync("requirements", [], default);
        await Open(glossary: Logs).ReplaceAsync("requirements", [], default);

        Assert.Equal(1, Server.Count("put-index"));
        Assert.Contains("event logs", Server.Synonyms, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_older_index_lacks_is_added_and_what_a_newer_one_has_stays()
    {
        await Open().ReplaceAsync("requirements", [A.Chunk("en/1", DocumentLanguage.En, "art-26.6", "Logs", "Kept.")], default);
        var fields = Server.Index.Definition["fields"]!.AsArray();
        fields.Remove(fields.First(f => (string?)f!["name"] == "licence"));
        fields.Add(new JsonObject { ["name"] = "later", ["type"] = "Edm.String", ["searchable"] = false });

        await Open(embeddings: new WordVectors("one", ["logs"])).ReplaceAsync("requirements", [], default);

        Assert.NotNull(Field("licence"));
        Assert.NotNull(Field("later"));
        Assert.NotNull(Field("vector"));
    }

    [Fact]
    public async Task Vectors_that_another_machine_makes_stay()
    {
        await Open(embeddings: new WordVectors("one", ["logs"])).ReplaceAsync("requirements", [], default);
        await Open().ReplaceAsync("imported", [], default);

        Assert.NotNull(Field("vector"));
    }

    [Fact]
    public async Task A_model_with_longer_vectors_is_refused_with_what_to_do()
    {
        await Open(embeddings: new WordVectors("one", ["logs"])).ReplaceAsync("requirements", [], default);

        var refused = await Assert.ThrowsAsync<AzureSearchException>(
            () => Open(embeddings: new WordVectors("two", ["logs"], ["fines"])).ReplaceAsync("requirements", [], default));

        Assert.Contains("AzureSearch:IndexName", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_failed_to_be_made_is_made_next_time()
    {
        var index = Open();
        Server.FailNext("put-index", 400);
        await Assert.ThrowsAsync<AzureSearchException>(() => index.ReplaceAsync("requirements", [], default));

        await index.ReplaceAsync("requirements", [], default);

        Assert.True(Server.Indexes.ContainsKey("aiactbot"));
    }

    private JsonNode Field(string name) => Server.Index.Definition["fields"]!.AsArray().Single(f => (string?)f!["name"] == name)!;
}
