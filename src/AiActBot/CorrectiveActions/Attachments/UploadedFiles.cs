using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace AiActBot.CorrectiveActions.Attachments;

/// <summary>Reads a form with files straight to the disk, never whole into memory. What stays is the caller's to keep or drop.</summary>
internal sealed class UploadedFiles(AttachmentStore store, IOptions<AttachmentOptions> options)
{
    public const int AtOnce = 10;

    /// <summary>For what a form holds beside its files.</summary>
    private const int Margin = 256 * 1024;

    /// <returns>The files as far as they were read, and whether there were more than are taken in at once.</returns>
    /// <exception cref="IOException">The sender went away, or sent no form: nothing is left of it.</exception>
    public async Task<(IReadOnlyList<ReceivedFile> Files, bool TooMany)> ReadAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = (long)AtOnce * options.Value.MaximumBytes + Margin;
        var received = new List<ReceivedFile>();
        try
        {
            return (received, await ReadAsync(context.Request, received, context.RequestAborted));
        }
        catch
        {
            received.ForEach(store.Drop);
            throw;
        }
    }

    private async Task<bool> ReadAsync(HttpRequest request, List<ReceivedFile> received, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || type.MediaType != "multipart/form-data"
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 100 } boundary)
        {
            throw new InvalidDataException("not a form");
        }

        var tooMany = false;
        var reader = new MultipartReader(boundary, request.Body);
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            if (section.GetContentDispositionHeader() is not { } disposition || !disposition.IsFileDisposition())
                continue;
            var sent = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value;
            // The rest is read and dropped, so that the sender gets to read the answer.
            tooMany |= received.Count == AtOnce;
            // A browser sends a field without a file as a file without a name.
            if (!tooMany && !string.IsNullOrEmpty(sent))
                received.Add(await store.ReceiveAsync(AttachmentName.Clean(sent), section.Body, cancellationToken));
        }

        return tooMany;
    }
}
