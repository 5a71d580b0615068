using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;

namespace AiActBot.AiSystems;

/// <summary>What a party is to a system. The organisation's own roles are <see cref="OperatorRole"/>.</summary>
internal static class PartyWords
{
    public static Bilingual Of(RecipientRole role) => role switch
    {
        RecipientRole.Distributor => new("distributeur", "distributor"),
        RecipientRole.Deployer => new("gebruiksverantwoordelijke", "deployer"),
        RecipientRole.Importer => new("importeur", "importer"),
        RecipientRole.AuthorisedRepresentative => new("gemachtigde", "authorised representative"),
        RecipientRole.Provider => new("aanbieder", "provider"),
        RecipientRole.NotifiedBody => new("aangemelde instantie", "notified body"),
        RecipientRole.MarketSurveillanceAuthority => new("markttoezichtautoriteit", "market surveillance authority"),
        RecipientRole.AiOffice => new("AI-bureau", "AI Office"),
        RecipientRole.NationalCompetentAuthority => new("nationale bevoegde autoriteit", "national competent authority"),
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };
}
