using System.Net.Sockets;

namespace AiActBot.BotFramework.Connector;

/// <summary>
/// Makes the handler below a <see cref="ConnectorClient"/>. It connects by itself, because the built-in connect timeout
/// looks like any other timeout, and "nothing was sent" must be told from "nobody knows".
/// </summary>
internal static class ConnectorHandler
{
    internal static SocketsHttpHandler Create(TimeSpan connectTimeout) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        // The hosts are traffic managers: look the name up again now and then.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectCallback = async (context, cancellationToken) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                timeout.CancelAfter(connectTimeout);
                await socket.ConnectAsync(context.DnsEndPoint, timeout.Token);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                socket.Dispose();
                throw new HttpRequestException(HttpRequestError.ConnectionError, "Not connected in time.");
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
    };
}
