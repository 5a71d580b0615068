using System.Globalization;
using AiActBot.BotFramework.Activities;
using AiActBot.BotFramework.Authentication;
using AiActBot.Hosting;
using AiActBot.MessageExtension;
using AiActBot.Trust;

namespace AiActBot.Conversations;

/// <summary><c>POST /api/messages</c>: the one way in, for Teams and for the local chat alike.</summary>
internal static class MessagesEndpoint
{
    public const string Path = "/api/messages";

    public static void MapMessages(this IEndpointRouteBuilder endpoints) => endpoints.MapPost(Path, ReceiveAsync);

    private static async Task<IResult> ReceiveAsync(
        HttpContext context, IInboundTrust trust, MessagePace pace, Inbox inbox, ImmediateTurns turns, ILogger<Inbox> log)
    {
        var answer = await AnswerAsync(context, trust, pace, inbox, turns, log);
        Telemetry.Answered((answer as IStatusCodeHttpResult)?.StatusCode ?? StatusCodes.Status200OK);
        return answer;
    }

    private static async Task<IResult> AnswerAsync(
        HttpContext context, IInboundTrust trust, MessagePace pace, Inbox inbox, ImmediateTurns turns, ILogger<Inbox> log)
    {
        var sender = await trust.OfSenderAsync(context);
        if (sender.Refusal is { } untrusted)
            return Refused(context, log, untrusted);
        if (!context.Request.HasJsonContentType())
            return Refused(log, StatusCodes.Status415UnsupportedMediaType, "not JSON");
        var reading = await ReadAsync(context.Request);
        if (reading is ActivityReading.Refused(var status, var reason))
            return Refused(log, status, reason);
        var activity = ((ActivityReading.Accepted)reading).Activity;
        if (sender.Objection(activity) is { } objection)
            return Refused(context, log, objection);
        if (ActivityIds.TooLong(activity) is { } field)
            return Refused(log, StatusCodes.Status400BadRequest, $"{field} is too long");

        // The channel may hang up before the work is done; the work is not cancelled by that.
        if (activity.Type == ActivityTypes.Invoke)
            return TurnRouter.Knows(activity) ? await InvokeAsync(turns, activity, log) : Refused(log, StatusCodes.Status501NotImplemented, "unknown invoke");
        // One that comes again is not written again, and its sender is not to be told to wait for it.
        if (pace.Objection(activity) is { } tooFast && !await inbox.KnowsAsync(activity, CancellationToken.None))
            return Refused(context, log, tooFast);
        return await AcceptAsync(turns, activity, log);
    }

    private static async Task<ActivityReading> ReadAsync(HttpRequest request)
    {
        try
        {
            return await ActivityReader.ReadAsync(request.Body, request.HttpContext.RequestAborted);
        }
        catch (Exception exception) when (IsHangUp(exception))
        {
            return new ActivityReading.Refused(StatusCodes.Status400BadRequest, "the sender hung up");
        }
    }

    /// <summary>Whether the sender went away halfway, which is no error of ours; too long a body is not that.</summary>
    internal static bool IsHangUp(Exception exception) =>
        exception is OperationCanceledException or (IOException and not BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge });

    private static async Task<IResult> AcceptAsync(ImmediateTurns turns, Activity activity, ILogger log)
    {
        try
        {
            await turns.AcceptAsync(activity);
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

    private static async Task<IResult> InvokeAsync(ImmediateTurns turns, Activity activity, ILogger log)
    {
        try
        {
            var result = await turns.InvokeAsync(activity, CancellationToken.None);
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
            var words = Texts.SomethingWentWrong.In(language);
            if (SearchInChat.Asks(activity))
                return Results.Text(ComposeExtensionResponse.Message(words), "application/json");
            var answer = AdaptiveCardInvokeResponse.Message(words);
            return Results.Json(answer, ActivityJson.Default.AdaptiveCardInvokeResponse);
        }
    }

    private static IResult Refused(HttpContext context, ILogger log, InboundRefusal because)
    {
        if (because.RetryAfter is { } after)
            context.Response.Headers.RetryAfter = Math.Ceiling(after.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        // Whoever floods the bot does not flood the log.
        return because.Status == StatusCodes.Status429TooManyRequests ? Results.StatusCode(because.Status) : Refused(log, because.Status, because.Reason);
    }

    private static IResult Refused(ILogger log, int status, string reason)
    {
        Log.Refused(log, status, reason);
        return Results.StatusCode(status);
    }
}
