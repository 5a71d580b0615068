using System.Net;
using AiActBot.Compliance;
using AiActBot.Hosting;
using AiActBot.Notifications;
using AiActBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.CorrectiveActions;

/// <summary>
/// <c>GET|POST /acknowledge/{token}</c>: the page behind the link in a mail. Opening it changes nothing, because mail
/// scanners open links too; the button does. A token that does not hold gets one answer, whatever is wrong with it.
/// </summary>
internal static class AcknowledgementPage
{
    public static void MapAcknowledgements(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/acknowledge/{token}", ShowAsync);
        endpoints.MapPost("/acknowledge/{token}", AcknowledgeAsync);
    }

    private static async Task<IResult> ShowAsync(
        string token, HttpContext context, AcknowledgementLinks links, AiActBotDbContext db, OrganisationClock clock, CancellationToken cancellationToken)
    {
        var notice = links.Read(token) is { } id
            ? await db.Notifications.AsNoTracking().SingleOrDefaultAsync(n => n.Id == id, cancellationToken)
            : null;
        return notice is null ? Unknown(context) : Page(context, notice, clock);
    }

    private static async Task<IResult> AcknowledgeAsync(
        string token, HttpContext context, AcknowledgementLinks links, AcknowledgeNotice acknowledge, OrganisationClock clock, CancellationToken cancellationToken)
    {
        var notice = links.Read(token) is { } id ? await acknowledge.ByLinkAsync(id, cancellationToken) : null;
        return notice is null ? Unknown(context) : Page(context, notice, clock);
    }

    private static IResult Page(HttpContext context, Notification notice, OrganisationClock clock)
    {
        var language = notice.Language;
        var state = notice.AcknowledgedAt is { } at
            ? $"<p class=\"done\" role=\"status\">{Encode(CaseTexts.AcknowledgedAt(clock.Show(at, language)).In(language))}</p>"
            : $"<form method=\"post\"><button type=\"submit\">{Encode(CaseTexts.AcknowledgeButton.In(language))}</button></form>";
        return Html(context, language, notice.Subject, $"<pre>{Encode(notice.Text)}</pre>{state}", StatusCodes.Status200OK);
    }

    private static IResult Unknown(HttpContext context) => Html(
        context, Language.Dutch, CaseTexts.LinkNoLongerWorksTitle.Nl,
        $"<p>{Encode(CaseTexts.LinkNoLongerWorks.Nl)}</p><div lang=\"en\"><h2>{Encode(CaseTexts.LinkNoLongerWorksTitle.En)}</h2><p>{Encode(CaseTexts.LinkNoLongerWorks.En)}</p></div>", StatusCodes.Status404NotFound);

    private static IResult Html(HttpContext context, Language language, string title, string body, int status)
    {
        context.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src 'sha256-{StyleHash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        // The address is the key to the page: it must not travel on, nor be kept.
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.CacheControl = "no-store";
        var code = language == Language.Dutch ? "nl" : "en";
        return Results.Content(
            $"<!doctype html><html lang=\"{code}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
            + $"<meta name=\"robots\" content=\"noindex\"><title>{Encode(title)}</title><style>{Style}</style></head>"
            + $"<body><main><h1>{Encode(title)}</h1>{body}</main></body></html>",
            "text/html; charset=utf-8", statusCode: status);
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    private const string Style =
        "body{font:16px/1.5 system-ui,sans-serif;margin:0;background:Canvas;color:CanvasText;color-scheme:light dark}"
        + "main{max-width:42rem;margin:2rem auto;padding:0 1rem}h1,h2{font-size:1.4rem}"
        + "pre{white-space:pre-wrap;font:inherit;border-left:4px solid #5b5fc7;padding-left:1rem}"
        + "button{font:inherit;font-weight:600;padding:.7rem 1.2rem;border:0;border-radius:.4rem;background:#5b5fc7;color:#fff;cursor:pointer}"
        + "button:focus-visible{outline:3px solid CanvasText;outline-offset:2px}.done{font-weight:600}";

    private static readonly string StyleHash = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Style)));
}
