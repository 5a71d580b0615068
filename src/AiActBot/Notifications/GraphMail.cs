using System.Net;
using System.Net.Http.Headers;
using System.Net.Mail;
using System.Text;
using AiActBot.Storage;
using Azure.Core;
using Microsoft.Extensions.Options;

namespace AiActBot.Notifications;

/// <summary>
/// Sends by Microsoft 365: Graph's <c>sendMail</c> for the mailbox of <see cref="MailOptions.From"/>, with the mail in MIME, so
/// that it keeps its own Message-ID.
/// </summary>
internal sealed class GraphMail(
    HttpClient http, DataDirectory data, [FromKeyedServices(GraphMail.Credential)] TokenCredential credential, IOptions<MailOptions> options, TimeProvider time) : IMailSender
{
    public const string Credential = "graph";

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public async Task<DeliveryOutcome> SendAsync(Guid id, MailMessage mail, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(Longest);
        var asked = false;
        try
        {
            var mime = await MailBytes.OfAsync(mail, data.PathOf(Path.Combine("mail", ".drafts", $"graph-{id}")), timeout.Token);
            var endpoint = new Uri(options.Value.GraphEndpoint);
            var token = await credential.GetTokenAsync(new TokenRequestContext([new Uri(endpoint, "/.default").ToString()]), timeout.Token);
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(endpoint, $"/v1.0/users/{Uri.EscapeDataString(options.Value.From)}/sendMail"))
            {
                Content = new StringContent(Convert.ToBase64String(mime), Encoding.ASCII, "text/plain"),
                Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token.Token) },
            };
            asked = true;
            using var response = await http.SendAsync(request, timeout.Token);
            return response.IsSuccessStatusCode ? new DeliveryOutcome.Delivered(null) : Refused(response);
        }
        catch (Azure.Identity.AuthenticationFailedException)
        {
            return new DeliveryOutcome.Failed("graph_sign_in", IsTransient: true, RetryAfter: null, IsUncertain: false);
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return new DeliveryOutcome.Failed("graph_unreachable", IsTransient: true, RetryAfter: null, IsUncertain: asked && exception is OperationCanceledException);
        }
    }

    private DeliveryOutcome.Failed Refused(HttpResponseMessage response)
    {
        var again = response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or HttpStatusCode.Unauthorized
            or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;
        var wait = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - time.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        return new DeliveryOutcome.Failed($"graph_{(int)response.StatusCode}", again, wait is { } given && given > TimeSpan.Zero ? given : null, IsUncertain: false);
    }
}
