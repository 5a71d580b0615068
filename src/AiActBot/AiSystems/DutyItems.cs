using AiActBot.Compliance.Triage;
using AiActBot.Conversations;
using AiActBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.AiSystems;

/// <summary>Keeps the duties of a system as its last triage found them, with what people recorded about each.</summary>
internal sealed class DutyItems(AiActBotDbContext db)
{
    public async Task FollowAsync(Turn turn, AiSystem system, TriageOutcome outcome, CancellationToken cancellationToken)
    {
        var items = await db.DutyItems.Where(item => item.AiSystemId == system.Id).ToListAsync(cancellationToken);
        foreach (var duty in outcome.Duties)
        {
            if (items.SingleOrDefault(item => item.DutyId == duty.Id) is { } known)
            {
                known.AppliesFrom = duty.AppliesFrom;
                known.Provision = duty.Provision.ToString();
                if (known.State == DutyState.NoLongerApplies)
                    known.State = DutyState.Open;
            }
            else
            {
                db.DutyItems.Add(new DutyItem
                {
                    Id = Guid.CreateVersion7(turn.Now),
                    AiSystemId = system.Id,
                    DutyId = duty.Id,
                    Provision = duty.Provision.ToString(),
                    AppliesFrom = duty.AppliesFrom,
                    OwnerId = system.OwnerId,
                });
            }
        }

        foreach (var gone in items.Where(item => outcome.Duties.All(duty => duty.Id != item.DutyId)))
            gone.State = DutyState.NoLongerApplies;
    }
}
