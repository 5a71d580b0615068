using System.Text.Json;

namespace AiActBot.Compliance.Tests;

public sealed class ArticleReferenceTests
{
    [Theory]
    [InlineData("art-20", "artikel 20", "Article 20")]
    [InlineData("art-20.1", "artikel 20, lid 1", "Article 20(1)")]
    [InlineData("art-5.1.a", "artikel 5, lid 1, punt a)", "Article 5(1)(a)")]
    [InlineData("art-5.1.ba", "artikel 5, lid 1, punt b bis)", "Article 5(1)(ba)")]
    [InlineData("art-5.1.bb", "artikel 5, lid 1, punt b ter)", "Article 5(1)(bb)")]
    [InlineData("art-5.1.h.iii", "artikel 5, lid 1, punt h), iii)", "Article 5(1)(h)(iii)")]
    [InlineData("art-16.j", "artikel 16, punt j)", "Article 16(j)")]
    [InlineData("art-4a", "artikel 4 bis", "Article 4a")]
    [InlineData("art-75d", "artikel 75 quinquies", "Article 75d")]
    [InlineData("art-75.1a", "artikel 75, lid 1 bis", "Article 75(1a)")]
    [InlineData("art-6.1a", "artikel 6, lid 1 bis", "Article 6(1a)")]
    [InlineData("art-6.1c", "artikel 6, lid 1 quater", "Article 6(1c)")]
    [InlineData("art-3.63", "artikel 3, punt 63", "Article 3(63)")]
    [InlineData("art-3.14a", "artikel 3, punt 14 bis", "Article 3(14a)")]
    [InlineData("art-3.49.c", "artikel 3, punt 49, c)", "Article 3(49)(c)")]
    [InlineData("art-113.c.ii", "artikel 113, punt c), ii)", "Article 113(c)(ii)")]
    [InlineData("anx-III", "bijlage III", "Annex III")]
    [InlineData("anx-III.4", "bijlage III, punt 4", "Annex III, point 4")]
    [InlineData("anx-III.4.a", "bijlage III, punt 4, a)", "Annex III, point 4(a)")]
    [InlineData("anx-I.A", "bijlage I, afdeling A", "Annex I, Section A")]
    [InlineData("anx-I.A.1", "bijlage I, afdeling A, punt 1", "Annex I, Section A, point 1")]
    [InlineData("anx-XIII.c", "bijlage XIII, punt c)", "Annex XIII, point (c)")]
    [InlineData("rct-81", "overweging 81", "recital 81")]
    public void A_provision_is_cited_the_way_each_language_does(string id, string nl, string en)
    {
        var reference = ArticleReference.Parse(id);

        Assert.Equal(id, reference.ToString());
        Assert.Equal(nl, reference.Cite(Language.Dutch));
        Assert.Equal(en, reference.Cite(Language.English));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("art-")]
    [InlineData("art-0")]
    [InlineData("art-05")]
    [InlineData("Art-5")]
    [InlineData("art-5.")]
    [InlineData("art-5..1")]
    [InlineData("art-5.1.BA")]
    [InlineData("art-5.1.abc")]
    [InlineData("art-5.1 ")]
    [InlineData("art-5.1\n")]
    [InlineData("anx-3")]
    [InlineData("anx-iii.4")]
    [InlineData("rct-8.1")]
    [InlineData("rct-0")]
    [InlineData("artikel 5")]
    [InlineData("art-5.1.a.i.1")]
    public void What_is_no_provision_id_is_refused(string? id)
    {
        Assert.False(ArticleReference.TryParse(id, out var reference));
        Assert.Equal(default, reference);
    }

    [Fact]
    public void Parse_says_what_it_could_not_read()
    {
        var refused = Assert.Throws<FormatException>(() => ArticleReference.Parse("article five"));

        Assert.Contains("article five", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("art-5", "art-5.1.ba", true)]
    [InlineData("art-5.1", "art-5.1", true)]
    [InlineData("art-5", "art-50.1", false)]
    [InlineData("art-4", "art-4a", false)]
    [InlineData("anx-III.4", "anx-III.4.a", true)]
    [InlineData("anx-I", "anx-III", false)]
    public void A_provision_contains_itself_and_its_parts(string whole, string part, bool contained) =>
        Assert.Equal(contained, ArticleReference.Parse(whole).Contains(ArticleReference.Parse(part)));

    [Theory]
    [InlineData("art-75.1a", ProvisionKind.Article, "75", "art-75")]
    [InlineData("anx-III.4.a", ProvisionKind.Annex, "III", "anx-III")]
    [InlineData("rct-81", ProvisionKind.Recital, "81", "rct-81")]
    public void The_parts_of_an_id_can_be_asked_for(string id, ProvisionKind kind, string number, string whole)
    {
        var reference = ArticleReference.Parse(id);

        Assert.Equal((kind, number, whole), (reference.Kind, reference.Number, reference.Whole.ToString()));
    }

    [Fact]
    public void The_empty_reference_does_not_throw()
    {
        Assert.Equal("", default(ArticleReference).ToString());
        Assert.Equal("", default(ArticleReference).Number);
        Assert.NotNull(default(ArticleReference).Cite(Language.English));
    }

    [SkippableFact]
    public void Every_id_of_the_published_text_can_be_read()
    {
        var file = ReferenceData.Find("law/aiact-en.json");
        Skip.If(file is null, "The text of the law is not here.");

        using var law = JsonDocument.Parse(File.ReadAllText(file));
        var ids = law.RootElement.GetProperty("articles").EnumerateArray()
            .SelectMany(article => article.GetProperty("paragraphs").EnumerateArray().Append(article))
            .Concat(law.RootElement.GetProperty("recitals").EnumerateArray())
            .Concat(law.RootElement.GetProperty("annexes").EnumerateArray())
            .Select(element => element.GetProperty("id").GetString()!);

        Assert.All(ids, id => Assert.Equal(id, ArticleReference.Parse(id).ToString()));
    }
}
