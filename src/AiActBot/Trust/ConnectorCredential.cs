using Azure.Core;
using Azure.Identity;

namespace AiActBot.Trust;

/// <summary>From the settings to the credential with which a token for the Connector is asked for.</summary>
internal static class ConnectorCredential
{
    /// <summary>What a managed identity is asked for when it vouches for an app registration.</summary>
    private static readonly Dictionary<CloudName, string> ExchangeScopes = new()
    {
        [CloudName.Public] = "api://AzureADTokenExchange/.default",
        [CloudName.UsGovernment] = "api://AzureADTokenExchangeUSGov/.default",
        [CloudName.China] = "api://AzureADTokenExchangeChina/.default",
    };

    public static TokenCredential Create(BotOptions bot, RehearsalOptions rehearsal)
    {
        var tenant = bot.TenantId;
        var app = bot.NormalisedAppId;
        return bot.Credential switch
        {
            CredentialKind.ClientSecret => new ClientSecretCredential(tenant, app, bot.ClientSecret, For<ClientSecretCredentialOptions>(bot, rehearsal)),
            CredentialKind.Certificate => new ClientCertificateCredential(
                tenant, app, BotCertificate.Load(bot) ?? throw new InvalidOperationException("Bot:CertificatePath cannot be read."),
                For<ClientCertificateCredentialOptions>(bot, rehearsal)),
            CredentialKind.ManagedIdentity => ManagedIdentity(bot, rehearsal),
            CredentialKind.FederatedIdentity => Federated(bot, rehearsal),
            _ => throw new InvalidOperationException("Bot:Credential is missing."),
        };
    }

    private static ManagedIdentityCredential ManagedIdentity(BotOptions bot, RehearsalOptions rehearsal)
    {
        // A registration of the kind "user-assigned managed identity" has the identity's id as its own.
        var client = bot.ManagedIdentityClientId.Length > 0 ? bot.ManagedIdentityClientId : bot.NormalisedAppId;
        var options = new ManagedIdentityCredentialOptions(ManagedIdentityId.FromUserAssignedClientId(client));
        Prepare(options, bot, rehearsal);
        return new ManagedIdentityCredential(options);
    }

    private static ClientAssertionCredential Federated(BotOptions bot, RehearsalOptions rehearsal)
    {
        var options = For<ClientAssertionCredentialOptions>(bot, rehearsal);
        if (bot.FederatedTokenFile.Length > 0)
        {
            // Read each time: whoever wrote it renews it.
            return new ClientAssertionCredential(
                bot.TenantId, bot.NormalisedAppId, async cancellationToken => (await File.ReadAllTextAsync(bot.FederatedTokenFile, cancellationToken)).Trim(), options);
        }

        var identity = ManagedIdentity(bot, rehearsal);
        var scope = new TokenRequestContext([ExchangeScopes[bot.Cloud]]);
        return new ClientAssertionCredential(
            bot.TenantId, bot.NormalisedAppId, async cancellationToken => (await identity.GetTokenAsync(scope, cancellationToken)).Token, options);
    }

    private static T For<T>(BotOptions bot, RehearsalOptions rehearsal)
        where T : TokenCredentialOptions, new()
    {
        var options = new T();
        Prepare(options, bot, rehearsal);
        return options;
    }

    private static void Prepare(TokenCredentialOptions options, BotOptions bot, RehearsalOptions rehearsal)
    {
        options.AuthorityHost = bot.CloudSettings.Authority;
        options.Diagnostics.IsLoggingContentEnabled = false;
        // A call to the Connector has fifteen seconds, the token included.
        options.Retry.MaxRetries = 2;
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(5);
        if (!rehearsal.IsOn)
            return;
        options.Transport = RehearsalTransport.To(new Uri(rehearsal.TokenServer));
        options.Retry.MaxRetries = 0;
        switch (options)
        {
            case ClientSecretCredentialOptions secret:
                secret.DisableInstanceDiscovery = true;
                break;
            case ClientCertificateCredentialOptions certificate:
                certificate.DisableInstanceDiscovery = true;
                break;
            case ClientAssertionCredentialOptions assertion:
                assertion.DisableInstanceDiscovery = true;
                break;
        }
    }
}
