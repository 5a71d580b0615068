using System.Collections.Frozen;
using System.Net;

namespace AiActBot.BotFramework.Connector;

/// <summary>
/// Which service URLs may be called. The URL comes with a request and is kept in storage, so it is looked at each time
/// before a token is fetched for it: a token sent to the wrong host can be used by whoever runs that host.
/// </summary>
public sealed class ServiceUrlPolicy
{
    private readonly Func<Uri, bool> _allows;

    private ServiceUrlPolicy(Func<Uri, bool> allows) => _allows = allows;

    /// <summary>Hosts of the Teams Connector: the public cloud, GCC and GCC High.</summary>
    public static IReadOnlyList<string> TeamsHosts { get; } =
        ["smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com", "smba.infra.gov.teams.microsoft.us"];

    /// <summary>For local mode: this machine, on any port, with http or https.</summary>
    public static ServiceUrlPolicy LoopbackOnly { get; } = new(url =>
        (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
        && (url.IdnHost == "localhost" || (IPAddress.TryParse(url.IdnHost, out var address) && IPAddress.IsLoopback(address))));

    /// <summary>For production: <see cref="TeamsHosts"/>.</summary>
    public static ServiceUrlPolicy Teams { get; } = Only(TeamsHosts);

    /// <summary>Only these hosts, each by its full name, over https on the default port.</summary>
    public static ServiceUrlPolicy Only(IEnumerable<string> hosts)
    {
        var allowed = hosts.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        return new ServiceUrlPolicy(url => url.Scheme == Uri.UriSchemeHttps && url.IsDefaultPort && allowed.Contains(url.IdnHost));
    }

    /// <summary>Only this scheme, host and port, all three as given.</summary>
    public static ServiceUrlPolicy OnlyAt(Uri address) => new(url => Uri.Compare(
        url, address, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0);

    /// <summary>What either of the two allows.</summary>
    public ServiceUrlPolicy Or(ServiceUrlPolicy other) => new(url => _allows(url) || other._allows(url));

    public bool Allows(Uri serviceUrl) =>
        serviceUrl.IsAbsoluteUri
        && serviceUrl is { UserInfo: "", Query: "", Fragment: "" }
        && _allows(serviceUrl);

    /// <summary>The same for a URL as it stands in an activity.</summary>
    public bool Allows(string? serviceUrl) => Uri.TryCreate(serviceUrl, UriKind.Absolute, out var url) && Allows(url);
}
