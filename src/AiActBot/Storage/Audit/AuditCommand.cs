using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.Storage.Audit;

/// <summary><c>audit verify</c> and <c>audit export</c>.</summary>
internal static class AuditCommand
{
    public static Command Create(Func<IServiceProvider> services)
    {
        var json = new Option<bool>("--json") { Description = "Machine-readable output only." };
        var verify = new Command("verify", "Says whether the hash chain holds, or which entry is the first where it does not.") { json };
        verify.SetAction((parsed, cancellationToken) => VerifyAsync(services(), parsed.GetValue(json), cancellationToken));
        var export = new Command("export", "Writes every entry as a line of JSON: number, hashes and the very content that is hashed.");
        export.SetAction((_, cancellationToken) => ExportAsync(services(), cancellationToken));
        return new Command("audit", "The audit trail.") { verify, export };
    }

    private static async Task<int> VerifyAsync(IServiceProvider services, bool asJson, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var result = await AuditTrail.VerifyAsync(await OpenAsync(scope, cancellationToken), cancellationToken);
        if (asJson)
            Console.WriteLine(JsonSerializer.Serialize(result, AuditJson.Default.AuditVerification));
        else if (result.Holds)
            Console.WriteLine($"The chain holds: {result.Entries} entries, head {result.Head}.");
        else
            Console.WriteLine($"BROKEN at entry {result.BrokenAt}: {result.Fault}. The {result.Entries} entries before it hold.");
        return result.Holds ? 0 : 1;
    }

    private static async Task<int> ExportAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var db = await OpenAsync(scope, cancellationToken);
        await foreach (var entry in db.AuditEntries.AsNoTracking().OrderBy(e => e.Sequence).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            Console.WriteLine(JsonSerializer.Serialize(
                new ExportedEntry(entry.Sequence, entry.PreviousHash, entry.Hash, entry.Content), AuditJson.Default.ExportedEntry));
        }

        return 0;
    }

    private static async Task<AiActBotDbContext> OpenAsync(AsyncServiceScope scope, CancellationToken cancellationToken)
    {
        var db = scope.ServiceProvider.GetRequiredService<AiActBotDbContext>();
        await db.Database.MigrateAsync(cancellationToken);
        return db;
    }
}

internal sealed record ExportedEntry(long Sequence, string Previous, string Hash, string Content);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(AuditVerification))]
[JsonSerializable(typeof(ExportedEntry))]
internal sealed partial class AuditJson : JsonSerializerContext;
