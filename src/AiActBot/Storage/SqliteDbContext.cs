using Microsoft.EntityFrameworkCore;

namespace AiActBot.Storage;

/// <summary>One embedded file in write-ahead mode; every commit reaches the disk before it is acknowledged.</summary>
internal sealed class SqliteDbContext(DbContextOptions<SqliteDbContext> options, SqliteWriter writer) : AiActBotDbContext(options)
{
    protected override async Task<IDisposable?> WaitToWriteAsync(CancellationToken cancellationToken) => await writer.EnterAsync(cancellationToken);

    // Microsoft.Data.Sqlite begins transactions as IMMEDIATE: the writer is alone already.
    protected override Task LockAuditTrailAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        // SQLite has no time type: text that sorts as time does.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<SortableUtcText>().HaveMaxLength(24);
    }
}
