using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace AiActBot.Tests.Notifications;

/// <summary>Ways in which a channel does not simply accept.</summary>
internal static class ChannelAnswers
{
    public static IResult Error(int status, string code) => Results.Json(new { error = new { code, message = "-" } }, statusCode: status);

    public static IResult Throttled(TimeSpan wait) => new RetryLater(((int)wait.TotalSeconds).ToString(CultureInfo.InvariantCulture));

    public static IResult Throttled(DateTimeOffset until) => new RetryLater(until.ToString("R", CultureInfo.InvariantCulture));

    public static IResult Throttled() => Results.StatusCode(StatusCodes.Status429TooManyRequests);

    /// <summary>Takes it and never answers.</summary>
    public static IResult Hangs() => new NoAnswer();

    private sealed class RetryLater(string retryAfter) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            httpContext.Response.Headers.RetryAfter = retryAfter;
            return Task.CompletedTask;
        }
    }

    private sealed class NoAnswer : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var hungUp = new TaskCompletionSource();
            await using var registration = httpContext.RequestAborted.Register(hungUp.SetResult);
            await hungUp.Task;
        }
    }
}
