namespace AiActBot.Compliance.CorrectiveActions;

/// <summary>The moments of a case that start the clocks of the law; null where it is not known yet.</summary>
/// <param name="Reported">When the organisation came to have reason to consider that something is wrong.</param>
/// <param name="Aware">When the provider or the deployer became aware of the serious incident (Article 73).</param>
/// <param name="Decided">When the authority gave its decision or made its request (Articles 79 to 83).</param>
public sealed record ClockStarts(DateTimeOffset Reported, DateTimeOffset? Aware = null, DateTimeOffset? Decided = null);

/// <summary>A duty's clock as it runs in one case: what started it, what stops it, and when it ends where the law has a number.</summary>
/// <param name="StartedAt">Null while the moment that starts it is not known: somebody has to find out.</param>
/// <param name="Deadline">Null where the law names no number, or the start is not known.</param>
public sealed record RunningClock(DutyToInform Duty, DateTimeOffset? StartedAt, Bilingual StartedBy, Bilingual StoppedBy, Deadline? Deadline)
{
    private static readonly Bilingual AwarenessStarts = new(
        "het moment waarop aanbieder of gebruiksverantwoordelijke van het incident wist", "the moment the provider or deployer became aware of the incident");

    private static readonly Bilingual DecisionStarts = new("het besluit of verzoek van de autoriteit", "the decision or request of the authority");
    private static readonly Bilingual ReasonStarts = new("de melding: sindsdien is er reden om aan te nemen dat er iets mis is", "the report: since then there is reason to consider that something is wrong");
    private static readonly Bilingual FilingStops = new("de indiening bij de autoriteit, met een kenmerk", "the filing with the authority, with a reference");
    private static readonly Bilingual TellingStops = new("de verzending van het bericht", "the sending of the notice");

    /// <param name="holidays">The holidays of the place where the authority or the organisation is.</param>
    /// <param name="timeZone">The zone of that place; who reads it may be in another.</param>
    public static RunningClock For(DutyToInform duty, ClockStarts starts, PublicHolidays holidays, TimeZoneInfo timeZone)
    {
        var (startedAt, startedBy) = duty.Clock switch
        {
            Clock.CalendarDays => (starts.Aware, AwarenessStarts),
            _ when duty.IsAboutAnIncident && starts.Aware is { } aware => (aware, AwarenessStarts),
            Clock.WorkingDays or Clock.PeriodSetByAuthority => (starts.Decided, DecisionStarts),
            _ => (starts.Reported, ReasonStarts),
        };
        return new RunningClock(
            duty, startedAt, startedBy, Recipients.IsAuthority(duty.Recipient) ? FilingStops : TellingStops,
            startedAt is { } start ? Clocks.Deadline(duty.Clock, start, holidays, timeZone) : null);
    }
}
