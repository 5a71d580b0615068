using System.Text.Json;
using System.Text.RegularExpressions;
using AiActBot.Knowledge.Law;
using AiActBot.Knowledge.Tests.Builders;

namespace AiActBot.Knowledge.Tests.Law;

public sealed partial class ActStructureTests
{
    private static readonly string[] TakenOut = ["art-10.5"];

    [Theory]
    [InlineData("art-26.5")]
    [InlineData("art-5.1.ba")]
    [InlineData("art-5.1.h.iii")]
    [InlineData("art-3.63")]
    [InlineData("art-3.14a")]
    [InlineData("art-4a")]
    [InlineData("art-6.1a")]
    [InlineData("art-75d")]
    [InlineData("art-16.j")]
    [InlineData("art-99.6a")]
    [InlineData("anx-III.4.a")]
    [InlineData("anx-I.B.21")]
    [InlineData("anx-XIV")]
    [InlineData("rct-180")]
    public void Provisions_of_the_amended_act_exist(string id) => Assert.True(ActStructure.Current.Exists(ProvisionId.Parse(id)));

    [Theory]
    [InlineData("art-114")]
    [InlineData("art-5.9")]
    [InlineData("art-26.13")]
    [InlineData("art-20.3")]
    [InlineData("art-5.1.i")]
    [InlineData("anx-XV")]
    [InlineData("anx-III.9")]
    [InlineData("rct-181")]
    public void Provisions_that_nobody_adopted_do_not_exist(string id) => Assert.False(ActStructure.Current.Exists(ProvisionId.Parse(id)));

    [Fact]
    public void What_was_taken_out_leads_to_where_the_matter_stands_now()
    {
        Assert.False(ActStructure.Current.Exists(ProvisionId.Parse("art-10.5")));
        Assert.Equal(ProvisionId.Parse("art-4a"), ActStructure.Current.MovedTo(ProvisionId.Parse("art-10.5")));
    }

    [Fact]
    public void The_nearest_existing_provision_is_found_above_one_that_does_not_exist()
    {
        Assert.Equal(ProvisionId.Parse("art-26"), ActStructure.Current.NearestExisting(ProvisionId.Parse("art-26.13.a")));
        Assert.Null(ActStructure.Current.NearestExisting(ProvisionId.Parse("art-150")));
    }

    [SkippableFact]
    public void Every_paragraph_of_the_official_text_of_2024_is_in_the_table()
    {
        using var law = JsonDocument.Parse(File.ReadAllText(SharedData.Path("law/aiact-en.json")));
        var missing = law.RootElement.GetProperty("articles").EnumerateArray()
            .SelectMany(a => a.GetProperty("paragraphs").EnumerateArray())
            .Concat(law.RootElement.GetProperty("recitals").EnumerateArray())
            .Concat(law.RootElement.GetProperty("annexes").EnumerateArray())
            .Select(p => p.GetProperty("id").GetString()!)
            .Where(id => !ActStructure.Current.Exists(ProvisionId.Parse(id)) && !TakenOut.Contains(id));

        Assert.Empty(missing);
    }

    [SkippableFact]
    public void Every_paragraph_after_the_amendment_of_2026_is_in_the_table_and_no_other_article_is()
    {
        using var law = JsonDocument.Parse(File.ReadAllText(SharedData.Path("law/aiact-nl.omnibus-2026.json")));
        var articles = law.RootElement.GetProperty("articles").EnumerateArray()
            .Select(a => (Number: a.GetProperty("number").GetString()!, Units: a.GetProperty("units"), Anchor: "anchor"))
            .Concat(law.RootElement.GetProperty("newArticles").EnumerateArray()
                .Select(a => (Number: a.GetProperty("displayNumber").GetString()!, Units: a.GetProperty("paragraphs"), Anchor: "anchor")))
            .ToList();
        var expected = articles.SelectMany(a => a.Units.EnumerateArray()
                .Select(u => u.GetProperty(a.Anchor).GetString()!)
                .Where(anchor => anchor.StartsWith("lid-", StringComparison.Ordinal))
                .Select(anchor => $"art-{Number(a.Number)}.{Number(anchor[4..])}"))
            .ToList();

        Assert.DoesNotContain(expected, id => !ActStructure.Current.Exists(ProvisionId.Parse(id)));
        Assert.Equal(
            articles.Select(a => $"art-{Number(a.Number)}").Distinct().Order(StringComparer.Ordinal),
            ActStructure.Current.All.Where(p => p.StartsWith("art-", StringComparison.Ordinal) && !p.Contains('.', StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));
    }

    private static string Number(string dutch)
    {
        var match = Inserted().Match(dutch);
        return match.Groups[1].Value + match.Groups[2].Value switch
        {
            "bis" => "a", "ter" => "b", "quater" => "c", "quinquies" => "d", "sexies" => "e", _ => "",
        };
    }

    [GeneratedRegex(@"^(\d+)\s?(\w*)$")]
    private static partial Regex Inserted();
}
