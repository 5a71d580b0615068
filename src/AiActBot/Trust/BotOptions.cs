using AiActBot.BotFramework.Authentication;

namespace AiActBot.Trust;

/// <summary>The bot's registration in Teams. Empty in local mode.</summary>
public sealed class BotOptions
{
    public const string Section = "Bot";

    /// <summary>Application (client) id of the bot's registration.</summary>
    public string AppId { get; set; } = "";

    /// <summary>Directory (tenant) id of the organisation: activities of another tenant are refused.</summary>
    public string TenantId { get; set; } = "";

    /// <summary>Further tenants that the bot serves, each by its directory id.</summary>
    public IList<string> OtherTenants { get; } = [];

    /// <summary>Which of Microsoft's clouds the bot is registered in.</summary>
    public CloudName Cloud { get; set; } = CloudName.Public;

    /// <summary>Further hosts of the Connector, each by its full name. Only for a cloud that publishes none, such as China's.</summary>
    public IList<string> ServiceHosts { get; } = [];

    /// <summary>How the bot proves to Microsoft who it is.</summary>
    public CredentialKind Credential { get; set; } = CredentialKind.None;

    /// <summary>Of the app registration, for <see cref="CredentialKind.ClientSecret"/>.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>The day on which the secret expires: the secret itself does not tell.</summary>
    public DateOnly? ClientSecretExpires { get; set; }

    /// <summary>A PKCS#12 file, or a PEM file with certificate and key, for <see cref="CredentialKind.Certificate"/>.</summary>
    public string CertificatePath { get; set; } = "";

    /// <summary>Of the PKCS#12 file; empty for none.</summary>
    public string CertificatePassword { get; set; } = "";

    /// <summary>Client id of the user-assigned managed identity, where it is not the bot's own id.</summary>
    public string ManagedIdentityClientId { get; set; } = "";

    /// <summary>File with a token of another issuer (Kubernetes), for <see cref="CredentialKind.FederatedIdentity"/>; empty: the managed identity vouches.</summary>
    public string FederatedTokenFile { get; set; } = "";

    /// <summary>With no registration the bot runs in local mode, where only this machine can reach it.</summary>
    public bool IsRegistered => AppId.Length > 0;

    /// <summary>The id as it stands in tokens.</summary>
    internal string NormalisedAppId => Guid.Parse(AppId).ToString();

    internal BotCloud CloudSettings => Cloud switch
    {
        CloudName.UsGovernment => BotCloud.UsGovernment,
        CloudName.China => BotCloud.China,
        _ => BotCloud.Public,
    };
}

public enum CloudName
{
    Public,
    UsGovernment,
    China,
}

public enum CredentialKind
{
    None,
    ClientSecret,
    Certificate,

    /// <summary>The registration is a user-assigned managed identity, or this machine's identity is the bot's.</summary>
    ManagedIdentity,

    /// <summary>An identity that the app registration trusts vouches for the bot; nothing has to be kept or renewed.</summary>
    FederatedIdentity,
}
