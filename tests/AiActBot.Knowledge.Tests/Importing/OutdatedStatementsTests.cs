using AiActBot.Knowledge.Law;

namespace AiActBot.Knowledge.Tests.Importing;

public sealed class OutdatedStatementsTests
{
    [Theory]
    [InlineData("De regels voor hoog risico gelden vanaf 2 augustus 2026.", "art-113.c")]
    [InlineData("From 2 August 2027 high-risk systems in Annex I must comply", "art-113.c")]
    [InlineData("Boetes tot 7,5 miljoen of 1,5 % van de omzet", "art-99.5")]
    [InlineData("fines up to 30 million or 6 %", "art-99.3")]
    [InlineData("Staff need a sufficient level of AI literacy", "art-4.1")]
    [InlineData("de in bijlage II vermelde harmonisatiewetgeving", "anx-I")]
    [InlineData("Article 52 requires transparency for chatbots", "art-50")]
    [InlineData("Titel VI: Governance", "art-1")]
    [InlineData("Artikel 10, lid 5, laat gevoelige gegevens toe", "art-4a")]
    public void What_no_longer_holds_is_recognised_with_the_provision_that_says_so(string text, string provision) =>
        Assert.Contains(OutdatedStatements.Find(text), s => s.Provision.ToString() == provision);

    [Theory]
    [InlineData("De regels voor bijlage III gelden vanaf 2 december 2027.")]
    [InlineData("Transparency duties apply from 2 August 2026.")]
    [InlineData("De boete is ten hoogste 7,5 miljoen euro of 1 %.")]
    [InlineData("The highest fine is EUR 35 million or 7 %.")]
    [InlineData("Article 52 is about notifying models with systemic risk.")]
    [InlineData("Bijlage II noemt strafbare feiten.")]
    public void What_holds_is_left_alone(string text) => Assert.Empty(OutdatedStatements.Find(text));
}
