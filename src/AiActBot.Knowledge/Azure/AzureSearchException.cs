using Azure;

namespace AiActBot.Knowledge.Azure;

/// <summary>
/// Azure AI Search did not do what was asked. The service's own message is left out, since it may repeat a question or a document;
/// the request id is what Microsoft's support and the service's logs find it by.
/// </summary>
public sealed class AzureSearchException : Exception
{
    internal AzureSearchException(string doing, string because, int status = 0, string? code = null, string? requestId = null)
        : base($"{doing}: {because}") => (Status, Code, RequestId) = (status, code, requestId);

    /// <summary>The HTTP status, or 0 when there was no answer.</summary>
    public int Status { get; }

    /// <summary>The service's own code for the error, when it gave one.</summary>
    public string? Code { get; }

    /// <summary>The service's id of the request, when there was an answer.</summary>
    public string? RequestId { get; }

    internal static AzureSearchException Of(string doing, RequestFailedException failure)
    {
        var requestId = failure.GetRawResponse() is { } response && response.Headers.TryGetValue("request-id", out var id) ? id : null;
        var known = $"{(failure.ErrorCode is { Length: > 0 } code ? $", {code}" : "")}{(requestId is null ? "" : $", request {requestId}")}";
        return new AzureSearchException(doing, $"{Because(failure.Status)} (status {failure.Status}{known})", failure.Status, failure.ErrorCode, requestId);
    }

    private static string Because(int status) => status switch
    {
        0 => "Azure AI Search could not be reached; check AzureSearch:Endpoint and the network",
        400 => "Azure AI Search refused the request; the index may have been made by another version, then delete it to have it made anew",
        401 or 403 => "Azure AI Search refused the credentials; check AzureSearch:ApiKey, or the roles Search Service Contributor and Search Index Data Contributor of the identity",
        404 => "the index does not exist; it is made when documents are indexed",
        413 => "a document is larger than Azure AI Search accepts",
        429 or 503 => "Azure AI Search is busy and stayed so after several attempts",
        _ => "Azure AI Search failed",
    };
}
