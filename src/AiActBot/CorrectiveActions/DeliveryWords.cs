using AiActBot.AiSystems;
using AiActBot.Compliance;
using AiActBot.Hosting;
using AiActBot.Notifications;

namespace AiActBot.CorrectiveActions;

/// <summary>How far a notice is, in a line that needs no colour.</summary>
internal static class DeliveryWords
{
    public static string Describe(Notification notice, Party? party, OrganisationClock clock, Conversations.Person reader)
    {
        var language = reader.Language;
        var who = party is null ? "?" : $"{party.Organisation} ({PartyWords.Of(party.Role).In(language)})";
        return State(notice, clock, reader) is var (mark, state) ? $"{mark} {who}: {state}" : who;
    }

    private static (string Mark, string State) State(Notification notice, OrganisationClock clock, Conversations.Person reader)
    {
        var route = notice.Route == NotificationRoute.Teams ? "Teams" : "mail";
        (string Mark, Bilingual Text) found = notice switch
        {
            { AcknowledgedAt: { } at } => ("✓", new($"bevestigd op {clock.Show(at, reader)}", $"acknowledged on {clock.Show(at, reader)}")),
            { State: NotificationState.Sent, SentAt: { } sent } => ("→", new($"verstuurd ({route}) op {clock.Show(sent, reader)}, nog niet bevestigd", $"sent ({route}) on {clock.Show(sent, reader)}, not acknowledged yet")),
            { State: NotificationState.DeadLetter } => ("✗", new($"niet afgeleverd ({route}) na {notice.Attempts} pogingen: neem zelf contact op", $"not delivered ({route}) after {notice.Attempts} attempts: get in touch yourself")),
            _ => ("…", new($"wordt verstuurd ({route})", $"being sent ({route})")),
        };
        return (found.Mark, found.Text.In(reader.Language));
    }
}
