using System.Text.RegularExpressions;
using AiActBot.Knowledge.Index;

namespace AiActBot.Knowledge.Law;

/// <summary>
/// Statements about the AI Act that were once right, or never, and that many sources and people still repeat. Found in an imported
/// document they lower its rank; found in a question they are corrected first.
/// </summary>
public static partial class OutdatedStatements
{
    private static readonly (Regex Pattern, Supersession Now)[] Known =
    [
        (HighRiskDates(), new(
            ProvisionId.Parse("art-113.c"),
            "De regels voor AI-systemen met een hoog risico gelden vanaf 2 december 2027 (bijlage III) en vanaf 2 augustus 2028 (bijlage I), volgens artikel 113 na de wijziging door Verordening (EU) 2026/1744.",
            "The rules for high-risk AI systems apply from 2 December 2027 (Annex III) and from 2 August 2028 (Annex I), under Article 113 as amended by Regulation (EU) 2026/1744.")),
        (HighRiskMonths(), new(
            ProvisionId.Parse("art-113.c"),
            "De regels voor AI-systemen met een hoog risico hebben vaste data: 2 december 2027 (bijlage III) en 2 augustus 2028 (bijlage I), volgens artikel 113.",
            "The rules for high-risk AI systems have fixed dates: 2 December 2027 (Annex III) and 2 August 2028 (Annex I), under Article 113.")),
        (MisinformationFine(), new(
            ProvisionId.Parse("art-99.5"),
            "De boete voor onjuiste informatie is ten hoogste 7,5 miljoen euro of 1 % van de wereldwijde jaaromzet, volgens artikel 99, lid 5.",
            "The fine for incorrect information is at most EUR 7.5 million or 1 % of worldwide annual turnover, under Article 99(5).")),
        (ProposedFine(), new(
            ProvisionId.Parse("art-99.3"),
            "De hoogste boete is 35 miljoen euro of 7 % van de wereldwijde jaaromzet, volgens artikel 99, lid 3; 30 miljoen en 6 % stonden in het voorstel.",
            "The highest fine is EUR 35 million or 7 % of worldwide annual turnover, under Article 99(3); 30 million and 6 % stood in the proposal.")),
        (LiteracyLevel(), new(
            ProvisionId.Parse("art-4.1"),
            "Artikel 4 vraagt sinds de wijziging van 2026 om maatregelen die AI-geletterdheid ondersteunen; een bepaald niveau hoeft niemand te garanderen.",
            "Since the amendment of 2026 Article 4 asks for measures that support AI literacy; nobody has to guarantee a particular level.")),
        (ProductAnnex(), new(
            ProvisionId.Parse("anx-I"),
            "De lijst met productwetgeving staat in bijlage I; bijlage II noemt strafbare feiten.",
            "The list of product legislation is Annex I; Annex II lists criminal offences.")),
        (DraftTransparencyArticle(), new(
            ProvisionId.Parse("art-50"),
            "De transparantieverplichtingen staan in artikel 50; in het voorstel was dat artikel 52.",
            "The transparency obligations are in Article 50; in the proposal that was Article 52.")),
        (Titles(), new(
            ProvisionId.Parse("art-1"),
            "De verordening is verdeeld in hoofdstukken; de titels van het voorstel bestaan niet meer.",
            "The Regulation is divided into chapters; the titles of the proposal no longer exist.")),
        (Sandboxes(), new(
            ProvisionId.Parse("art-57.1"),
            "Elke lidstaat heeft uiterlijk op 2 augustus 2027 een AI-testomgeving voor regelgeving, volgens artikel 57, lid 1.",
            "Each Member State has an AI regulatory sandbox by 2 August 2027, under Article 57(1).")),
        (MonitoringPlan(), new(
            ProvisionId.Parse("art-72.3"),
            "De Commissie geeft uiterlijk op 2 september 2027 richtsnoeren met een model voor het monitoringplan, volgens artikel 72, lid 3.",
            "The Commission gives guidelines with a model for the monitoring plan by 2 September 2027, under Article 72(3).")),
        (BiasData(), new(
            ProvisionId.Parse("art-4a"),
            "Gevoelige persoonsgegevens om vooringenomenheid op te sporen staan sinds 2026 in artikel 4 bis; artikel 10, lid 5, is geschrapt.",
            "Sensitive personal data for detecting bias have stood in Article 4a since 2026; Article 10(5) was deleted.")),
    ];

    /// <summary>What the text says that does not hold, with what holds, each once and in a fixed order.</summary>
    public static IReadOnlyList<Supersession> Find(string text) =>
        [.. Known.Where(k => k.Pattern.IsMatch(text)).Select(k => k.Now).DistinctBy(n => n.Provision)];

    // A sentence at most: what stands further apart need not belong together.
    private const string Near = @"[^.;!?\n]{0,160}?";
    private const string SameSentence = @"[^.;!?\n]{0,340}?";
    private const string HighRisk = @"(?:hoog[- ]?risico|hoge risico|high[- ]?risk|bijlage III|annex III)";
    private const string OldDate = @"(?:2 )?(?:augustus|august|aug\.?) (?:2026|2027)";
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(HighRisk + SameSentence + OldDate + "|" + OldDate + Near + HighRisk, Options)]
    private static partial Regex HighRiskDates();

    [GeneratedRegex(HighRisk + Near + @"\b(?:24|36|twee jaar|two years|drie jaar|three years)\b" + Near + @"(?:inwerkingtreding|entry into force|in werking|entered into force)|\b(?:24|36) (?:maanden|months)\b" + Near + HighRisk, Options)]
    private static partial Regex HighRiskMonths();

    [GeneratedRegex(@"\b1[.,]5 ?(?:%|procent|percent|per cent)", Options)]
    private static partial Regex MisinformationFine();

    [GeneratedRegex(@"\b30 (?:000 000|miljoen|million|mln)" + Near + @"\b6 ?(?:%|procent|percent)|\b6 ?(?:%|procent|percent)" + Near + @"(?:omzet|turnover)", Options)]
    private static partial Regex ProposedFine();

    [GeneratedRegex(
        @"(?:toereikend|voldoende|sufficient|adequate)[^.;!?\n]{0,20}(?:niveau|level)[^.;!?\n]{0,20}(?:AI[- ])?(?:geletterd|literacy)|"
        + @"(?:garander|guarantee|ensure)[^.;!?\n]{0,40}(?:level of AI[- ]literacy|niveau van AI-geletterdheid)",
        Options)]
    private static partial Regex LiteracyLevel();

    [GeneratedRegex(@"(?:bijlage|annex) (?:II|2)\b" + Near + @"(?:harmonisatie|harmonisation|productwetgeving|product legislation|sectorale|machine)|(?:harmonisatiewetgeving|harmonisation legislation|productwetgeving)" + Near + @"(?:bijlage|annex) (?:II|2)\b", Options)]
    private static partial Regex ProductAnnex();

    [GeneratedRegex(@"(?:artikel|article|art\.?) 52\b" + Near + @"(?:transparant|transparen|chatbot|deep ?fake)|(?:transparant|transparen|chatbot|deep ?fake)\w*" + Near + @"(?:artikel|article|art\.?) 52\b", Options)]
    private static partial Regex DraftTransparencyArticle();

    [GeneratedRegex(@"\b(?:titel|title) (?:I{1,3}|IV|V|VI{0,3}|IX|X{1,2}I{0,2})\b(?: van| of|,|:|\))", Options)]
    private static partial Regex Titles();

    [GeneratedRegex(@"(?:sandbox|testomgeving)\w*" + Near + @"(?:augustus|august) 2026|(?:augustus|august) 2026" + Near + @"(?:sandbox|testomgeving)", Options)]
    private static partial Regex Sandboxes();

    [GeneratedRegex(@"(?:februari|february) 2026" + Near + @"(?:monitoring|plan)|(?:monitoring)" + Near + @"(?:februari|february) 2026", Options)]
    private static partial Regex MonitoringPlan();

    [GeneratedRegex(@"(?:artikel|article|art\.?) 10(?:,? ?(?:lid|paragraph) ?5|\(5\))", Options)]
    private static partial Regex BiasData();
}
