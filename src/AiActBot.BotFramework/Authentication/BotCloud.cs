namespace AiActBot.BotFramework.Authentication;

/// <summary>Where one of Microsoft's clouds keeps what a bot in it needs. The clouds share nothing: a token of one is none in another.</summary>
public sealed record BotCloud
{
    /// <summary>Who signs the tokens that come with activities.</summary>
    public required string Issuer { get; init; }

    /// <summary>Where the keys of <see cref="Issuer"/> are described.</summary>
    public required Uri OpenIdMetadata { get; init; }

    /// <summary>What a token for the Connector is asked for.</summary>
    public required string ConnectorScope { get; init; }

    /// <summary>Where such a token is asked for.</summary>
    public required Uri Authority { get; init; }

    /// <summary>Hosts of the Connector, each by its full name. Empty where none is documented.</summary>
    public required IReadOnlyList<string> ServiceHosts { get; init; }

    /// <summary>The commercial cloud, and GCC, which is part of it.</summary>
    public static BotCloud Public { get; } = new()
    {
        Issuer = "https://api.botframework.com",
        OpenIdMetadata = new Uri("https://login.botframework.com/v1/.well-known/openidconfiguration"),
        ConnectorScope = "https://api.botframework.com/.default",
        Authority = new Uri("https://login.microsoftonline.com/"),
        ServiceHosts = ["smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com"],
    };

    /// <summary>GCC High and DoD.</summary>
    public static BotCloud UsGovernment { get; } = new()
    {
        Issuer = "https://api.botframework.us",
        OpenIdMetadata = new Uri("https://login.botframework.azure.us/v1/.well-known/openidconfiguration"),
        ConnectorScope = "https://api.botframework.us/.default",
        Authority = new Uri("https://login.microsoftonline.us/"),
        ServiceHosts = ["smba.infra.gov.teams.microsoft.us", "smba.infra.dod.teams.microsoft.us"],
    };

    /// <summary>Operated by 21Vianet. Microsoft publishes no list of its Connector's hosts.</summary>
    public static BotCloud China { get; } = new()
    {
        Issuer = "https://api.botframework.azure.cn",
        OpenIdMetadata = new Uri("https://login.botframework.azure.cn/v1/.well-known/openidconfiguration"),
        ConnectorScope = "https://api.botframework.azure.cn/.default",
        Authority = new Uri("https://login.partner.microsoftonline.cn/"),
        ServiceHosts = [],
    };
}
