using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.Storage.Audit;

/// <summary>
/// A hash chain over every state change: an entry that is edited, removed, inserted or moved shows at verification.
/// What the chain alone cannot show is a missing tail; <see cref="AuditVerification.Head"/> noted elsewhere does.
/// </summary>
public static class AuditTrail
{
    /// <summary>What stands before the first entry.</summary>
    public static readonly string Genesis = new('0', 64);

    private static readonly byte[] Domain = "aiactbot/audit/1"u8.ToArray();

    private static readonly JsonWriterOptions Canonical = new() { Indented = false, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static async Task AppendAsync(AiActBotDbContext db, IReadOnlyList<AuditRecord> records, CancellationToken cancellationToken)
    {
        var last = await db.AuditEntries.AsNoTracking().OrderByDescending(e => e.Sequence)
            .Select(e => new { e.Sequence, e.Hash }).FirstOrDefaultAsync(cancellationToken);
        var (sequence, previous) = (last?.Sequence ?? 0, last?.Hash ?? Genesis);
        foreach (var record in records)
        {
            var content = Write(record);
            var hash = Hash(++sequence, previous, content);
            db.AuditEntries.Add(new AuditEntry
            {
                Sequence = sequence,
                PreviousHash = previous,
                Hash = hash,
                At = record.At,
                Action = record.Action,
                Subject = record.Subject,
                Actor = ActorOf(record),
                Content = content,
            });
            previous = hash;
        }
    }

    /// <summary>Follows the chain from the first entry and stops at the first that does not hold.</summary>
    public static async Task<AuditVerification> VerifyAsync(AiActBotDbContext db, CancellationToken cancellationToken = default)
    {
        var check = new ChainCheck();
        await foreach (var entry in db.AuditEntries.AsNoTracking().OrderBy(e => e.Sequence).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (!check.Holds(entry))
                break;
        }

        return check.Result;
    }

    /// <summary><c>SHA-256(domain ‖ sequence as 8 bytes big-endian ‖ previous hash as 32 bytes ‖ UTF-8 content)</c>, in lower-case hex.</summary>
    internal static string Hash(long sequence, string previous, string content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> number = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(number, sequence);
        hash.AppendData(Domain);
        hash.AppendData(number);
        hash.AppendData(Convert.FromHexString(previous));
        hash.AppendData(Encoding.UTF8.GetBytes(content));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Fixed order, sorted details, no white space: the same record always gives the same bytes.</summary>
    internal static string Write(AuditRecord record)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Canonical))
        {
            json.WriteStartObject();
            json.WriteString("at", Time(record.At));
            json.WriteString("action", record.Action);
            json.WriteString("subject", record.Subject);
            json.WriteString("actor", ActorOf(record));
            json.WriteStartObject("details");
            foreach (var (name, value) in record.Details.OrderBy(detail => detail.Key, StringComparer.Ordinal))
                json.WriteString(name, value);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>The columns exist for searching; one that says something else than the hashed content is a change too.</summary>
    internal static bool ColumnsAgree(AuditEntry entry)
    {
        using var content = JsonDocument.Parse(entry.Content);
        return content.RootElement.GetProperty("action").ValueEquals(entry.Action)
            && content.RootElement.GetProperty("subject").ValueEquals(entry.Subject)
            && content.RootElement.GetProperty("actor").ValueEquals(entry.Actor)
            && content.RootElement.GetProperty("at").ValueEquals(Time(entry.At));
    }

    private static string ActorOf(AuditRecord record) => record.Actor?.ToString() ?? "service";

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}

/// <param name="Entries">How many entries hold, from the first.</param>
/// <param name="Head">Hash of the last entry that holds.</param>
/// <param name="BrokenAt">Number of the first entry that does not, or null.</param>
/// <param name="Fault">What is wrong with it, or null.</param>
public sealed record AuditVerification(long Entries, string Head, long? BrokenAt, string? Fault)
{
    public bool Holds => BrokenAt is null;
}
