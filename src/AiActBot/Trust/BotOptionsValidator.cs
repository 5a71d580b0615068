using AiActBot.Hosting;
using Microsoft.Extensions.Options;

namespace AiActBot.Trust;

/// <summary>Production needs a registration; local mode is for a person's own machine and never a fallback.</summary>
internal sealed class BotOptionsValidator(IHostEnvironment environment, IConfiguration configuration, TimeProvider time) : IValidateOptions<BotOptions>
{
    public ValidateOptionsResult Validate(string? name, BotOptions options)
    {
        var problem = options.IsRegistered ? Registered(options) : Local();
        return problem is null ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problem);
    }

    private string? Local()
    {
        if (environment.IsProduction())
        {
            return "Bot:AppId is missing. In the Production environment the bot only runs with its registration. "
                + "To try it on this machine, set DOTNET_ENVIRONMENT=Development (or start it with 'dotnet run --project src/AiActBot').";
        }

        return LocalAddresses.FindOpenToOthers(configuration) is var (setting, address)
            ? $"{setting} is '{address}', which other machines can reach. Without Bot:AppId everybody who reaches the bot is believed, "
                + "so it listens on this machine only. Use http://127.0.0.1:3978, or set Bot:AppId."
            : null;
    }

    private string? Registered(BotOptions options)
    {
        if (!Guid.TryParse(options.AppId, out _))
            return "Bot:AppId is not an application id. It is a GUID such as the one shown as 'Application (client) ID'.";
        if (!Guid.TryParse(options.TenantId, out _))
            return "Bot:TenantId is missing or not a directory id. It is the GUID shown as 'Directory (tenant) ID'.";
        if (options.OtherTenants.Any(tenant => !Guid.TryParse(tenant, out _)))
            return "Bot:OtherTenants holds something that is not a directory id.";
        if (options.ServiceHosts.Any(host => Uri.CheckHostName(host) != UriHostNameType.Dns || !host.Contains('.', StringComparison.Ordinal)))
            return "Bot:ServiceHosts holds something that is not the full name of a host.";
        return options is { Cloud: CloudName.China, ServiceHosts: [] }
            ? "Bot:ServiceHosts is missing. Microsoft publishes no hosts of the Connector in China; give those of your tenant."
            : Credential(options);
    }

    private string? Credential(BotOptions options) => options.Credential switch
    {
        CredentialKind.None => "Bot:Credential is missing. It is ManagedIdentity, FederatedIdentity, Certificate or ClientSecret.",
        CredentialKind.ClientSecret when options.ClientSecret.Length == 0 =>
            "Bot:ClientSecret is missing. Give it as Bot__ClientSecret in the environment, or use a managed identity, which never expires.",
        CredentialKind.ClientSecret when options.ClientSecretExpires is { } day && day < DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime) =>
            "Bot:ClientSecret has expired, says Bot:ClientSecretExpires. Make a new one in the app registration and set both.",
        CredentialKind.Certificate => Certificate(options),
        CredentialKind.FederatedIdentity when options is { FederatedTokenFile.Length: > 0 } && !File.Exists(options.FederatedTokenFile) =>
            "Bot:FederatedTokenFile is not there.",
        _ => null,
    };

    private string? Certificate(BotOptions options)
    {
        if (options.CertificatePath.Length == 0)
            return "Bot:CertificatePath is missing. It is a PKCS#12 file, or a PEM file with certificate and key.";
        using var certificate = BotCertificate.Load(options);
        if (certificate is null)
            return "Bot:CertificatePath is not there, or no certificate with its key, or Bot:CertificatePassword is not its password.";
        return certificate.NotAfter.ToUniversalTime() < time.GetUtcNow().UtcDateTime ? "Bot:CertificatePath has expired. Make a new certificate." : null;
    }
}
