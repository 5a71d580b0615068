namespace AiActBot.Knowledge.Tests.Azure;

/// <summary>
/// The SDK sends a key over https only. It is given the address of a real service, and this takes what it sends to a server on this
/// machine instead: everything but the network between is the real thing.
/// </summary>
internal sealed class LoopbackHandler(Uri server) : DelegatingHandler(new SocketsHttpHandler())
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var asked = request.RequestUri!;
        request.Headers.Host = asked.Host;
        request.RequestUri = new Uri(server, asked.PathAndQuery);
        return base.SendAsync(request, cancellationToken);
    }
}
