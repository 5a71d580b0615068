using AiActBot.Compliance;
using AiActBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.Triage;

/// <summary><c>GET /documents/{token}</c>: the document of an outcome, as it was when it was saved.</summary>
internal static class DocumentPage
{
    public static void MapDocuments(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/documents/{token}", OpenAsync);

    private static async Task<IResult> OpenAsync(
        string token, HttpContext context, DocumentLinks links, AiActBotDbContext db, CancellationToken cancellationToken)
    {
        // The address is the key to the document: it must not travel on, nor be kept.
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.CacheControl = "no-store";
        var link = links.Read(token);
        var stored = link is null ? null : await db.AssessmentDocuments.AsNoTracking()
            .SingleOrDefaultAsync(d => d.AssessmentId == link.AssessmentId && d.Language == link.Language, cancellationToken);
        if (link is null || stored is null)
        {
            return Results.Text(
                $"{Gone.Nl}\n\n{Gone.En}\n", "text/plain; charset=utf-8", statusCode: StatusCodes.Status404NotFound);
        }

        var document = AssessmentDocument.Read(stored.Content);
        return Results.File(OutcomeFile.Write(document, link.Format), OutcomeFile.ContentType(link.Format), FileName(document.Title) + OutcomeFile.Extension(link.Format));
    }

    private static readonly Bilingual Gone = new(
        "Deze link werkt niet of niet meer. Open het systeem in de chat voor een nieuwe link.",
        "This link does not work, or no longer. Open the system in the chat for a new link.");

    private static string FileName(string title) =>
        string.Concat(title.Select(letter => char.IsLetterOrDigit(letter) ? letter : '-')).Trim('-');
}
