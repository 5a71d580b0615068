using AiActBot.Storage;

namespace AiActBot.Hosting;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it can reach its database.</summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/health/live", () => Results.Text("live"));
        endpoints.MapGet("/health/ready", ReadyAsync);
    }

    private static async Task<IResult> ReadyAsync(AiActBotDbContext db, CancellationToken cancellationToken) =>
        await db.Database.CanConnectAsync(cancellationToken)
            ? Results.Text("ready")
            : Results.Text("database unreachable", statusCode: StatusCodes.Status503ServiceUnavailable);
}
