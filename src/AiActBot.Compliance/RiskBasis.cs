namespace AiActBot.Compliance;

/// <summary>On what ground a duty touches a system: the date of application follows from it (Article 113(c)).</summary>
public enum RiskBasis
{
    /// <summary>Not high-risk, or the duty does not ask for it.</summary>
    NotHighRisk,

    /// <summary>High-risk by Article 6(2) with Annex III.</summary>
    AnnexIII,

    /// <summary>High-risk by Article 6(1) with Annex I.</summary>
    AnnexI,

    /// <summary>High-risk is likely or possible, and it is not settled by which annex.</summary>
    Undetermined,
}
