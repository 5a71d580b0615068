using Microsoft.Extensions.Options;

namespace AiActBot.Trust;

/// <summary>
/// Stands in for Microsoft's servers on this machine, to try the bot as it runs in Teams: tokens are checked in full, only by
/// the keys of another issuer. In the Development environment and on loopback only.
/// </summary>
public sealed class RehearsalOptions
{
    public const string Section = "Rehearsal";

    /// <summary>OpenID metadata whose keys sign what comes in.</summary>
    public string OpenIdMetadata { get; set; } = "";

    /// <summary>Server that gives out tokens, in the place of Microsoft Entra ID and of the managed identity endpoint.</summary>
    public string TokenServer { get; set; } = "";

    /// <summary>The Connector; its scheme, host and port are allowed beside the real hosts.</summary>
    public string ServiceUrl { get; set; } = "";

    internal bool IsOn => OpenIdMetadata.Length > 0 || TokenServer.Length > 0 || ServiceUrl.Length > 0;
}

internal sealed class RehearsalOptionsValidator(IHostEnvironment environment) : IValidateOptions<RehearsalOptions>
{
    public ValidateOptionsResult Validate(string? name, RehearsalOptions options)
    {
        if (!options.IsOn)
            return ValidateOptionsResult.Success;
        if (!environment.IsDevelopment())
        {
            return ValidateOptionsResult.Fail(
                "Rehearsal is set. It believes tokens of this machine, so it only works with DOTNET_ENVIRONMENT=Development. Remove the section.");
        }

        foreach (var (setting, value) in new[]
        {
            (nameof(options.OpenIdMetadata), options.OpenIdMetadata), (nameof(options.TokenServer), options.TokenServer), (nameof(options.ServiceUrl), options.ServiceUrl),
        })
        {
            if (!(Uri.TryCreate(value, UriKind.Absolute, out var url) && url is { Scheme: "http" or "https", IsLoopback: true, UserInfo: "" }))
                return ValidateOptionsResult.Fail($"Rehearsal:{setting} is missing or not an address on this machine such as http://127.0.0.1:5000/.");
        }

        return ValidateOptionsResult.Success;
    }
}
