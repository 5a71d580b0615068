using System.Net;
using System.Security.Cryptography;
using System.Text;
using AiActBot.Compliance;

namespace AiActBot.Hosting;

/// <summary>A page behind a signed link, for somebody with nothing but a browser: no script, nothing from elsewhere.</summary>
internal static class WebPage
{
    private const string Style =
        "body{font:16px/1.5 system-ui,sans-serif;margin:0;background:Canvas;color:CanvasText;color-scheme:light dark}"
        + "main{max-width:42rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}h1,h2{font-size:1.4rem}"
        + "pre{white-space:pre-wrap;font:inherit;border-left:4px solid #5b5fc7;padding-left:1rem}label{font-weight:600}"
        + "button{font:inherit;font-weight:600;padding:.7rem 1.2rem;border:0;border-radius:.4rem;background:#5b5fc7;color:#fff;cursor:pointer}"
        + "button:focus-visible{outline:3px solid CanvasText;outline-offset:2px}.done{font-weight:600}li{margin-bottom:.5rem}";

    private static readonly Bilingual GoneTitle = new("Deze link werkt niet (meer)", "This link does not work (any more)");

    private static readonly Bilingual Gone = new(
        "Deze link werkt niet of niet meer. Stond hij in een mail, vraag de afzender dan om een nieuwe. Kwam hij uit de chat, open daar de kaart opnieuw.",
        "This link does not work, or no longer does. If it was in a mail, ask its sender for a new one. If it came from the chat, open the card there again.");

    private static readonly string StyleHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));

    public static IResult Html(HttpContext context, Language language, string title, string body, int status)
    {
        Protect(context);
        var code = language == Language.Dutch ? "nl" : "en";
        return Results.Content(
            $"<!doctype html><html lang=\"{code}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
            + $"<meta name=\"robots\" content=\"noindex\"><title>{Encode(title)}</title><style>{Style}</style></head>"
            + $"<body><main><h1>{Encode(title)}</h1>{body}</main></body></html>",
            "text/html; charset=utf-8", statusCode: status);
    }

    /// <summary>One answer, in both languages, for every link that does not hold.</summary>
    public static IResult LinkNoLongerWorks(HttpContext context) => Html(
        context, Language.Dutch, GoneTitle.Nl,
        $"<p>{Encode(Gone.Nl)}</p><div lang=\"en\"><h2>{Encode(GoneTitle.En)}</h2><p>{Encode(Gone.En)}</p></div>", StatusCodes.Status404NotFound);

    public static void Protect(HttpContext context)
    {
        context.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src 'sha256-{StyleHash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        // The address is the key to the page: it must not travel on, nor be kept.
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.CacheControl = "no-store";
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
