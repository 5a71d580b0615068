using AiActBot.BotFramework.Authentication;
using AiActBot.Storage;
using AiActBot.Storage.Backup;
using AiActBot.Trust;

namespace AiActBot.Hosting;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: it can reach its database and check tokens. What will go wrong
/// soon, or goes wrong without making the bot useless, is said and does not make it unready.
/// </summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/health/live", () => Results.Text("live"));
        endpoints.MapGet("/health/ready", ReadyAsync);
    }

    private static async Task<IResult> ReadyAsync(AiActBotDbContext db, OutboxHolds holds, CredentialState credential, IServiceProvider services, CancellationToken cancellationToken)
    {
        if (!await db.Database.CanConnectAsync(cancellationToken))
            return NotReady("database unreachable");
        // Local mode checks no tokens.
        if (services.GetService<SigningKeys>() is { AreKnown: false })
            return NotReady("keys of the channel unknown");
        string?[] remarks =
        [
            await holds.FindAsync(cancellationToken) is not null ? "outbox held" : null,
            credential.IsToBeRenewed ? "renew the credential" : null,
            services.GetService<ConnectorTokens>()?.LastFailure is not null ? "no token for the Connector" : null,
        ];
        return Results.Text(string.Join("; ", remarks.OfType<string>().Prepend("ready")));
    }

    private static IResult NotReady(string because) => Results.Text(because, statusCode: StatusCodes.Status503ServiceUnavailable);
}
