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

        if (item.State == DutyState.NoLongerApplies)
        {
            turn.Refuse(RegisterTexts.DutyGone);
            return;
        }

        if (Target(item, data, out var target) is { } badDate)
        {
            turn.Refuse(badDate);
            return;
        }

        if (Evidence(item, data, out var evidence) is { } badLink)
        {
            turn.Refuse(badLink);
            return;
        }

        if (await OwnerAsync(turn, item, data, cancellationToken) is not { } owner)
        {
            turn.Refuse(RegisterTexts.DutyIncomplete);
            return;
        }

        (item.State, item.OwnerId, item.OwnTarget, item.Evidence) = (state, owner, target, evidence);
        turn.Record("duty.updated", $"system:{system.Id}", ("duty", item.DutyId), ("state", state.ToString()), ("owner", owner.ToString()));
        turn.Replace(await overview.CardForAsync(turn, system, cancellationToken), system.Name);
    }

    /// <returns>Who sees to it from now on; null when somebody was chosen who cannot.</returns>
    private async Task<PersonId?> OwnerAsync(Turn turn, DutyItem item, CardData data, CancellationToken cancellationToken) =>
        !data.TryGetGuid(DutiesCard.Owner, out var chosen) || chosen == item.OwnerId.Value
            ? item.OwnerId
            : (await colleagues.ChosenAsync(turn, data, DutiesCard.Owner, cancellationToken))?.Id;

    /// <param name="target">As it will be: as it was where nothing is written.</param>
    /// <returns>What is wrong; null when nothing is.</returns>
    private static Bilingual? Target(DutyItem item, CardData data, out DateOnly? target)
    {
        target = item.OwnTarget;
        switch (Written(data, DutiesCard.Target))
        {
            case "":
                return null;
            case DutiesCard.Cleared:
                target = null;
                return null;
            case var text when DutiesCard.TryReadDate(text, out var date):
                target = date;
                return null;
            default:
                return RegisterTexts.NoDate;
        }
    }

    private static Bilingual? Evidence(DutyItem item, CardData data, out string evidence)
    {
        evidence = item.Evidence;
        var text = Written(data, DutiesCard.Evidence);
        if (text.Length == 0)
            return null;
        if (text != DutiesCard.Cleared
            && (text.Length > DutyItemMapping.EvidenceLength || !Uri.TryCreate(text, UriKind.Absolute, out var link) || link.Scheme is not ("https" or "http")))
        {
            return RegisterTexts.NoLink;
        }

        evidence = text == DutiesCard.Cleared ? "" : text;
        return null;
    }

    private static string Written(CardData data, string input) => data.TryGetString(input, out var text) ? WrittenText.Clean(text) : "";
}
