using System.Globalization;
using AiActBot.BotFramework.Cards;
using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Conversations;
using AiActBot.Hosting;

namespace AiActBot.CorrectiveActions;

/// <summary>The questions about the facts of a case: on the report, and again at intake. What comes back is read here too.</summary>
internal static class CaseForm
{
    public const string Risk = "risk";
    public const string Incident = "incident";
    public const string AwareDate = "awareDate";
    public const string AwareTime = "awareTime";
    public const string Circumstances = "circumstances";
    public const string Finding = "finding";
    public const string DecidedDate = "decidedDate";

    /// <summary>What everybody can be asked: risk, incident, and since when it is known.</summary>
    public static IEnumerable<CardElement> Facts(CorrectiveActionCase? @case, Person reader, OrganisationClock clock)
    {
        string In(string nl, string en) => new Bilingual(nl, en).In(reader.Language);
        yield return new ToggleInput(Risk, In(
            "Er kan een risico zijn voor gezondheid, veiligheid of grondrechten (artikel 79, lid 1)",
            "There may be a risk to health, safety or fundamental rights (Article 79(1))")) { IsOn = @case?.PresentsRisk ?? false };
        yield return Several(Incident, In("Is er een ernstig incident? Kies wat er gebeurde (artikel 3, punt 49).", "Is there a serious incident? Choose what happened (Article 3(49))."),
            CircumstanceWords.Incidents.Select(kind => (kind.ToString(), CardParts.Capital(CircumstanceWords.Of(kind).In(reader.Language)))), @case?.Incident.ToString());
        var aware = @case?.AwareAt is { } at ? TimeZoneInfo.ConvertTime(at, clock.ZoneOf(reader)) : (DateTimeOffset?)null;
        yield return new DateInput(AwareDate)
        {
            Label = In("Sinds welke dag weet iemand van de organisatie of van een gebruiksverantwoordelijke van het incident?", "Since which day does anybody of the organisation or of a deployer know of the incident?"),
            Value = aware is { } day ? DateOnly.FromDateTime(day.DateTime) : null,
        };
        yield return new TextInput(AwareTime)
        {
            Label = In("Hoe laat (bijvoorbeeld 14:30, jouw tijd)?", "At what time (such as 14:30, your time)?"),
            MaxLength = 5,
            Value = aware?.ToString("HH:mm", CultureInfo.InvariantCulture),
        };
    }

    /// <summary>What the compliance team is asked beside it.</summary>
    public static IEnumerable<CardElement> Law(CorrectiveActionCase @case, Person reader, OrganisationClock clock)
    {
        string In(string nl, string en) => new Bilingual(nl, en).In(reader.Language);
        yield return Several(Circumstances, In("Wat geldt hier nog meer?", "What else holds here?"),
            CircumstanceWords.All.Select(one => (one.ToString(), CircumstanceWords.Of(one).In(reader.Language))), @case.Circumstances.ToString());
        yield return new ChoiceSetInput(Finding, [.. Enum.GetValues<AuthorityFinding>().Select(finding => new Choice(CircumstanceWords.Of(finding).In(reader.Language), finding.ToString()))])
        {
            Label = In("Heeft een autoriteit iets vastgesteld?", "Has an authority found anything?"),
            Value = @case.Finding.ToString(),
            Style = ChoiceStyle.Compact,
        };
        yield return new DateInput(DecidedDate)
        {
            Label = In("Dag van het besluit of verzoek van de autoriteit", "Day of the authority's decision or request"),
            Value = @case.AuthorityDecidedAt is { } at ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, clock.ZoneOf(reader)).DateTime) : null,
        };
    }

    /// <returns>What was filled in, or null when a moment is not one, or lies ahead.</returns>
    public static CaseAnswers? Read(CardData data, Person reader, OrganisationClock clock, DateTimeOffset now)
    {
        if (!TryReadMoment(data, AwareDate, AwareTime, clock.ZoneOf(reader), now, out var aware)
            || !TryReadMoment(data, DecidedDate, "", clock.ZoneOf(reader), now, out var decided))
        {
            return null;
        }

        return new CaseAnswers(
            data.TryGetBoolean(Risk, out var risk) && risk, Flags<IncidentKinds>(data, Incident), aware,
            Flags<CaseCircumstances>(data, Circumstances), data.TryGetEnum<AuthorityFinding>(Finding, out var finding) ? finding : AuthorityFinding.None, decided);
    }

    /// <summary>A day that nothing says the time of counts from its beginning: an earlier end is never too late.</summary>
    private static bool TryReadMoment(CardData data, string day, string time, TimeZoneInfo zone, DateTimeOffset now, out DateTimeOffset? moment)
    {
        moment = null;
        if (!data.TryGetString(day, out var written) || written.Length == 0)
            return true;
        var clock = TimeOnly.MinValue;
        if (!DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            || (data.TryGetString(time, out var hour) && hour.Trim().Length > 0
                && !TimeOnly.TryParseExact(hour.Trim(), ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out clock)))
        {
            return false;
        }

        var local = date.ToDateTime(clock);
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(15);
        moment = new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
        return moment <= now;
    }

    /// <summary>The names that exist among those that came back, with commas between.</summary>
    private static T Flags<T>(CardData data, string name)
        where T : struct, Enum
    {
        if (!data.TryGetString(name, out var text))
            return default;
        var known = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(one => Enum.GetNames<T>().Contains(one));
        return Enum.TryParse<T>(string.Join(',', known), out var flags) ? flags : default;
    }

    private static ChoiceSetInput Several(string id, string label, IEnumerable<(string Value, string Title)> choices, string? selected) =>
        new(id, [.. choices.Select(choice => new Choice(choice.Title, choice.Value))])
        {
            Label = label,
            IsMultiSelect = true,
            Value = selected is null or "None" ? null : selected.Replace(" ", "", StringComparison.Ordinal),
            Style = ChoiceStyle.Expanded,
        };
}

/// <summary>The facts of a case as a person filled them in.</summary>
internal sealed record CaseAnswers(
    bool PresentsRisk, IncidentKinds Incident, DateTimeOffset? AwareAt, CaseCircumstances Circumstances, AuthorityFinding Finding, DateTimeOffset? DecidedAt)
{
    public void ApplyTo(CorrectiveActionCase @case)
    {
        @case.PresentsRisk = PresentsRisk;
        @case.Incident = Incident;
        @case.AwareAt = Incident == IncidentKinds.None ? null : AwareAt;
        @case.Circumstances = Circumstances;
        @case.Finding = Finding;
        @case.AuthorityDecidedAt = DecidedAt;
    }
}
