using AiActBot.BotFramework.Cards;
using AiActBot.Compliance;
using AiActBot.Conversations;
using AiActBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.AiSystems;

/// <summary>The owner of a system changes a party of its supply chain, or takes it out.</summary>
internal sealed class EditParty(AiActBotDbContext db, SystemRegister register, Colleagues colleagues)
{
    public async Task ChangeAsync(Turn turn, CardData data, CancellationToken cancellationToken)
    {
        if (await FindAsync(turn, data, cancellationToken) is not var (system, party))
            return;
        if (!data.TryGetText(SystemCard.ChangedContact, PartyMapping.NameLength, out var contact)
            || !data.TryGetText(SystemCard.ChangedMail, PartyMapping.MailLength, out var mail) || !AddParty.IsMail(mail)
            || !data.TryGetEnum<Language>(SystemCard.ChangedLanguage, out var language)
            // Said, and not left as it was: another contact is another person in Teams, or none.
            || !data.TryGetText(SystemCard.ChangedTeamsContact, PartyMapping.NameLength, out _))
        {
            turn.Refuse(RegisterTexts.PartyChangeIncomplete);
            return;
        }

        (party.ContactName, party.Mail, party.Language) = (AddParty.OneLine(contact), mail, language);
        party.PersonId = (await colleagues.ChosenAsync(turn, data, SystemCard.ChangedTeamsContact, cancellationToken))?.Id;
        turn.Record("party.changed", $"system:{system.Id}", ("party", party.Id.ToString()));
        turn.Replace(await register.CardForAsync(turn, system, cancellationToken), system.Name);
    }

    public async Task RemoveAsync(Turn turn, CardData data, CancellationToken cancellationToken)
    {
        if (await FindAsync(turn, data, cancellationToken) is not var (system, party))
            return;
        // Who was told of something, or is to be by a named person, stays in the records of the case.
        if (await db.Notifications.AnyAsync(notice => notice.PartyId == party.Id, cancellationToken)
            || await db.Filings.AnyAsync(filing => filing.PartyId == party.Id, cancellationToken))
        {
            turn.Refuse(RegisterTexts.PartyWasTold);
            return;
        }

        system.Parties.Remove(party);
        db.Parties.Remove(party);
        turn.Record("party.removed", $"system:{system.Id}", ("party", party.Id.ToString()), ("role", party.Role.ToString()));
        turn.Replace(await register.CardForAsync(turn, system, cancellationToken), system.Name);
    }

    private async Task<(AiSystem System, Party Party)?> FindAsync(Turn turn, CardData data, CancellationToken cancellationToken)
    {
        if (await register.FindOwnAsync(turn, data, cancellationToken) is not { } system)
            return null;
        if (data.TryGetGuid(SystemCard.Party, out var id) && system.Parties.SingleOrDefault(p => p.Id == new PartyId(id)) is { } party)
            return (system, party);
        turn.Refuse(RegisterTexts.PartyGone);
        return null;
    }
}
