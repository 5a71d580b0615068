using AiActBot.Compliance;

namespace AiActBot.AiSystems;

/// <summary>The Regulation's words for roles and classes, in both languages.</summary>
internal static class RiskWords
{
    public static Bilingual Of(RiskClass risk) => risk switch
    {
        RiskClass.Prohibited => new("verboden praktijk", "prohibited practice"),
        RiskClass.HighRisk => new("hoog risico", "high-risk"),
        RiskClass.TransparencyObligation => new("transparantieverplichting", "transparency obligation"),
        RiskClass.GeneralPurposeModel => new("AI-model voor algemene doeleinden", "general-purpose AI model"),
        RiskClass.GeneralPurposeModelWithSystemicRisk => new("AI-model voor algemene doeleinden met systeemrisico", "general-purpose AI model with systemic risk"),
        RiskClass.MinimalRisk => new("minimaal risico", "minimal risk"),
        RiskClass.OutOfScope => new("valt buiten de AI-verordening", "outside the AI Act"),
        RiskClass.Undetermined => new("nog niet vast te stellen", "cannot be settled yet"),
        _ => throw new ArgumentOutOfRangeException(nameof(risk), risk, null),
    };

    public static Bilingual Of(OperatorRole role) => role switch
    {
        OperatorRole.Provider => new("aanbieder", "provider"),
        OperatorRole.Deployer => new("gebruiksverantwoordelijke", "deployer"),
        OperatorRole.Importer => new("importeur", "importer"),
        OperatorRole.Distributor => new("distributeur", "distributor"),
        OperatorRole.AuthorisedRepresentative => new("gemachtigde", "authorised representative"),
        OperatorRole.ProductManufacturer => new("productfabrikant", "product manufacturer"),
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    /// <summary>The classes of a system in a line.</summary>
    public static string Short(AiSystem system, Language language) => system.RiskClasses.Count == 0
        ? Of(RiskClass.Undetermined).In(language)
        : string.Join(", ", system.RiskClasses.Select(risk => Of(risk).In(language)));
}
