using System.ComponentModel.DataAnnotations;
using AiActBot.Compliance;
using AiActBot.Trust;
using Microsoft.Extensions.Options;

namespace AiActBot.Hosting;

/// <summary>The organisation that the assistant works for.</summary>
public sealed class OrganisationOptions
{
    public const string Section = "Organisation";

    /// <summary>Name as it stands in notices to others.</summary>
    [Required]
    public string Name { get; set; } = "";

    /// <summary>Directory object ids of the compliance team: they handle cases, and are reminded.</summary>
    public IList<string> ComplianceTeam { get; } = [];

    /// <summary>Language for somebody whose own is not known.</summary>
    public Language DefaultLanguage { get; set; } = Language.Dutch;

    /// <summary>Time zone (IANA name) in which times are shown.</summary>
    [Required]
    public string TimeZone { get; set; } = "Europe/Amsterdam";

    /// <summary>Country (ISO 3166-1: NL, BE, DE) whose public holidays are no working days; another one knows weekends only.</summary>
    [Required]
    public string Country { get; set; } = "NL";

    /// <summary>Address under which this service is reached from outside, for the links in mails. Empty in local mode.</summary>
    public string PublicUrl { get; set; } = "";
}

internal sealed class OrganisationOptionsValidator(IOptions<BotOptions> bot) : IValidateOptions<OrganisationOptions>
{
    public ValidateOptionsResult Validate(string? name, OrganisationOptions options)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _))
            return ValidateOptionsResult.Fail($"Organisation:TimeZone '{options.TimeZone}' is not known. Give an IANA name such as Europe/Amsterdam.");
        if (string.IsNullOrWhiteSpace(options.Name))
            return ValidateOptionsResult.Fail("Organisation:Name is missing. It stands in the notices that others receive.");
        if (options.PublicUrl.Length > 0 && !(Uri.TryCreate(options.PublicUrl, UriKind.Absolute, out var url) && url.Scheme is "https" or "http"))
            return ValidateOptionsResult.Fail("Organisation:PublicUrl is not an absolute address such as https://aiactbot.example.org.");
        if (bot.Value.IsRegistered && !options.PublicUrl.StartsWith("https://", StringComparison.Ordinal))
            return ValidateOptionsResult.Fail("Organisation:PublicUrl is missing or not https. The links to acknowledge a notice point to it.");
        return ValidateOptionsResult.Success;
    }
}
