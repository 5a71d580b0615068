using Microsoft.EntityFrameworkCore;

namespace AiActBot.Storage;

/// <summary>The database of several replicas.</summary>
public sealed class PostgreSqlDbContext(DbContextOptions<PostgreSqlDbContext> options) : AiActBotDbContext(options)
{
    /// <summary>Any constant will do; it names the audit chain among the advisory locks of this database.</summary>
    private const long AuditChainLock = 0x41694163_74426F74;

    public override Task LetOthersConnectAsync() => Database.CloseConnectionAsync();

    protected override Task LockAuditTrailAsync(CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({AuditChainLock})", cancellationToken);
}
