using System.Net;

namespace AiActBot.Hosting;

/// <summary>The addresses that the server is told to listen on, and whether only this machine can reach them.</summary>
internal static class LocalAddresses
{
    /// <returns>The first setting, with its value, that would let another machine in; null when there is none.</returns>
    public static (string Setting, string Address)? FindOpenToOthers(IConfiguration configuration) =>
        Configured(configuration).Where(found => !IsLoopback(found.Address)).Select(found => ((string, string)?)found).FirstOrDefault();

    private static IEnumerable<(string Setting, string Address)> Configured(IConfiguration configuration)
    {
        var urls = configuration[WebHostDefaults.ServerUrlsKey] ?? "";
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            yield return (WebHostDefaults.ServerUrlsKey, url);
        foreach (var endpoint in configuration.GetSection("Kestrel:Endpoints").GetChildren())
        {
            if (endpoint["Url"] is { Length: > 0 } url)
                yield return (endpoint.Path + ":Url", url);
        }
    }

    /// <summary>What stands for every address of the machine (<c>*</c>, <c>+</c>, <c>0.0.0.0</c>) is none of ours.</summary>
    private static bool IsLoopback(string address)
    {
        try
        {
            var host = BindingAddress.Parse(address).Host;
            return host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
                || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
