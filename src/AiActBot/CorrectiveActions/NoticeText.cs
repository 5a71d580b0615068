using System.Globalization;
using AiActBot.AiSystems;
using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Hosting;

namespace AiActBot.CorrectiveActions;

/// <summary>The words of a notice for one recipient: what the law asks to be told, in the recipient's language, filled from the case.</summary>
internal sealed class NoticeText(CorrectiveActionCase @case, AiSystem system, CaseDuties duties, string organisation, Language language)
{
    public static string Subject(CorrectiveActionCase @case, AiSystem system, IReadOnlyList<DutyToInform> because, Language language)
    {
        var subject = because.Any(duty => duty.IsAboutAnIncident)
            ? new Bilingual($"Melding ernstig incident {@case.Number}: {system.Name}", $"Serious incident report {@case.Number}: {system.Name}")
            : new Bilingual($"Corrigerende maatregel {@case.Number}: {system.Name}", $"Corrective action {@case.Number}: {system.Name}");
        return subject.In(language);
    }

    public string Body(RecipientRole recipient, Party? party, IReadOnlyList<DutyToInform> because) => string.Join("\n\n", Paragraphs(recipient, party, because));

    private IEnumerable<string> Paragraphs(RecipientRole recipient, Party? party, IReadOnlyList<DutyToInform> because)
    {
        yield return party is null
            ? In("Geachte heer, mevrouw,", "Dear Sir or Madam,")
            : In($"Geachte {party.ContactName},", $"Dear {party.ContactName},");
        foreach (var opening in because.Select(duty => NoticeOpenings.For(duty, organisation, system.Name, @case)).Distinct())
            yield return opening.In(language);
        yield return In($"Wat er aan de hand is: {@case.Facts}", $"What is the matter: {@case.Facts}");
        if (CircumstanceWords.Of(@case) is { } incident)
        {
            yield return In($"Ernstig incident (artikel 3, punt 49): {incident.Nl}.", $"Serious incident (Article 3(49)): {incident.En}.")
                + (@case.AwareAt is { } aware ? In($" Kennis genomen op {Moment(aware)} (UTC).", $" Aware since {Moment(aware)} (UTC).") : "");
        }

        yield return In(
            $"Wat wij doen: {CaseWords.Of(@case.Kind).Nl}. {@case.ProposedAction}",
            $"What we are doing: {CaseWords.Of(@case.Kind).En}. {@case.ProposedAction}");
        if (@case.PresentsRisk)
        {
            yield return In(
                "Het systeem kan een risico vormen in de zin van artikel 79, lid 1.",
                "The system may present a risk within the meaning of Article 79(1).");
        }

        yield return Why(recipient, because);
        yield return In($"Kenmerk: {@case.Number}", $"Reference: {@case.Number}");
    }

    private string Why(RecipientRole recipient, IReadOnlyList<DutyToInform> because)
    {
        var role = PartyWords.Of(recipient);
        var provisions = string.Join(", ", because.Select(duty => duty.Provision).Distinct().Select(provision => provision.Cite(language)));
        var ours = new Bilingual(
            string.Join(" en ", duties.Facts.Roles.Order().Select(own => RiskWords.Of(own).Nl)),
            string.Join(" and ", duties.Facts.Roles.Order().Select(own => RiskWords.Of(own).En)));
        return Recipients.IsAuthority(recipient)
            ? In(
                $"{organisation} doet deze melding als {ours.Nl} van het systeem, op grond van {provisions} van Verordening (EU) 2024/1689. Op verzoek geven wij nadere informatie.",
                $"{organisation} makes this notification as {ours.En} of the system, under {provisions} of Regulation (EU) 2024/1689. We provide further information on request.")
            : In(
                $"U ontvangt dit bericht als {role.Nl} van dit systeem ({provisions}). Wilt u bevestigen dat u het ontvangen hebt?",
                $"You receive this message as {role.En} of this system ({provisions}). Please confirm that you have received it.");
    }

    private string In(string nl, string en) => language == Language.Dutch ? nl : en;

    private string Moment(DateTimeOffset moment) =>
        $"{OrganisationClock.Show(DateOnly.FromDateTime(moment.UtcDateTime), language)}, {moment.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture)}";
}
