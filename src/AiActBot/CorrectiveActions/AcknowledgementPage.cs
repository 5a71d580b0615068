using System.Net;
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
        return notice is null ? WebPage.LinkNoLongerWorks(context) : Page(context, notice, clock);
    }

    private static async Task<IResult> AcknowledgeAsync(
        string token, HttpContext context, AcknowledgementLinks links, AcknowledgeNotice acknowledge, OrganisationClock clock, CancellationToken cancellationToken)
    {
        var notice = links.Read(token) is { } id ? await acknowledge.ByLinkAsync(id, cancellationToken) : null;
        return notice is null ? WebPage.LinkNoLongerWorks(context) : Page(context, notice, clock);
    }

    private static IResult Page(HttpContext context, Notification notice, OrganisationClock clock)
    {
        var language = notice.Language;
        var state = notice.AcknowledgedAt is { } at
            ? $"<p class=\"done\" role=\"status\">{Encode(CaseTexts.AcknowledgedAt(clock.Show(at, language)).In(language))}</p>"
            : $"<form method=\"post\"><button type=\"submit\">{Encode(CaseTexts.AcknowledgeButton.In(language))}</button></form>";
        return WebPage.Html(context, language, notice.Subject, $"<pre>{Encode(notice.Text)}</pre>{state}", StatusCodes.Status200OK);
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
