using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace AiActBot.Hosting;

/// <summary>The address under which others reach this service: the configured one, or in local mode the one it listens on.</summary>
internal sealed class OwnAddress(IServer server, IOptions<OrganisationOptions> organisation)
{
    public Uri Base => new(organisation.Value.PublicUrl is { Length: > 0 } configured ? configured : Listening);

    /// <summary>First address that the server is bound to. Known once it has started.</summary>
    public string Listening => server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
        ?? throw new InvalidOperationException("The server is not listening yet.");
}
