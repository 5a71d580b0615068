using AiActBot.Hosting;
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
        var link = links.Read(token);
        var stored = link is null ? null : await db.AssessmentDocuments.AsNoTracking()
            .SingleOrDefaultAsync(d => d.AssessmentId == link.AssessmentId && d.Language == link.Language, cancellationToken);
        if (link is null || stored is null)
            return WebPage.LinkNoLongerWorks(context);

        WebPage.Protect(context);
        var document = AssessmentDocument.Read(stored.Content);
        return Results.File(OutcomeFile.Write(document, link.Format), OutcomeFile.ContentType(link.Format), FileName(document.Title) + OutcomeFile.Extension(link.Format));
    }

    private static string FileName(string title) =>
        string.Concat(title.Select(letter => char.IsLetterOrDigit(letter) ? letter : '-')).Trim('-');
}
