using System.Globalization;
using System.Text;
using AiActBot.Compliance;
using AiActBot.Storage.Audit;

namespace AiActBot.Tests.Storage;

public class ChainCheckTests
{
    private const int Entries = 60;
    private const int Flips = 10_000;

    [Fact]
    public void Any_bit_that_is_flipped_anywhere_is_found_at_its_entry()
    {
        var chain = Chain();
        Assert.Equal((Entries, null), (Check(chain).Entries, Check(chain).BrokenAt));
        var random = new Random(20261122);
        for (var flip = 0; flip < Flips; flip++)
        {
            var (at, column) = (random.Next(Entries), random.Next(6));
            var changed = Flip(chain[at], column, random);

            var result = Check([.. chain[..at], changed, .. chain[(at + 1)..]]);

            Assert.True(result.BrokenAt == at + 1, $"column {column} of entry {at + 1}: {result}");
        }
    }

    private static AuditVerification Check(IEnumerable<AuditEntry> chain)
    {
        var check = new ChainCheck();
        foreach (var entry in chain)
        {
            if (!check.Holds(entry))
                break;
        }

        return check.Result;
    }

    private static AuditEntry[] Chain()
    {
        var entries = new AuditEntry[Entries];
        var previous = AuditTrail.Genesis;
        for (var number = 1; number <= Entries; number++)
        {
            var record = new AuditRecord("case.approved", $"case:{Guid.NewGuid()}", PersonId.New(), DateTimeOffset.UnixEpoch.AddMinutes(number), ("number", number.ToString(CultureInfo.InvariantCulture)));
            var content = AuditTrail.Write(record);
            var hash = AuditTrail.Hash(number, previous, content);
            entries[number - 1] = new AuditEntry
            {
                Sequence = number, PreviousHash = previous, Hash = hash, At = record.At, Action = record.Action, Subject = record.Subject,
                Actor = record.Actor!.Value.ToString(), Content = content,
            };
            previous = hash;
        }

        return entries;
    }

    private static AuditEntry Flip(AuditEntry entry, int column, Random random)
    {
        string Text(int number, string value) => column == number ? FlipBit(value, random) : value;
        return new AuditEntry
        {
            Sequence = entry.Sequence,
            PreviousHash = Text(0, entry.PreviousHash),
            Hash = Text(1, entry.Hash),
            At = column == 2 ? entry.At.AddMilliseconds(1 << random.Next(20)) : entry.At,
            Action = Text(3, entry.Action),
            Subject = Text(4, entry.Subject),
            Actor = entry.Actor,
            Content = Text(5, entry.Content),
        };
    }

    private static string FlipBit(string value, Random random)
    {
        var bytes = Encoding.Latin1.GetBytes(value);
        bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        return Encoding.Latin1.GetString(bytes);
    }
}
