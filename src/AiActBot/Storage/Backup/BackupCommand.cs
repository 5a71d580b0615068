using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AiActBot.Storage.Backup;

/// <summary><c>backup</c>, and <c>outbox status|hold|release</c> for after it was restored.</summary>
internal static class BackupCommand
{
    public static Command Create(Func<IServiceProvider> services)
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "Folder to write to; must not be there yet, or be empty." };
        var backup = new Command("backup", "Copies the SQLite database and the files of cases while the service runs. For PostgreSQL use pg_dump.") { folder };
        backup.SetAction((parsed, cancellationToken) => BackUpAsync(services(), parsed.GetValue(folder)!, cancellationToken));
        return backup;
    }

    public static Command CreateOutbox(Func<IServiceProvider> services)
    {
        var status = new Command("status", "Says how much is waiting, and whether it is held.");
        status.SetAction((_, cancellationToken) => WithHoldsAsync(services(), StatusAsync, cancellationToken));
        var hold = new Command("hold", "Sends nothing from the outbox until it is released. Before the first start after a restore.");
        hold.SetAction((_, cancellationToken) => WithHoldsAsync(services(), HoldAsync, cancellationToken));
        var withdraw = new Option<bool>("--withdraw") { Description = "Do not send or answer what was waiting when the hold began: that was done before the restore." };
        var release = new Command("release", "Sends what is waiting, or withdraws what is from before the hold, and then goes on as before.") { withdraw };
        release.SetAction((parsed, cancellationToken) => WithHoldsAsync(services(), (holds, cancel) => ReleaseAsync(holds, parsed.GetValue(withdraw), cancel), cancellationToken));
        return new Command("outbox", "What is waiting to be sent.") { status, hold, release };
    }

    private static async Task<int> BackUpAsync(IServiceProvider services, DirectoryInfo folder, CancellationToken cancellationToken)
    {
        if (services.GetRequiredService<IOptions<StorageOptions>>().Value.Provider != DatabaseProvider.Sqlite)
        {
            await Console.Error.WriteLineAsync("The database is PostgreSQL: use pg_dump, and copy the folder of CaseAttachments. Where it is restored, the outbox is held until `outbox release`.");
            return 1;
        }

        if (folder.Exists && folder.EnumerateFileSystemInfos().Any())
        {
            await Console.Error.WriteLineAsync($"{folder.FullName} is not empty.");
            return 1;
        }

        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AiActBotDbContext>().Database.MigrateAsync(cancellationToken);
        try
        {
            await scope.ServiceProvider.GetRequiredService<SqliteBackup>().WriteAsync(folder.FullName, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or Microsoft.Data.Sqlite.SqliteException)
        {
            await Console.Error.WriteLineAsync($"The backup failed: {exception.Message}");
            return 1;
        }

        Console.WriteLine(folder.FullName);
        return 0;
    }

    private static async Task<int> WithHoldsAsync(
        IServiceProvider services, Func<OutboxHolds, CancellationToken, Task> act, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AiActBotDbContext>().Database.MigrateAsync(cancellationToken);
        await act(scope.ServiceProvider.GetRequiredService<OutboxHolds>(), cancellationToken);
        return 0;
    }

    private static async Task StatusAsync(OutboxHolds holds, CancellationToken cancellationToken)
    {
        var waiting = await holds.WaitingAsync(cancellationToken);
        Console.WriteLine(await holds.FindAsync(cancellationToken) is { } hold
            ? $"Held since {hold.Since:yyyy-MM-dd HH:mm} UTC ({hold.Because}): {waiting} waiting. `outbox release` sends them, `outbox release --withdraw` does not."
            : $"Not held: {waiting} waiting.");
    }

    private static async Task HoldAsync(OutboxHolds holds, CancellationToken cancellationToken)
    {
        await holds.HoldAsync("operator", cancellationToken);
        await StatusAsync(holds, cancellationToken);
    }

    private static async Task ReleaseAsync(OutboxHolds holds, bool withdraw, CancellationToken cancellationToken)
    {
        if (await holds.FindAsync(cancellationToken) is null)
        {
            await StatusAsync(holds, cancellationToken);
            return;
        }

        var released = await holds.ReleaseAsync(withdraw, cancellationToken);
        Console.WriteLine(withdraw
            ? $"Released: {released.Withdrawn} withdrawn, {released.Dropped} messages from before left unanswered, {released.Waiting} will be sent."
            : $"Released: {released.Waiting} will be sent.");
    }
}
