using AiActBot.BotFramework.Cards;
using AiActBot.Compliance;
using AiActBot.Conversations;
using AiActBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.AiSystems;

/// <summary>The owner of a system records who sees to a duty, how far it is, and where the evidence is.</summary>
internal sealed class UpdateDuty(AiActBotDbContext db, SystemRegister register, Colleagues colleagues, DutyOverview overview)
{
    public async Task HandleAsync(Turn turn, CardData data, CancellationToken cancellationToken)
    {
        if (await register.FindOwnAsync(turn, data, cancellationToken) is not { } system)
            return;
        var item = data.TryGetGuid(DutiesCard.Duty, out var id)
            ? await db.DutyItems.SingleOrDefaultAsync(i => i.Id == id && i.AiSystemId == system.Id, cancellationToken)
            : null;
        if (item is null || !data.TryGetEnum<DutyState>(DutiesCard.State, out var state) || state == DutyState.NoLongerApplies)
        {
            turn.Refuse(RegisterTexts.DutyIncomplete);
            return;
        }

        if (Target(data, out var target) is { } badDate)
        {
            turn.Refuse(badDate);
            return;
        }

        if (Evidence(data, out var evidence) is { } badLink)
        {
            turn.Refuse(badLink);
            return;
        }

        if (await OwnerAsync(turn, item, data, cancellationToken) is not { } owner)
        {
            turn.Refuse(RegisterTexts.DutyIncomplete);
            return;
        }

        (item.State, item.OwnerId) = (state, owner);
        item.OwnTarget = target ?? item.OwnTarget;
        item.Evidence = evidence ?? item.Evidence;
        turn.Record("duty.updated", $"system:{system.Id}", ("duty", item.DutyId), ("state", state.ToString()), ("owner", owner.ToString()));
        turn.Replace(await overview.CardForAsync(turn, system, cancellationToken), system.Name);
    }

    /// <returns>Who sees to it from now on; null when somebody was chosen who cannot.</returns>
    private async Task<PersonId?> OwnerAsync(Turn turn, DutyItem item, CardData data, CancellationToken cancellationToken) =>
        !data.TryGetGuid(DutiesCard.Owner, out var chosen) || chosen == item.OwnerId.Value
            ? item.OwnerId
            : (await colleagues.ChosenAsync(turn, data, DutiesCard.Owner, cancellationToken))?.Id;

    /// <returns>What is wrong; null when it is empty or a date.</returns>
    private static Bilingual? Target(CardData data, out DateOnly? target)
    {
        target = null;
        if (!data.TryGetText(DutiesCard.Target, 10, out var text))
            return null;
        if (!DutiesCard.TryReadDate(text, out var date))
            return RegisterTexts.NoDate;
        target = date;
        return null;
    }

    private static Bilingual? Evidence(CardData data, out string? evidence)
    {
        evidence = null;
        if (!data.TryGetText(DutiesCard.Evidence, DutyItemMapping.EvidenceLength, out var text))
            return null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var link) || link.Scheme is not ("https" or "http"))
            return RegisterTexts.NoLink;
        evidence = text;
        return null;
    }
}
