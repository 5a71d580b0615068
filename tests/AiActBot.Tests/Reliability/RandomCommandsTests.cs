using System.Globalization;
using System.Text.Json.Nodes;
using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Conversations;
using AiActBot.CorrectiveActions;
using AiActBot.Notifications;
using AiActBot.Storage.Audit;
using AiActBot.Tests.Drivers;
using Microsoft.EntityFrameworkCore;
using Person = AiActBot.Tests.Drivers.Person;

namespace AiActBot.Tests.Reliability;

/// <summary>
/// Anybody presses anything at any time, with whatever ids they have seen. As many commands as
/// <c>AIACTBOT_RANDOM_COMMANDS</c> says, 400 unless it says anything.
/// </summary>
public sealed class RandomCommandsTests
{
    private static readonly string[] CaseVerbs =
    [
        Verbs.Assess, Verbs.SaveAssessedCase, Verbs.Dismiss, Verbs.TakeBack, Verbs.Ineffective, Verbs.Reopen, Verbs.Resubmit,
        Verbs.CarriedOut, Verbs.Close, Verbs.ShowCase, Verbs.ShowDuties, Verbs.ReadTexts, Verbs.ReadRecipients, Verbs.ListNotices,
    ];

    [Fact]
    public async Task No_illegal_transition_no_notice_without_approval_and_one_entry_for_each_change()
    {
        var commands = int.TryParse(Environment.GetEnvironmentVariable("AIACTBOT_RANDOM_COMMANDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 400;
        var random = new Random(20261122);
        await using var cast = await Cast.StartAsync(settings: [("CorrectiveActions:PollInterval", "1.00:00:00"), ("Reminders:PollInterval", "1.00:00:00")]);
        Person[] people = [cast.Sanne, cast.Pieter, cast.Noor, cast.Dirk, cast.Bot.Person("Mallory")];
        var form = await cast.Sanne.AsksForReportFormAsync();
        var system = form.Choice("system", Cast.System);
        var allowed = Allowed();
        var before = new Dictionary<CaseId, (CorrectiveActionStatus Status, int Entries)>();
        var (changes, approved) = (0, 0);
        for (var command = 0; command < commands; command++)
        {
            if (before.Count == 0 || random.Next(12) == 0)
                await Pick(random, people).InvokesAsync(Verbs.Report, Report(random, system));
            else
                await PressAsync(cast, random, Pick(random, people), Pick(random, [.. before.Keys]));

            foreach (var (id, now) in await StateAsync(cast))
            {
                if (before.TryGetValue(id, out var earlier) && earlier.Status != now.Status)
                {
                    Assert.Contains((earlier.Status, now.Status), allowed);
                    Assert.Equal(earlier.Entries + 1, now.Entries);
                    (changes, approved) = (changes + 1, approved + (now.Status == CorrectiveActionStatus.CarryingOut ? 1 : 0));
                }

                before[id] = now;
            }
        }

        await cast.Bot.WithDbAsync(async db =>
        {
            // A notice only where somebody approved, who did not propose.
            foreach (var caseId in await db.Notifications.Where(n => n.Purpose == NotificationPurpose.Notice).Select(n => n.CaseId).Distinct().ToListAsync())
                Assert.True(await db.Approvals.AnyAsync(a => a.CaseId == caseId && a.State == ApprovalState.Approved && a.GivenBy != null));
            var approvals = await db.Approvals.Where(a => a.State == ApprovalState.Approved).CountAsync();
            Assert.Equal(approvals, await db.AuditEntries.CountAsync(e => e.Action == "case.approved"));
            Assert.True((await AuditTrail.VerifyAsync(db)).Holds);
            return true;
        });
        // A walk that never gets anywhere would prove nothing.
        Assert.True(changes > commands / 50 && approved > 0, $"{changes} changes, {approved} approved in {commands} commands");
    }

    private static JsonObject Report(Random random, string system) => random.Next(3) == 0
        ? new() { ["system"] = system, ["facts"] = "x" }
        : new() { ["system"] = system, ["facts"] = "x", ["kind"] = "Recall", ["action"] = "y" };

    private static async Task PressAsync(Cast cast, Random random, Person person, CaseId id)
    {
        var approvals = await cast.Bot.WithDbAsync(db => db.Approvals.Where(a => a.CaseId == id).Select(a => a.Id).ToListAsync());
        if (approvals.Count > 0 && random.Next(3) == 0)
        {
            await person.InvokesAsync(random.Next(3) == 0 ? Verbs.SendBack : Verbs.Approve, new JsonObject { ["approval"] = Pick(random, approvals).ToString(), ["comment"] = "z" });
            return;
        }

        await person.InvokesAsync(Pick(random, CaseVerbs), new JsonObject
        {
            ["case"] = id.ToString(), ["kind"] = "Withdraw", ["action"] = $"y{random.Next(3)}", ["comment"] = random.Next(3) == 0 ? "" : "z",
        });
    }

    /// <summary>Status of every case, and how many of its moves stand in the audit trail.</summary>
    private static Task<Dictionary<CaseId, (CorrectiveActionStatus Status, int Entries)>> StateAsync(Cast cast) => cast.Bot.WithDbAsync(async db =>
    {
        var cases = await db.Cases.AsNoTracking().Select(c => new { c.Id, c.Status }).ToListAsync();
        var entries = await db.AuditEntries.Where(e => e.Action.StartsWith("case.") && e.Action != "case.revised").GroupBy(e => e.Subject)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count);
        return cases.ToDictionary(c => c.Id, c => (c.Status, entries.GetValueOrDefault($"case:{c.Id}")));
    });

    /// <summary>The table of the lifecycle, as it is drawn.</summary>
    private static HashSet<(CorrectiveActionStatus From, CorrectiveActionStatus To)> Allowed() =>
    [
        .. CorrectiveActionLifecycle.ToMermaid().Split('\n').Select(line => line.Trim().Split(" --> ")).Where(parts => parts.Length == 2)
            .Where(parts => parts[0] != "[*]" && parts[1] != "[*]")
            .Select(parts => (Enum.Parse<CorrectiveActionStatus>(parts[0]), Enum.Parse<CorrectiveActionStatus>(parts[1].Split(':')[0]))),
    ];

    private static T Pick<T>(Random random, IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
