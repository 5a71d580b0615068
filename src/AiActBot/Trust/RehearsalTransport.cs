using Azure.Core.Pipeline;

namespace AiActBot.Trust;

/// <summary>Carries what is meant for Microsoft's token servers to one on this machine.</summary>
internal sealed class RehearsalTransport : DelegatingHandler
{
    private readonly Uri server;

    private RehearsalTransport(Uri server)
        : base(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) => this.server = server;

    public static HttpClientTransport To(Uri server) => new(new HttpClient(new RehearsalTransport(server)));

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.RequestUri = new UriBuilder(request.RequestUri!) { Scheme = server.Scheme, Host = server.Host, Port = server.Port }.Uri;
        request.Headers.Host = null;
        return base.SendAsync(request, cancellationToken);
    }
}
