using System.Data.Common;
using System.Net;
using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Conversations;
using AiActBot.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AiActBot.CorrectiveActions.Attachments;

/// <summary>
/// <c>GET|POST /attachments/{token}</c>: where a person adds files to a case and gets those that are there. The link is looked
/// at before anything of the body is read; one that does not hold gets one answer, whatever is wrong with it.
/// </summary>
internal static class AttachmentPage
{
    public static void MapAttachments(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/attachments/{token}", ShowAsync);
        endpoints.MapPost("/attachments/{token}", AddAsync);
        endpoints.MapGet("/attachments/{token}/{id:guid}", GetAsync);
    }

    private static async Task<IResult> ShowAsync(
        string token, HttpContext context, AttachmentLinks links, AddAttachments add, AttachmentView view, CancellationToken cancellationToken) =>
        links.Read(token) is var (caseId, personId) && await add.FindAsync(caseId, personId, cancellationToken) is var (file, person)
            ? view.Page(context, token, file, person)
            : WebPage.LinkNoLongerWorks(context);

    private static async Task<IResult> AddAsync(
        string token, HttpContext context, AttachmentLinks links, AddAttachments add, UploadedFiles uploads, AttachmentStore store, AttachmentView view,
        ILogger<AttachmentView> log)
    {
        if (links.Read(token) is not var (caseId, personId) || await add.FindAsync(caseId, personId, context.RequestAborted) is not var (file, person))
            return WebPage.LinkNoLongerWorks(context);
        IReadOnlyList<ReceivedFile> received = [];
        try
        {
            (received, var tooMany) = await uploads.ReadAsync(context);
            if (tooMany)
                return Refused(AttachmentTexts.TooMany(UploadedFiles.AtOnce));
            if (await add.HandleAsync(caseId, personId, received) is not { } added)
                return WebPage.LinkNoLongerWorks(context);
            if (added.Refusal is { } because)
                return Refused(because);
            received = [];
            return view.Page(context, token, added.File, person, added.Count == 0 ? AttachmentTexts.AlreadyThere : AttachmentTexts.Added(added.Count));
        }
        catch (Exception exception) when (exception is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
        {
            return Refused(view.AllTooLarge, StatusCodes.Status413PayloadTooLarge);
        }
        catch (Exception exception) when (exception is AttachmentNotStoredException or DbUpdateException or DbException)
        {
            Log.AttachmentsNotStored(log, exception);
            return Refused(AttachmentTexts.NotStored, StatusCodes.Status503ServiceUnavailable);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or OperationCanceledException)
        {
            return Refused(AttachmentTexts.NotComplete);
        }
        finally
        {
            foreach (var one in received)
                store.Drop(one);
        }

        IResult Refused(Bilingual because, int status = StatusCodes.Status400BadRequest) => view.Page(context, token, file, person, because, status);
    }

    private static async Task<IResult> GetAsync(
        string token, Guid id, HttpContext context, AttachmentLinks links, AddAttachments add, AttachmentStore store, AttachmentView view, CancellationToken cancellationToken)
    {
        if (links.Read(token) is not var (caseId, personId) || await add.FindAsync(caseId, personId, cancellationToken) is not var (file, person)
            || file.Attachments.FirstOrDefault(one => one.Id == id) is not { } attachment)
        {
            return WebPage.LinkNoLongerWorks(context);
        }

        if (await store.OpenAsync(attachment, cancellationToken) is not { } content)
            return view.Page(context, token, file, person, AttachmentTexts.Damaged, StatusCodes.Status410Gone);
        WebPage.Protect(context);
        // To be saved, never shown: a browser runs nothing of it under this address.
        return Results.Stream(content, "application/octet-stream", attachment.Name);
    }
}

/// <summary>The page as one person sees it.</summary>
internal sealed class AttachmentView(OrganisationClock clock, IOptions<AttachmentOptions> options)
{
    public Bilingual AllTooLarge => AttachmentTexts.AllTooLarge(options.Value.MaximumBytes);

    public IResult Page(HttpContext context, string token, CaseFile file, Person person, Bilingual? remark = null, int status = StatusCodes.Status200OK)
    {
        var language = person.Language;
        string[] body =
        [
            $"<p>{Encode(CaseTexts.Summary(file).In(language))}</p>",
            remark is null ? "" : $"<p class=\"done\" role=\"status\">{Encode(remark.In(language))}</p>",
            file.Attachments.Count == 0
                ? $"<p>{Encode(AttachmentTexts.None.In(language))}</p>"
                : $"<ul>{string.Concat(file.Attachments.Select(one => Line(token, file, one, person)))}</ul>",
            file.Case.Status == CorrectiveActionStatus.Closed ? $"<p>{Encode(AttachmentTexts.CaseIsClosed.In(language))}</p>" : Form(file, person),
        ];
        return WebPage.Html(context, language, AttachmentTexts.Title(file.Case.Number).In(language), string.Concat(body), status);
    }

    private string Line(string token, CaseFile file, CaseAttachment one, Person reader) =>
        $"<li><a href=\"/attachments/{Encode(token)}/{one.Id}\">{Encode(one.Name)}</a><br>{Encode(Describe(file, one, reader))}</li>";

    /// <summary><c>1.2 MB, Sanne, 22 November 2026, 13:00</c>.</summary>
    private string Describe(CaseFile file, CaseAttachment one, Person reader) =>
        $"{AttachmentTexts.Size(one.Size, reader.Language)}, {file.NameFor(one.AddedBy, reader)}, {clock.Show(one.AddedAt, reader)}";

    private string Form(CaseFile file, Person person)
    {
        var language = person.Language;
        var taken = options.Value.TakenIn;
        var warning = file.IsHidden(person.Id) ? $"<p>{Encode(AttachmentTexts.MayNameYou.In(language))}</p>" : "";
        return $"<form method=\"post\" enctype=\"multipart/form-data\"><p><label for=\"files\">{Encode(AttachmentTexts.Choose.In(language))}</label><br>"
            + $"<input id=\"files\" type=\"file\" name=\"files\" multiple required accept=\"{Encode(string.Join(',', taken.Select(type => "." + type)))}\"></p>"
            + $"<p>{Encode(AttachmentTexts.Limits(taken, options.Value.MaximumBytes).In(language))}</p>{warning}"
            + $"<button type=\"submit\">{Encode(AttachmentTexts.Add.In(language))}</button></form>";
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
