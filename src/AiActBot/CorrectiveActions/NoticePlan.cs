using System.Security.Cryptography;
using System.Text;
using AiActBot.AiSystems;
using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Hosting;
using AiActBot.Notifications;
using Microsoft.Extensions.Options;

namespace AiActBot.CorrectiveActions;

/// <summary>A notice as it will go out when the case is approved.</summary>
/// <param name="Id">The same for the same case, role and party, whatever else changes.</param>
/// <param name="Party">Null for an authority that is not in the register: it is filed with all the same.</param>
/// <param name="Duties">Why this recipient is told, each with its provision.</param>
internal sealed record PlannedNotice(
    Guid Id, RecipientRole Recipient, Party? Party, IReadOnlyList<DutyToInform> Duties, NotificationRoute Route, Language Language, string Subject, string Text)
{
    /// <summary>A named person files it; no machine sends it.</summary>
    public bool IsFiling => Recipients.IsAuthority(Recipient);

    /// <summary>How it is called in a list.</summary>
    public string NameIn(Language language) => Party?.Organisation ?? Conversations.CardParts.Capital(PartyWords.Of(Recipient).In(language));
}

/// <summary>Who is to be told, by which provisions, and in which words: what the approver sees is what is sent.</summary>
internal sealed class NoticePlan(IOptions<OrganisationOptions> organisation)
{
    public IReadOnlyList<PlannedNotice> For(CaseFile file) => For(file.Case, file.System, file.Duties, file.Wordings);

    public IReadOnlyList<PlannedNotice> For(CorrectiveActionCase @case, AiSystem system, CaseDuties duties, IReadOnlyList<NoticeWording> wordings)
    {
        return
        [
            .. duties.Told.GroupBy(duty => duty.Recipient).SelectMany(told => PartiesOf(system, told.Key).Select(party => (party, told)))
                .Select(one => Plan(@case, system, duties, one.told.Key, one.party, [.. one.told], wordings))
                // Otherwise in the order of the duties: a deployer informs the provider first (26(5)).
                .OrderBy(notice => notice.IsFiling),
        ];
    }

    /// <summary>Fingerprint of recipients, routes and words, in lower-case hex.</summary>
    public static string Hash(IEnumerable<PlannedNotice> notices)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var notice in notices)
        {
            foreach (var part in new[]
            {
                notice.Recipient.ToString(), notice.Party?.Id.ToString() ?? "", notice.Party?.Mail ?? "", notice.Party?.PersonId?.ToString() ?? "",
                notice.Route.ToString(), notice.Subject, notice.Text,
            })
            {
                // The length goes first, so that no text can pass for the end of one part and the start of another.
                var bytes = Encoding.UTF8.GetBytes(part);
                hash.AppendData(BitConverter.GetBytes(bytes.Length));
                hash.AppendData(bytes);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public static Notification ToNotification(PlannedNotice notice, Guid id, CaseId caseId, DateTimeOffset now) => new()
    {
        Id = id,
        Purpose = NotificationPurpose.Notice,
        Route = notice.Route,
        CaseId = caseId,
        PartyId = notice.Party!.Id,
        RecipientRole = notice.Recipient,
        Provisions = ProvisionsOf(notice),
        PersonId = notice.Party.PersonId,
        MailAddress = notice.Party.Mail,
        Language = notice.Language,
        Subject = notice.Subject,
        Text = notice.Text,
        DueAt = now,
        CreatedAt = now,
    };

    /// <param name="dueBy">The first end of a period that the law sets for it.</param>
    public static Filing ToFiling(PlannedNotice notice, Guid id, CaseId caseId, PersonId filer, DateTimeOffset? dueBy, DateTimeOffset now) => new()
    {
        Id = id,
        CaseId = caseId,
        Authority = notice.Recipient,
        PartyId = notice.Party?.Id,
        Provisions = ProvisionsOf(notice),
        Language = notice.Language,
        Subject = notice.Subject,
        Text = notice.Text,
        FilerId = filer,
        PreparedAt = now,
        DueBy = dueBy,
    };

    private static string ProvisionsOf(PlannedNotice notice) => string.Join(',', notice.Duties.Select(duty => duty.Provision.ToString()).Distinct());

    /// <summary>Who has that role in the register; an authority also where nobody entered it, for the law names it.</summary>
    private static List<Party?> PartiesOf(AiSystem system, RecipientRole role)
    {
        var parties = system.Parties.Where(party => party.Role == role).OrderBy(party => party.Id.Value).Cast<Party?>().ToList();
        return parties.Count == 0 && Recipients.IsAuthority(role) ? [null] : parties;
    }

    private PlannedNotice Plan(
        CorrectiveActionCase @case, AiSystem system, CaseDuties duties, RecipientRole recipient, Party? party, IReadOnlyList<DutyToInform> because,
        IReadOnlyList<NoticeWording> wordings)
    {
        var id = IdOf(@case.Id, recipient, party);
        var language = party?.Language ?? organisation.Value.DefaultLanguage;
        var own = wordings.FirstOrDefault(wording => wording.NoticeId == id);
        return new PlannedNotice(
            id, recipient, party, because,
            party?.PersonId is null ? NotificationRoute.Mail : NotificationRoute.Teams, language,
            own?.Subject ?? NoticeText.Subject(@case, system, because, language),
            own is not null ? NoticeGreeting.WithName(own.Text, party) : new NoticeText(@case, system, duties, organisation.Value.Name, language).Body(recipient, party, because));
    }

    private static Guid IdOf(CaseId caseId, RecipientRole recipient, Party? party) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{caseId}/{recipient}/{party?.Id}")).AsSpan(0, 16));
}
