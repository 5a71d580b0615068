using AiActBot.BotFramework.Activities;

namespace AiActBot.Conversations;

/// <summary><c>POST /api/messages</c>: the one way in, for Teams and for the local chat alike.</summary>
internal static class MessagesEndpoint
{
    public const string Path = "/api/messages";

    public static void MapMessages(this IEndpointRouteBuilder endpoints) => endpoints.MapPost(Path, ReceiveAsync);

    private static async Task<IResult> ReceiveAsync(
        HttpContext context, InboundTrust trust, Inbox inbox, TurnRunner runner, ILogger<Inbox> log)
    {
        if (trust.RefuseBeforeReading(context) is { } untrusted)
            return Refused(log, untrusted, "sender not trusted");
        if (!context.Request.HasJsonContentType())
            return Refused(log, StatusCodes.Status415UnsupportedMediaType, "not JSON");
        var reading = await ActivityReader.ReadAsync(context.Request.Body, context.RequestAborted);
        if (reading is ActivityReading.Refused(var status, var reason))
            return Refused(log, status, reason);
        var activity = ((ActivityReading.Accepted)reading).Activity;
        if (InboundTrust.Refuse(activity) is var (forbidden, why))
            return Refused(log, forbidden, why);
        if (ActivityIds.TooLong(activity) is { } field)
            return Refused(log, StatusCodes.Status400BadRequest, $"{field} is too long");

        // The channel may hang up before the work is done; the work is not cancelled by that.
        if (activity.Type == ActivityTypes.Invoke)
            return TurnRouter.Knows(activity) ? await InvokeAsync(runner, activity, log) : Refused(log, StatusCodes.Status501NotImplemented, "unknown invoke");
        return await AcceptAsync(inbox, activity, log);
    }

    private static async Task<IResult> AcceptAsync(Inbox inbox, Activity activity, ILogger log)
    {
        try
        {
            await inbox.AcceptAsync(activity, CancellationToken.None);
            return Results.Ok();
        }
#pragma warning disable CA1031 // Not stored, so not acknowledged: the channel sends it again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.NotAccepted(log, exception);
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static async Task<IResult> InvokeAsync(TurnRunner runner, Activity activity, ILogger log)
    {
        try
        {
            var result = await runner.InvokeAsync(activity, CancellationToken.None);
            return result.Body is null
                ? Results.StatusCode(result.Status)
                : Results.Text(result.Body, "application/json", statusCode: result.Status);
        }
#pragma warning disable CA1031 // The edge of a turn: the person gets words, the log gets the exception.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.InvokeFailed(log, exception);
            var language = TurnOpening.LanguageOf(activity) ?? Compliance.Language.English;
            var answer = AdaptiveCardInvokeResponse.Message(Texts.SomethingWentWrong.In(language));
            return Results.Json(answer, ActivityJson.Default.AdaptiveCardInvokeResponse);
        }
    }

    private static IResult Refused(ILogger log, int status, string reason)
    {
        Log.Refused(log, status, reason);
        return Results.StatusCode(status);
    }
}
