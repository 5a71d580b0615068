using AiActBot.AiSystems;
using AiActBot.Compliance;
using AiActBot.Notifications;

namespace AiActBot.CorrectiveActions;

/// <summary>Who is told, a line each.</summary>
internal static class RecipientLines
{
    /// <summary>Those that somebody has to do something about come first: not delivered, then not acknowledged.</summary>
    public static IEnumerable<Notification> MostUrgentFirst(IEnumerable<Notification> notices) => notices
        .OrderBy(notice => notice.AcknowledgedAt is not null)
        .ThenByDescending(notice => notice.State == NotificationState.DeadLetter);

    public static string Planned(PlannedNotice notice, Language language)
    {
        var provisions = string.Join(", ", notice.Duties.Select(duty => duty.Provision).Distinct().Select(provision => provision.Cite(language)));
        var how = notice switch
        {
            { IsFiling: true } => new Bilingual("(een aangewezen persoon dient dit in)", "(a named person files this)"),
            { Route: NotificationRoute.Teams } => new Bilingual("(in Teams)", "(in Teams)"),
            _ => new Bilingual($"(per mail aan {notice.Party?.Mail})", $"(by mail to {notice.Party?.Mail})"),
        };
        return notice.Party is null
            ? $"{notice.NameIn(language)}, {provisions} {how.In(language)}"
            : $"{notice.NameIn(language)}, {PartyWords.Of(notice.Recipient).In(language)}, {provisions} {how.In(language)}";
    }
}
