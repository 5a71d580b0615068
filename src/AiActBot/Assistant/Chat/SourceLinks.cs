namespace AiActBot.Assistant.Chat;

/// <summary>
/// Which sources a citation may link to. A document that somebody brought in names its own address, so a link is there only for hosts of
/// public authorities and those that the organisation lists.
/// </summary>
internal static class SourceLinks
{
    private static readonly string[] Authorities = ["europa.eu", "overheid.nl", "rijksoverheid.nl", "autoriteitpersoonsgegevens.nl", "rdi.nl"];

    /// <param name="alsoHosts">Hosts of the organisation's choice; their subdomains are not meant.</param>
    public static Uri? Allowed(string? address, IEnumerable<string> alsoHosts) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps && url.UserInfo.Length == 0 && url.IsDefaultPort
        && (Authorities.Any(host => url.IdnHost == host || url.IdnHost.EndsWith($".{host}", StringComparison.Ordinal))
            || alsoHosts.Contains(url.IdnHost, StringComparer.OrdinalIgnoreCase))
            ? url
            : null;
}
