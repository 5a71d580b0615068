namespace AiActBot.Compliance;

/// <summary>What an organisation is towards one AI system (Article 3(3) to (8)). One organisation can have several.</summary>
public enum OperatorRole
{
    /// <summary>Develops it, or has it developed, and brings it to the market or into service under its own name (3(3)).</summary>
    Provider,

    /// <summary>Uses it under its own authority, not in a personal activity (3(4)).</summary>
    Deployer,

    /// <summary>Established in the Union and first to place a system with a third-country name on its market (3(6)).</summary>
    Importer,

    /// <summary>Makes it available on the Union market without being provider or importer (3(7)).</summary>
    Distributor,

    /// <summary>Holds the written mandate of a provider outside the Union (3(5)).</summary>
    AuthorisedRepresentative,

    /// <summary>Brings it to the market with its own product and under its own name (2(1)(e), 25(3)).</summary>
    ProductManufacturer,
}
