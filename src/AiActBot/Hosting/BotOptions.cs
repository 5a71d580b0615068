using Microsoft.Extensions.Options;

namespace AiActBot.Hosting;

/// <summary>The bot's registration in Teams. Empty in local mode.</summary>
public sealed class BotOptions
{
    public const string Section = "Bot";

    /// <summary>Application (client) id of the bot's registration.</summary>
    public string AppId { get; set; } = "";

    /// <summary>Directory (tenant) id of the organisation: activities of another tenant are refused.</summary>
    public string TenantId { get; set; } = "";

    /// <summary>With no registration the bot runs in local mode, where only this machine can reach it.</summary>
    public bool IsRegistered => AppId.Length > 0;
}

/// <summary>Production needs a registration; local mode is for a person's own machine and never a fallback.</summary>
internal sealed class BotOptionsValidator(IHostEnvironment environment, IConfiguration configuration) : IValidateOptions<BotOptions>
{
    public ValidateOptionsResult Validate(string? name, BotOptions options)
    {
        if (!options.IsRegistered && environment.IsProduction())
        {
            return ValidateOptionsResult.Fail(
                "Bot:AppId is missing. In the Production environment the bot only runs with its registration. "
                + "To try it on this machine, set DOTNET_ENVIRONMENT=Development (or start it with 'dotnet run --project src/AiActBot').");
        }

        if (!options.IsRegistered && LocalAddresses.FindOpenToOthers(configuration) is var (setting, address))
        {
            return ValidateOptionsResult.Fail(
                $"{setting} is '{address}', which other machines can reach. Without Bot:AppId everybody who reaches the bot is believed, "
                + "so it listens on this machine only. Use http://127.0.0.1:3978, or set Bot:AppId.");
        }

        if (options.IsRegistered && !Guid.TryParse(options.AppId, out _))
            return ValidateOptionsResult.Fail("Bot:AppId is not an application id. It is a GUID such as the one shown as 'Application (client) ID'.");
        if (options.IsRegistered && !Guid.TryParse(options.TenantId, out _))
            return ValidateOptionsResult.Fail("Bot:TenantId is missing or not a directory id. It is the GUID shown as 'Directory (tenant) ID'.");
        return ValidateOptionsResult.Success;
    }
}
