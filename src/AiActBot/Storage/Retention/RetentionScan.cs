using System.Globalization;
using AiActBot.Conversations;
using AiActBot.CorrectiveActions;
using AiActBot.Storage.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AiActBot.Storage.Retention;

/// <summary>Erases questions, handled activities and closed cases that are older than the organisation wants, or has, to keep them.</summary>
internal sealed class RetentionScan(AiActBotDbContext db, CaseKeeping cases, TimeProvider time, IOptions<RetentionOptions> options)
{
    // Few at once, so that nobody waits for a long delete.
    private const int AtOnce = 500;

    /// <returns>How many questions, activities, cases and forgotten files were erased.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var asked = await QuestionsAsync(now.AddDays(-options.Value.AskedQuestionDays), cancellationToken);
        var activities = await ActivitiesAsync(now.AddDays(-options.Value.InboxDays), cancellationToken);
        if (asked > 0)
        {
            db.Record(new AuditRecord("questions.erased", "retention", null, now, ("count", asked.ToString(CultureInfo.InvariantCulture))));
            await db.SaveChangesAsync(cancellationToken);
        }

        return asked + activities + await cases.EraseAsync(cancellationToken) + await cases.SweepAsync(cancellationToken);
    }

    private async Task<int> QuestionsAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var erased = 0;
        for (var some = AtOnce; some == AtOnce; erased += some)
            some = await db.AskedQuestions.Where(q => q.At < before).OrderBy(q => q.At).Take(AtOnce).ExecuteDeleteAsync(cancellationToken);
        // What the team answered and did not keep is as old; what it kept is the organisation's own position.
        for (var some = AtOnce; some == AtOnce; erased += some)
            some = await db.TeamQuestions.Where(q => q.AskedAt < before && !q.IsKept).OrderBy(q => q.AskedAt).Take(AtOnce).ExecuteDeleteAsync(cancellationToken);
        return erased;
    }

    /// <summary>Only what is done with: an activity that still has to be handled or answered is never too old.</summary>
    private async Task<int> ActivitiesAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var erased = 0;
        for (var some = AtOnce; some == AtOnce; erased += some)
        {
            some = await db.Inbox.Where(a => a.ReceivedAt < before && (a.State == InboxState.Completed || a.State == InboxState.Failed))
                .OrderBy(a => a.ReceivedAt).Take(AtOnce).ExecuteDeleteAsync(cancellationToken);
        }

        return erased;
    }
}
