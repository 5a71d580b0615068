using AiActBot.AiSystems;
using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Conversations;
using AiActBot.Hosting;

namespace AiActBot.CorrectiveActions;

/// <summary>A duty as it is read.</summary>
/// <param name="Lead">Whom to tell, and the provision.</param>
/// <param name="Clock">How fast, since when, until when, and whether it applies yet.</param>
internal sealed record DutyInWords(string Lead, string Text, string Clock);

/// <summary>Duties and clocks of a case in words: whom, by what provision, why, how fast, since when, until when, and whether it applies yet.</summary>
internal sealed class DutyWords(CaseFile file, Person reader, OrganisationClock clock, DateTimeOffset now)
{
    private readonly Language language = reader.Language;

    /// <summary>Deadlines with a number in the law, soonest first: what nobody should have to open a list for.</summary>
    public IEnumerable<string> Deadlines() => Clocks().Where(running => running.Deadline is not null || running.Duty.Clock is Clock.CalendarDays)
        .OrderBy(running => running.Deadline?.EndsAt ?? DateTimeOffset.MinValue)
        .Select(running => $"{Capital(PartyWords.Of(running.Duty.Recipient))} ({running.Duty.Provision.Cite(language)}): " + Until(running));

    /// <summary>Whom to tell, each with everything that is known of the clock.</summary>
    public IEnumerable<DutyInWords> ToInform() => Clocks().Select(running => new DutyInWords(
        $"{Capital(PartyWords.Of(running.Duty.Recipient))}, {running.Duty.Provision.Cite(language)}{Obligation(running.Duty)}",
        running.Duty.Reason.In(language),
        string.Join(" ",
            In($"Termijn: {Until(running)}", $"Period: {Until(running)}"),
            Started(running),
            In($"Stopt met {running.StoppedBy.Nl}.", $"Stops with {running.StoppedBy.En}."),
            Applies(running.Duty.Provision))));

    public IEnumerable<DutyInWords> ToDo() => DutiesToAct.For(file.Duties.Facts).Select(duty => new DutyInWords(
        CardParts.Capital(duty.Provision.Cite(language)),
        $"{duty.What.In(language)} {duty.Because.In(language)}",
        string.Join(" ", In($"Termijn: {duty.Clock.In(language)}.", $"Period: {duty.Clock.In(language)}."), Applies(duty.Provision))));

    public IEnumerable<string> ToKeep() => StandingDuties.For(file.Duties.Facts).Select(duty => duty.KeepFor is { } period
        ? $"{duty.Provision.Cite(language)}: {duty.What.In(language)} ({period.In(language)})"
        : $"{duty.Provision.Cite(language)}: {duty.What.In(language)}");

    public IEnumerable<string> ToExpect() => WhatAuthoritiesDo.For(file.Duties.Facts).Select(step => $"{step.Provision.Cite(language)}: {step.What.In(language)}");

    public IEnumerable<RunningClock> Clocks()
    {
        var starts = new ClockStarts(file.Case.ReportedAt, file.Case.AwareAt, file.Case.AuthorityDecidedAt);
        return file.Duties.ToInform.Select(duty => RunningClock.For(duty, starts, clock.Holidays, clock.Zone));
    }

    private string Until(RunningClock running) => running switch
    {
        { Deadline: { } deadline } when deadline.CautiousLastDay < deadline.LastDay => In(
            $"{running.Duty.Clock.In(language)}: tot en met {Day(deadline.LastDay)}; houd {Day(deadline.CautiousLastDay)} aan, want of de verlenging om weekend en feestdagen hier geldt is niet bevestigd.{Late(deadline)}",
            $"{running.Duty.Clock.In(language)}: up to and including {Day(deadline.LastDay)}; work by {Day(deadline.CautiousLastDay)}, because it is not confirmed that the extension for weekends and holidays holds here.{Late(deadline)}"),
        { Deadline: { } deadline } => In(
            $"{running.Duty.Clock.In(language)}: tot en met {Day(deadline.LastDay)}, dat is tot {clock.Show(deadline.EndsAt, reader)} bij jou.{Late(deadline)}",
            $"{running.Duty.Clock.In(language)}: up to and including {Day(deadline.LastDay)}, which is until {clock.Show(deadline.EndsAt, reader)} where you are.{Late(deadline)}"),
        { StartedAt: null, Duty.Clock: Clock.CalendarDays or Clock.WorkingDays or Clock.PeriodSetByAuthority { AtMost: not null } } => In(
            $"{running.Duty.Clock.In(language)}. Het is nog niet bekend wanneer dit begon: vul het aan.",
            $"{running.Duty.Clock.In(language)}. It is not known yet when this started: add it."),
        _ => $"{running.Duty.Clock.In(language)}.",
    };

    private string Late(Deadline deadline) => now >= deadline.EndsAt ? In(" Deze termijn is voorbij.", " This period is over.") : "";

    private string Started(RunningClock running) => running.StartedAt is { } start
        ? In($"Loopt sinds {clock.Show(start, reader)} ({running.StartedBy.Nl}).", $"Running since {clock.Show(start, reader)} ({running.StartedBy.En}).")
        : In($"Begint met {running.StartedBy.Nl}.", $"Starts with {running.StartedBy.En}.");

    private string Obligation(DutyToInform duty) => duty.Mandatory ? "" : In(" (niet in ieder geval verplicht)", " (not mandatory in every case)");

    private string Applies(ArticleReference provision) => DutyDates.On(clock.DayOf(now), provision, file.Ground.Basis, file.Ground.Market) switch
    {
        (DutyApplies.Now, _) => In("Geldt nu.", "Applies now."),
        (DutyApplies.Later, var date) => In(
            $"Geldt vanaf {Day(date.From)}{Other(date)}; tot dan verplicht de AI-verordening er nog niet toe.{Condition(date)}",
            $"Applies from {Day(date.From)}{Other(date)}; until then the AI Act does not require it yet.{Condition(date)}"),
        (DutyApplies.OnCondition, var date) => In($"Geldt vanaf {Day(date.From)}, onder een voorwaarde.", $"Applies from {Day(date.From)}, on a condition.") + Condition(date),
        (_, var date) => In($"Open vraag, sinds {Day(date.From)}{Other(date)}: ", $"Open question, since {Day(date.From)}{Other(date)}: ") + date.OpenQuestion?.In(language),
    };

    private string Condition(ApplicationDate date) => date.Condition is { } condition ? $" {condition.In(language)}" : "";

    private string Other(ApplicationDate date) => date.AlternativeFrom is { } other ? In($" of {Day(other)}", $" or {Day(other)}") : "";

    private string Day(DateOnly day) => OrganisationClock.Show(day, language);

    private string Capital(Bilingual text) => CardParts.Capital(text.In(language));

    private string In(string nl, string en) => language == Language.Dutch ? nl : en;
}
