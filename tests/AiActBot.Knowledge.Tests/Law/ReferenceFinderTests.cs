using AiActBot.Knowledge.Law;

namespace AiActBot.Knowledge.Tests.Law;

public sealed class ReferenceFinderTests
{
    [Theory]
    [InlineData("Wat zegt artikel 26 lid 5?", "art-26.5")]
    [InlineData("artikel 26, lid 5, eerste alinea", "art-26.5")]
    [InlineData("Is art. 5(1)(f) about emotions?", "art-5.1.f")]
    [InlineData("art 5 lid 1 sub f", "art-5.1.f")]
    [InlineData("artikel 5, lid 1, punt b bis)", "art-5.1.ba")]
    [InlineData("Article 5(1)(ba)", "art-5.1.ba")]
    [InlineData("lid 5 van artikel 26", "art-26.5")]
    [InlineData("paragraph 3 of Article 6", "art-6.3")]
    [InlineData("artikel 4 bis", "art-4a")]
    [InlineData("Article 75a(4)", "art-75a.4")]
    [InlineData("artikel 6, lid 1 bis", "art-6.1a")]
    [InlineData("AIA 50", "art-50")]
    [InlineData("artikel 26.5", "art-26.5")]
    [InlineData("artikel 3, punt 63", "art-3.63")]
    [InlineData("Article 3(4)", "art-3.4")]
    [InlineData("bijlage III punt 4", "anx-III.4")]
    [InlineData("Annex III 4(a)", "anx-III.4.a")]
    [InlineData("annex 3, point 5(b)", "anx-III.5.b")]
    [InlineData("bijlage III, punt 5, b)", "anx-III.5.b")]
    [InlineData("bijlage I, afdeling A", "anx-I.A")]
    [InlineData("Annex I, Section B, point 21", "anx-I.B.21")]
    [InlineData("overweging 81", "rct-81")]
    [InlineData("artikel 200", "art-200")]
    [InlineData("Article 5 (1) (f)", "art-5.1.f")]
    [InlineData("Annex III, points 1, 6 and 7", "anx-III.1")]
    [InlineData("Annex IV (b)", "anx-IV")]
    [InlineData("artikel 75 quater (75c)", "art-75c")]
    [InlineData("the risk management system of Article 9 (g);", "art-9")]
    [InlineData("bijlage I, punt 11", "anx-I.11")]
    [InlineData("point (n) of Article 5(1)", "art-5.1.n")]
    [InlineData("punt 12 van bijlage III", "anx-III.12")]
    [InlineData("the points of Article 9", "art-9")]
    [InlineData("artikel 75 septies", "art-75f")]
    [InlineData("Article 75g", "art-75g")]
    public void A_reference_is_read_in_the_ways_people_write_it(string text, string expected) =>
        Assert.Equal(expected, Assert.Single(ReferenceFinder.Find(text)).Provision.ToString());

    [Theory]
    [InlineData("Wat zegt artikel honderdtwintig?", "art-120")]
    [InlineData("What does article one hundred and twenty say?", "art-120")]
    [InlineData("artikel honderd en twee", "art-102")]
    [InlineData("Article two hundred and six", "art-206")]
    [InlineData("artikel tweehonderdzes", "art-206")]
    [InlineData("artikel zesentwintig, lid vijf", "art-26.5")]
    [InlineData("article twenty-six paragraph two", "art-26.2")]
    [InlineData("article twenty six (5)", "art-26.5")]
    [InlineData("lid twee van artikel drieënzeventig", "art-73.2")]
    [InlineData("paragraph nine of article twenty", "art-20.9")]
    [InlineData("het vijfde lid van artikel 26", "art-26.5")]
    [InlineData("artikel 26, 5e lid", "art-26.5")]
    [InlineData("the second paragraph of Article six", "art-6.2")]
    [InlineData("bijlage drie, punt vier", "anx-III.4")]
    [InlineData("annex three", "anx-III")]
    [InlineData("Bijlage veertien", "anx-XIV")]
    [InlineData("annex twenty", "anx-XX")]
    [InlineData("overweging honderdnegenennegentig", "rct-199")]
    [InlineData("recital one hundred and ninety-nine", "rct-199")]
    [InlineData("Wat staat er in artikel één?", "art-1")]
    [InlineData("Wat regelt artikel een?", "art-1")]
    [InlineData("artikel vier bis", "art-4a")]
    public void A_number_in_words_is_the_same_number(string text, string expected) =>
        Assert.Equal(expected, Assert.Single(ReferenceFinder.Find(text)).Provision.ToString());

    [Fact]
    public void Several_articles_in_words_are_all_found() =>
        Assert.Equal(["art-16", "art-17", "art-20"], ReferenceFinder.Find("De artikelen zestien, zeventien en twintig").Select(r => r.Provision.ToString()));

    [Theory]
    [InlineData("Moet ik bij dit artikel een factuur vragen?")]
    [InlineData("Ik ben lid twee jaar na de start geworden.")]
    [InlineData("In this article they say nothing.")]
    [InlineData("Het eerste lid van de directie is ziek.")]
    public void Words_that_number_no_provision_are_left_alone(string text) => Assert.Empty(ReferenceFinder.Find(text));

    [Theory]
    [InlineData("Wat zegt artikel zesentwintig, lid vijf, over logs?", "artikel zesentwintig, lid vijf")]
    [InlineData("Paragraph two of article six, please", "Paragraph two of article six")]
    [InlineData("Zie artikel honderdtwintig en ook artikel 5 hierna", "artikel honderdtwintig|artikel 5")]
    public void The_place_of_a_reference_is_the_place_in_the_text_as_it_was_written(string text, string pieces) =>
        Assert.Equal(pieces.Split('|'), ReferenceFinder.Find(text).Select(r => text.Substring(r.Start, r.Length)));

    [Fact]
    public void Several_articles_in_one_breath_are_all_found() =>
        Assert.Equal(["art-16", "art-17", "art-20"], ReferenceFinder.Find("De artikelen 16, 17 en 20").Select(r => r.Provision.ToString()));

    [Theory]
    [InlineData("artikel 35 AVG", "AVG")]
    [InlineData("Article 22 of the GDPR", "GDPR")]
    [InlineData("Article 27 of Directive (EU) 2016/680", "Directive (EU) 2016/680")]
    [InlineData("artikel 13 van Richtlijn (EU) 2016/680", "Richtlijn (EU) 2016/680")]
    [InlineData("artikel 7 van het Handvest", "Handvest")]
    [InlineData("Directive 2011/93/EU, Article 2(c)", "Directive 2011/93/EU")]
    [InlineData("Article 17(5) of Regulation (EU) No 167/2013", "Regulation (EU) No 167/2013")]
    [InlineData("AVG artikel 22", "AVG")]
    public void An_article_of_another_law_is_told_apart(string text, string law) =>
        Assert.Equal(law, Assert.Single(ReferenceFinder.Find(text)).OtherLaw);

    [Theory]
    [InlineData("Article 26 of the AI Act")]
    [InlineData("artikel 26 van de AI-verordening")]
    [InlineData("artikel 26 van Verordening (EU) 2024/1689")]
    [InlineData("artikel 26 AIA")]
    public void The_act_by_its_name_is_not_another_law(string text) =>
        Assert.Null(Assert.Single(ReferenceFinder.Find(text)).OtherLaw);

    [Theory]
    [InlineData("We have 26 systems since 2 August 2026.")]
    [InlineData("Het artikel in de krant ging over AI.")]
    [InlineData("AI Act 2 augustus 2026")]
    public void Numbers_that_are_no_provision_are_left_alone(string text) => Assert.Empty(ReferenceFinder.Find(text));

    [Theory]
    [InlineData("art-26.5", "artikel 26, lid 5", "Article 26(5)")]
    [InlineData("art-5.1.ba", "artikel 5, lid 1, punt b bis)", "Article 5(1)(ba)")]
    [InlineData("art-6.1a", "artikel 6, lid 1 bis", "Article 6(1a)")]
    [InlineData("art-4a", "artikel 4 bis", "Article 4a")]
    [InlineData("art-3.63", "artikel 3, punt 63", "Article 3(63)")]
    [InlineData("art-16.j", "artikel 16, punt j)", "Article 16(j)")]
    [InlineData("anx-III.4.a", "bijlage III, punt 4, punt a)", "Annex III, point 4(a)")]
    [InlineData("anx-I.A.2", "bijlage I, afdeling A, punt 2", "Annex I, Section A, point 2")]
    [InlineData("rct-81", "overweging 81", "Recital 81")]
    public void A_provision_has_its_name_in_both_languages_and_the_name_reads_back(string id, string dutch, string english)
    {
        var provision = ProvisionId.Parse(id);
        Assert.Equal(dutch, ProvisionName.Of(provision, DocumentLanguage.Nl));
        Assert.Equal(english, ProvisionName.Of(provision, DocumentLanguage.En));
        Assert.Equal(id, Assert.Single(ReferenceFinder.Find(dutch)).Provision.ToString());
        Assert.Equal(id, Assert.Single(ReferenceFinder.Find(english)).Provision.ToString());
    }
}
