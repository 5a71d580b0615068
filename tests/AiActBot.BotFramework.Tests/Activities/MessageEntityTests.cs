using System.Text.Json;
using AiActBot.BotFramework.Activities;

namespace AiActBot.BotFramework.Tests.Activities;

public sealed class MessageEntityTests
{
    private static readonly Uri Source = new("https://eur-lex.europa.eu/eli/reg/2024/1689/oj#art_20");

    [Fact]
    public void The_label_and_its_sources_are_written_as_Teams_reads_them()
    {
        var entity = new MessageEntity(
            [new Citation(1, "Artikel 20", "Corrigerende maatregelen", Source, ["aanbieder"]) { UsageInfo = new("Intern") }],
            new UsageInfo("Vertrouwelijk", "Alleen voor medewerkers", "label-1"));

        AssertJson(
            """
            { "type": "https://schema.org/Message", "@type": "Message", "@context": "https://schema.org", "@id": "",
              "additionalType": ["AIGeneratedContent"],
              "citation": [{ "@type": "Claim", "position": 1, "appearance": { "@type": "DigitalDocument",
                "name": "Artikel 20", "abstract": "Corrigerende maatregelen",
                "url": "https://eur-lex.europa.eu/eli/reg/2024/1689/oj#art_20", "keywords": ["aanbieder"],
                "usageInfo": { "type": "https://schema.org/Message", "@type": "CreativeWork", "name": "Intern" } } }],
              "usageInfo": { "type": "https://schema.org/Message", "@type": "CreativeWork", "@id": "label-1",
                "name": "Vertrouwelijk", "description": "Alleen voor medewerkers" } }
            """,
            entity.ToEntity());
    }

    [Fact]
    public void What_a_person_wrote_has_sources_but_no_label()
    {
        var fields = new MessageEntity([new Citation(1, "a", "b")], isAiGenerated: false).ToEntity().Properties!;

        Assert.False(fields.ContainsKey("additionalType"));
        Assert.True(fields.ContainsKey("citation"));
    }

    [Fact]
    public void An_activity_has_one_label_however_often_it_is_put_on()
    {
        var activity = Activity.Message("Ja [1]");
        activity.Entities = [new Mention("29:x", "X", "<at>X</at>").ToEntity()];

        new MessageEntity([new Citation(1, "a", "b")]).ApplyTo(activity);
        new MessageEntity().ApplyTo(activity);

        Assert.Equal(["mention", EntityTypes.SchemaMessage], activity.Entities.Select(entity => entity.Type));
        Assert.False(activity.Entities[1].Properties!.ContainsKey("citation"));
    }

    [Fact]
    public void Twenty_citations_are_taken_and_one_more_is_refused()
    {
        Citation[] Citations(int count) => [.. Enumerable.Range(1, count).Select(position => new Citation(position, "a", "b"))];

        Assert.Equal(20, new MessageEntity(Citations(20)).Citations.Count);
        Assert.Throws<ArgumentException>(() => new MessageEntity(Citations(21)));
    }

    [Fact]
    public void Two_citations_with_one_position_are_refused() =>
        Assert.Throws<ArgumentException>(() => new MessageEntity([new Citation(3, "a", "b"), new Citation(3, "c", "d")]));

    [Theory]
    [InlineData(80, 160, 3, 28, true)]
    [InlineData(81, 160, 3, 28, false)]
    [InlineData(80, 161, 3, 28, false)]
    [InlineData(80, 160, 4, 28, false)]
    [InlineData(80, 160, 3, 29, false)]
    [InlineData(0, 160, 3, 28, false)]
    [InlineData(80, 0, 3, 28, false)]
    public void The_limits_of_a_citation_are_those_of_Teams(int name, int @abstract, int keywords, int keyword, bool taken)
    {
        Citation Make() => new(
            1, new string('n', name), new string('a', @abstract), Source, [.. Enumerable.Repeat(new string('k', keyword), keywords)]);

        if (taken)
        {
            Assert.NotNull(Make());
        }
        else
        {
            Assert.Throws<ArgumentException>(Make);
        }
    }

    [Fact]
    public void A_citation_without_a_number_or_with_half_an_address_is_refused()
    {
        Assert.ThrowsAny<ArgumentException>(() => new Citation(0, "a", "b"));
        Assert.Throws<ArgumentException>(() => new Citation(1, "a", "b", new Uri("/art-20", UriKind.Relative)));
    }

    [Fact]
    public void A_fitted_citation_is_shortened_and_keeps_whole_characters()
    {
        var citation = Citation.Fitted(1, new string('n', 78) + "😀nn", new string('a', 500), null, ["", "k", "k", "k", "k"]);

        Assert.Equal(new string('n', 78) + "…", citation.Name);
        Assert.Equal(new string('a', 159) + "…", citation.Abstract);
        Assert.Equal(3, citation.Keywords.Count);
    }

    [Theory]
    [InlineData("informative", """{"type":"streaminfo","streamType":"informative","streamSequence":1}""")]
    [InlineData("streaming", """{"type":"streaminfo","streamType":"streaming","streamSequence":2,"streamId":"s"}""")]
    [InlineData("final", """{"type":"streaminfo","streamType":"final","streamId":"s"}""")]
    public void A_part_of_a_stream_says_which_it_is(string kind, string json)
    {
        var info = kind switch
        {
            "informative" => StreamInfo.Informative(1),
            "streaming" => StreamInfo.Streaming(2, "s"),
            _ => StreamInfo.Final("s"),
        };

        AssertJson(json, info.ToEntity());
    }

    private static void AssertJson(string expected, Entity entity)
    {
        var written = JsonSerializer.SerializeToElement(entity, ActivityJson.Default.Entity);
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(expected), written), $"Written as {written}");
    }
}
