using System.Security.Cryptography;
using System.Text;
using AiActBot.AiSystems;
using AiActBot.Compliance;
using AiActBot.Hosting;
using AiActBot.Notifications;
using Microsoft.Extensions.Options;

namespace AiActBot.CorrectiveActions;

/// <summary>A notice as it will go out when the case is approved.</summary>
internal sealed record PlannedNotice(Party Party, NotificationRoute Route, string Subject, string Text);

/// <summary>Who is to be told under Article 20(1), and in which words: what the approver sees is what is sent.</summary>
internal sealed class NoticePlan(IOptions<OrganisationOptions> organisation)
{
    public IReadOnlyList<PlannedNotice> For(CorrectiveActionCase @case, AiSystem system) =>
    [
        .. system.Parties.Where(party => PartyWords.IsToldUnderArticle20(party.Role)).OrderBy(party => party.Id.Value)
            .Select(party => new PlannedNotice(
                party,
                party.PersonId is null ? NotificationRoute.Mail : NotificationRoute.Teams,
                NoticeText.Subject(@case, system, party.Language),
                NoticeText.Body(@case, system, party, organisation.Value.Name, party.Language))),
    ];

    /// <summary>Fingerprint of recipients, routes and words, in lower-case hex.</summary>
    public static string Hash(IEnumerable<PlannedNotice> notices)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var notice in notices)
        {
            foreach (var part in new[]
            {
                notice.Party.Id.ToString(), notice.Party.Mail, notice.Party.PersonId?.ToString() ?? "", notice.Route.ToString(), notice.Subject, notice.Text,
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

    public static Notification ToNotification(PlannedNotice notice, CaseId caseId, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Purpose = NotificationPurpose.Notice,
        Route = notice.Route,
        CaseId = caseId,
        PartyId = notice.Party.Id,
        PersonId = notice.Party.PersonId,
        MailAddress = notice.Party.Mail,
        Language = notice.Party.Language,
        Subject = notice.Subject,
        Text = notice.Text,
        DueAt = now,
        CreatedAt = now,
    };
}
