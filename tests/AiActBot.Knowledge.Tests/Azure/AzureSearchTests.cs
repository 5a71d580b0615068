using AiActBot.Knowledge.Azure;
using AiActBot.Knowledge.Documents;
using AiActBot.Knowledge.Index;
using AiActBot.Knowledge.Law;
using AiActBot.Knowledge.Tests.Builders;
using Azure.Core;
using static AiActBot.Knowledge.DocumentLanguage;

namespace AiActBot.Knowledge.Tests.Azure;

public sealed class AzureSearchTests : SearchFixture
{
    private static readonly Chunk Logs = A.Chunk("en/logs", En, "art-26.6", "Keeping logs", "The logs are kept for six months.", "retention period");
    private static readonly Chunk Fines = A.Chunk("en/fines", En, "art-99.3", "Penalties", "The logs of a fine: up to 35 million euro.");

    [Fact]
    public async Task Every_request_is_limited_to_the_organisation()
    {
        var index = Open("o'brien", glossary: new Glossary([new GlossaryEntry("log", ["log"], ["logs"], [], [], [ProvisionId.Parse("art-26.6")])]));
        await index.ReplaceAsync("requirements", [Logs, Fines], default);
        await index.SearchAsync(A.Query("logs", Nl, "art-99"), 5, default);

        var filters = Server.Requests.Where(r => r.What == "search").Select(r => (string?)r.Body["filter"]).ToList();
        Assert.Equal(5, filters.Count);
        Assert.All(filters, f => Assert.StartsWith("organisation eq 'o''brien' and ", f, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_phrase_of_the_glossary_is_asked_in_quotes_so_that_its_synonyms_are_found()
    {
        var glossary = new Glossary([new GlossaryEntry("log", ["logbestanden"], ["logs"], [], ["paper trail"], [])]);
        var index = Open(glossary: glossary);
        await index.ReplaceAsync("requirements", [Logs with { Questions = [] }], default);

        var found = await index.SearchAsync(A.Query("is there a paper trail?"), 5, default);

        Assert.Equal(Logs.Id, Assert.Single(found).Chunk.Id);
    }

    [Fact]
    public async Task A_word_of_the_glossary_brings_the_paragraph_it_points_to_and_not_its_whole_annex()
    {
        var index = Open(glossary: new Glossary([new GlossaryEntry("hiring", ["werving"], ["recruitment"], [], ["applicants"], [ProvisionId.Parse("anx-III.4")])]));
        await index.ReplaceAsync("requirements",
            [A.Chunk("en/4a", En, "anx-III.4.a", "Selection", "Choosing people for a job."), A.Chunk("en/6", En, "anx-III.6", "Police", "Evidence.")], default);

        var found = await index.SearchAsync(A.Query("applicants"), 5, default);

        Assert.Equal("en/4a", Assert.Single(found).Chunk.Id);
    }

    [Fact]
    public async Task What_means_the_same_in_other_words_is_found_by_its_vector()
    {
        var index = Open(embeddings: new WordVectors("one", ["logs", "records"], ["fine", "penalties"]));
        await index.ReplaceAsync("requirements", [Logs, Fines with { Text = "A fine." }], default);

        var found = await index.SearchAsync(A.Query("records"), 5, default);

        Assert.Equal(Logs.Id, found[0].Chunk.Id);
    }

    [Fact]
    public async Task Without_the_model_the_words_still_answer()
    {
        var model = new WordVectors("one", ["logs"]);
        var index = Open(embeddings: model);
        await index.ReplaceAsync("requirements", [Logs, Fines], default);
        model.IsDown = true;

        Assert.Equal(Logs.Id, (await index.SearchAsync(A.Query("keeping logs"), 5, default))[0].Chunk.Id);
    }

    [Fact]
    public async Task Semantic_ranking_is_asked_for_in_the_language_of_the_answer_only()
    {
        Options.UseSemanticRanking = true;
        var index = Open();
        await index.ReplaceAsync("requirements", [Logs, Fines], default);

        var found = await index.SearchAsync(A.Query("retention period of logs"), 5, default);

        var asked = Assert.Single(Server.Requests, r => (string?)r.Body["queryType"] == "semantic");
        Assert.Equal("passages-en", (string?)asked.Body["semanticConfiguration"]);
        Assert.Equal(Logs.Id, found[0].Chunk.Id);
    }

    [Theory]
    [InlineData(400, "FeatureNotSupportedInService")]
    [InlineData(402, null)]
    public async Task A_service_without_semantic_ranking_answers_by_words(int status, string? code)
    {
        Options.UseSemanticRanking = true;
        var index = Open();
        await index.ReplaceAsync("requirements", [Logs], default);
        Server.FailSemantic(status, code);

        Assert.Equal(Logs.Id, Assert.Single(await index.SearchAsync(A.Query("keeping logs"), 5, default)).Chunk.Id);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(400)]
    [InlineData(500)]
    public async Task A_failure_says_what_to_check_and_neither_the_key_nor_the_question(int status)
    {
        var index = Open();
        await index.ReplaceAsync("requirements", [Logs], default);
        for (var i = 0; i < 20; i++)
            Server.FailNext("search", status, "SomeCode");

        var failure = await Assert.ThrowsAsync<AzureSearchException>(() => index.SearchAsync(A.Query("very personal question"), 5, default));

        Assert.Equal(status, failure.Status);
        Assert.Equal("SomeCode", failure.Code);
        Assert.Equal("11111111-2222-3333-4444-555555555555", failure.RequestId);
        Assert.DoesNotContain(SearchServer.Key, failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("personal", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_key_is_refused_without_showing_it()
    {
        Options.ApiKey = "wrong-and-secret";

        var failure = await Assert.ThrowsAsync<AzureSearchException>(() => Open().ReplaceAsync("requirements", [Logs], default));

        Assert.Equal(403, failure.Status);
        Assert.Contains("AzureSearch:ApiKey", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-and-secret", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_identity_signs_in_where_there_is_no_key()
    {
        Options.ApiKey = "";
        var index = Open(credential: new Identity());
        await index.ReplaceAsync("requirements", [Logs], default);

        Assert.Equal(Logs.Id, Assert.Single(await index.SearchAsync(A.Query("logs"), 5, default)).Chunk.Id);
    }

    [Fact]
    public async Task An_index_that_was_never_made_is_an_error_and_not_an_empty_answer()
    {
        var failure = await Assert.ThrowsAsync<AzureSearchException>(() => Open().SearchAsync(A.Query("logs"), 5, default));

        Assert.Equal(404, failure.Status);
    }

    [Fact]
    public async Task A_search_that_is_given_up_stops()
    {
        var index = Open();
        await index.ReplaceAsync("requirements", [Logs], default);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => index.SearchAsync(A.Query("logs"), 5, new CancellationToken(canceled: true)));
    }

    private sealed class Identity : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(SearchServer.Token, DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
