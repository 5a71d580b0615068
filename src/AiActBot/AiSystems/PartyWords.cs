using AiActBot.Compliance;

namespace AiActBot.AiSystems;

/// <summary>What a party is to a system. The organisation's own roles are <see cref="OperatorRole"/>.</summary>
public enum PartyRole
{
    Distributor,
    Deployer,
    Importer,
    AuthorisedRepresentative,
    Provider,
    NotifiedBody,
    MarketSurveillanceAuthority,
}

internal static class PartyWords
{
    public static Bilingual Of(PartyRole role) => role switch
    {
        PartyRole.Distributor => new("distributeur", "distributor"),
        PartyRole.Deployer => new("gebruiksverantwoordelijke", "deployer"),
        PartyRole.Importer => new("importeur", "importer"),
        PartyRole.AuthorisedRepresentative => new("gemachtigde", "authorised representative"),
        PartyRole.Provider => new("aanbieder", "provider"),
        PartyRole.NotifiedBody => new("aangemelde instantie", "notified body"),
        PartyRole.MarketSurveillanceAuthority => new("markttoezichtautoriteit", "market surveillance authority"),
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    /// <summary>Article 20(1): the distributors and, where applicable, the deployers, the authorised representative and importers.</summary>
    public static bool IsToldUnderArticle20(PartyRole role) => role
        is PartyRole.Distributor or PartyRole.Deployer or PartyRole.Importer or PartyRole.AuthorisedRepresentative;
}
