using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace AiActBot.Storage;

/// <summary>One embedded file in write-ahead mode; every commit reaches the disk before it is acknowledged.</summary>
/// <param name="options">Contexts are used again, so this is all that they are made of; the line of writers is a service of the application.</param>
internal sealed class SqliteDbContext(DbContextOptions<SqliteDbContext> options) : AiActBotDbContext(options)
{
    private readonly SqliteWriter writer = options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider?.GetService<SqliteWriter>() ?? new SqliteWriter();

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
