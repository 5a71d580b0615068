using AiActBot.Trust;
using Microsoft.Extensions.Options;

namespace AiActBot.Notifications;

/// <summary>Whether the app may be installed, through Microsoft Graph, for somebody whom the bot knows and has no chat with.</summary>
public sealed class ProactiveInstallOptions
{
    public const string Section = "ProactiveInstall";

    /// <summary>Off unless the organisation wants it: an app appears in somebody's Teams without their asking.</summary>
    public bool Enabled { get; set; }

    /// <summary>The app's id in the organisation's catalogue, which is not the bot's own.</summary>
    public string TeamsAppId { get; set; } = "";

    public string GraphEndpoint { get; set; } = "https://graph.microsoft.com";

    /// <summary>Where the Connector answers for a tenant in which the bot has no chat yet.</summary>
    public string ServiceUrl { get; set; } = "https://smba.trafficmanager.net/teams/";
}

internal sealed class ProactiveInstallOptionsValidator(IOptions<BotOptions> bot, IOptions<RehearsalOptions> rehearsal) : IValidateOptions<ProactiveInstallOptions>
{
    /// <summary>The hosts that a token for Graph may be sent to, one for each of Microsoft's clouds.</summary>
    private static readonly string[] Hosts = ["graph.microsoft.com", "graph.microsoft.us", "dod-graph.microsoft.us", "microsoftgraph.chinacloudapi.cn"];

    public ValidateOptionsResult Validate(string? name, ProactiveInstallOptions options)
    {
        if (!options.Enabled)
            return ValidateOptionsResult.Success;
        if (!bot.Value.IsRegistered)
            return ValidateOptionsResult.Fail("ProactiveInstall:Enabled needs Bot:AppId: without a registration there is nobody to install for.");
        if (!Guid.TryParse(options.TeamsAppId, out _))
            return ValidateOptionsResult.Fail("ProactiveInstall:TeamsAppId is missing or no id. It is the GUID shown as 'App ID' in the Teams admin center.");
        if (!Uri.TryCreate(options.ServiceUrl, UriKind.Absolute, out _))
            return ValidateOptionsResult.Fail("ProactiveInstall:ServiceUrl is not an address.");
        return Uri.TryCreate(options.GraphEndpoint, UriKind.Absolute, out var graph) && IsAllowed(graph, rehearsal.Value.IsOn)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("ProactiveInstall:GraphEndpoint is not an address of Microsoft Graph, such as https://graph.microsoft.com.");
    }

    private static bool IsAllowed(Uri graph, bool isRehearsal) =>
        (graph is { Scheme: "https", IsDefaultPort: true, UserInfo: "" } && Hosts.Contains(graph.IdnHost, StringComparer.OrdinalIgnoreCase)) || (isRehearsal && graph.IsLoopback);
}
