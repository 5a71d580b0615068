using System.Net.Mail;
using AiActBot.BotFramework.Cards;
using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Conversations;

namespace AiActBot.AiSystems;

/// <summary>The owner of a system adds somebody of its supply chain.</summary>
internal sealed class AddParty(SystemRegister register, Colleagues colleagues)
{
    public async Task HandleAsync(Turn turn, CardData data, CancellationToken cancellationToken)
    {
        if (await register.FindOwnAsync(turn, data, cancellationToken) is not { } system)
            return;
        if (Read(system.Id, data) is not { } party)
        {
            turn.Refuse(RegisterTexts.PartyIncomplete);
            return;
        }

        party.PersonId = (await colleagues.ChosenAsync(turn, data, SystemCard.TeamsContact, cancellationToken))?.Id;
        system.Parties.Add(party);
        turn.Record("party.added", $"system:{system.Id}", ("party", party.Id.ToString()), ("role", party.Role.ToString()));
        turn.Replace(await register.CardForAsync(turn, system, cancellationToken), system.Name);
    }

    private static Party? Read(AiSystemId system, CardData data) =>
        data.TryGetEnum<RecipientRole>(SystemCard.Role, out var role)
        && data.TryGetText(SystemCard.Organisation, PartyMapping.NameLength, out var organisation)
        && data.TryGetText(SystemCard.Contact, PartyMapping.NameLength, out var contact)
        && data.TryGetText(SystemCard.Mail, PartyMapping.MailLength, out var mail)
        && IsMail(mail)
        && data.TryGetEnum<Language>(SystemCard.PartyLanguage, out var language)
            ? new Party
            {
                Id = PartyId.New(),
                AiSystemId = system,
                Role = role,
                Organisation = OneLine(organisation),
                ContactName = OneLine(contact),
                Mail = mail,
                Language = language,
            }
            : null;

    public static bool IsMail(string text) =>
        MailAddress.TryCreate(text, out var address) && address.Address == text && !text.Contains('\n', StringComparison.Ordinal);

    public static string OneLine(string text) => text.Replace('\n', ' ');
}
