using System.Text.RegularExpressions;
using AiActBot.Knowledge;

namespace AiActBot.Assistant;

/// <summary>The role under the Act that somebody says their own organisation has.</summary>
internal static partial class OwnRole
{
    /// <summary>A role as documents name it, such as <c>deployer</c>; null when none is said, or more than one.</summary>
    public static string? Of(string text)
    {
        var roles = new List<string>(1);
        if (Deployer().IsMatch(text))
            roles.Add("deployer");
        if (Distributor().IsMatch(text))
            roles.Add("distributor");
        if (Importer().IsMatch(text))
            roles.Add("importer");
        return roles.Count == 1 && !Provider().IsMatch(text) ? roles[0] : null;
    }

    public static bool AsksForADuty(string text) => Duty().IsMatch(text);

    public static string Name(string role, DocumentLanguage language) => role switch
    {
        "provider" => language.Choose("de aanbieder", "the provider"),
        "deployer" => language.Choose("de gebruiksverantwoordelijke", "the deployer"),
        "importer" => language.Choose("de importeur", "the importer"),
        "distributor" => language.Choose("de distributeur", "the distributor"),
        "authorised-representative" => language.Choose("de gemachtigde", "the authorised representative"),
        "product-manufacturer" => language.Choose("de productfabrikant", "the product manufacturer"),
        "gpai-provider" => language.Choose("de aanbieder van een AI-model voor algemene doeleinden", "the provider of a general-purpose AI model"),
        "notified-body" => language.Choose("de aangemelde instantie", "the notified body"),
        "affected-person" => language.Choose("de betrokken persoon", "the person affected"),
        "authority" => language.Choose("de autoriteiten", "the authorities"),
        _ => role.Replace('-', ' '),
    };

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(
        @"\bals (?:een )?(?:gewone |eenvoudige )?(?:gebruiker|gebruiksverantwoordelijke|afnemer|klant|koper|deployer)s?\b|"
        + @"\bas (?:an? |the )?(?:mere |simple |ordinary )?(?:user|deployer|customer|buyer)s?\b|"
        + @"\b(?:wij|we) (?:gebruiken|kopen|kochten|huren|nemen) (?:het |de |een |hem |die |dat )?(?:\w+ )?(?:alleen|slechts|enkel|gewoon|maar)\b|"
        + @"\b(?:we|I) (?:only|just|merely|simply) (?:use|deploy|buy|bought|rent|licen[cs]e)\b|\bgebruiker van (?:een |het )?(?:in)?gekochte?\b",
        Options)]
    private static partial Regex Deployer();

    [GeneratedRegex(
        @"\bals (?:een )?(?:distributeur|wederverkoper|reseller|dealer|winkel)s?\b|"
        + @"\bas (?:an? |the )?(?:distributor|reseller|dealer|retailer)s?\b|"
        + @"\b(?:wij|we) verkopen (?:het |de )?(?:alleen|slechts|enkel|gewoon) door|\bwe (?:only|just) resell\b",
        Options)]
    private static partial Regex Distributor();

    [GeneratedRegex(
        @"\bals (?:een )?(?:importeur)s?\b|\bas (?:an? |the )?importers?\b|\bwe (?:only|just) import\b|"
        + @"\b(?:wij|we) importeren (?:het |de )?(?:alleen|slechts|enkel)",
        Options)]
    private static partial Regex Importer();

    [GeneratedRegex(
        @"\b(?:als (?:een )?aanbieder|as (?:an? |the )?provider|zelf (?:gebouwd|ontwikkeld|gemaakt)|onder (?:onze|eigen) naam|"
        + @"under our (?:own )?(?:name|brand))\b",
        Options)]
    private static partial Regex Provider();

    [GeneratedRegex(
        @"\b(?:moet(?:en)?|hoef(?:t|en)?|verplicht|stellen .{0,60} op|maken .{0,60} op|brengen .{0,60} aan|aanbrengen|opstellen|must|have to|"
        + @"has to|need to|required|should|obliged|when do we|how do we|where do we|which .{1,40} do we)\b",
        Options)]
    private static partial Regex Duty();
}
