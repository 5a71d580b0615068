namespace AiActBot.Compliance;

/// <summary>How the Act treats an AI system or model. Several can hold at once, such as high-risk with transparency duties.</summary>
public enum RiskClass
{
    /// <summary>A practice of Article 5.</summary>
    Prohibited,

    /// <summary>High-risk by Article 6(1) with Annex I, or by Article 6(2) with Annex III.</summary>
    HighRisk,

    /// <summary>Under Article 50(1) to (4).</summary>
    TransparencyObligation,

    /// <summary>A general-purpose AI model (3(63)).</summary>
    GeneralPurposeModel,

    /// <summary>A general-purpose AI model with systemic risk (51(1)).</summary>
    GeneralPurposeModelWithSystemicRisk,

    /// <summary>In scope, and none of the classes above.</summary>
    MinimalRisk,

    /// <summary>The Act does not apply (Article 2), or the thing is not an AI system (3(1)).</summary>
    OutOfScope,

    /// <summary>A more serious class than the ones found is still possible.</summary>
    Undetermined,
}

public static class RiskClasses
{
    /// <summary>
    /// How serious a class is; higher is more serious. <see cref="RiskClass.Undetermined"/> ranks lowest because it says
    /// nothing by itself: what is possible stands beside it.
    /// </summary>
    public static int Seriousness(this RiskClass risk) => risk switch
    {
        RiskClass.Prohibited => 7,
        RiskClass.HighRisk => 6,
        RiskClass.GeneralPurposeModelWithSystemicRisk => 5,
        RiskClass.GeneralPurposeModel => 4,
        RiskClass.TransparencyObligation => 3,
        RiskClass.MinimalRisk => 2,
        RiskClass.OutOfScope => 1,
        _ => 0,
    };
}
