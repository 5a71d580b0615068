using System.Globalization;
using AiActBot.Conversations;
using AiActBot.Storage.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AiActBot.Storage.Retention;

/// <summary>Erases questions and handled activities that are older than the organisation wants to keep them.</summary>
internal sealed class RetentionScan(AiActBotDbContext db, TimeProvider time, IOptions<RetentionOptions> options)
{
    // Few at once, so that nobody waits for a long delete.
    private const int AtOnce = 500;

    /// <returns>How many rows were erased.</returns>
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

        return asked + activities;
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
