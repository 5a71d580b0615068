using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Conversations;

namespace AiActBot.Tests.Drivers;

/// <summary>How people triage a system and fill its register entry, in either language.</summary>
internal static class RegisterTalk
{
    /// <summary>The shortest way to an outcome: software that follows fixed rules.</summary>
    public static readonly IReadOnlyDictionary<string, string> FixedRules = new Dictionary<string, string> { ["subject"] = "system", ["technique"] = "fixed-rules" };

    /// <summary>A provider of software that ranks applicants.</summary>
    public static readonly IReadOnlyDictionary<string, string> RanksApplicants = new Dictionary<string, string>
    {
        ["subject"] = "system",
        ["technique"] = "infers",
        ["union-link"] = "market,established",
        ["special-purpose"] = "none",
        ["open-source"] = "no",
        ["practices"] = "none",
        ["product-law"] = "no",
        ["areas"] = "employment",
        ["contact"] = "none",
        ["activities"] = "supplies",
        ["outside-union"] = "no",
        ["employment-use"] = "recruitment",
        ["profiling"] = "yes",
        ["on-market"] = "later",
        ["size"] = "larger",
    };

    /// <summary>Starts an interview; the answer is its first question.</summary>
    public static async Task<InvokeAnswer> BeginsTriageAsync(this Person person, string system, string description = "")
    {
        await person.WritesAsync("triage");
        var start = await person.SeesAsync(card => card.Offers(Verbs.BeginTriage));
        return await person.PressesVerbAsync(start, Verbs.BeginTriage, ("name", system), ("description", description));
    }

    /// <summary>The question on a card, or null when it is the outcome.</summary>
    public static string? Question(this Card card) => card.Offers(Verbs.AnswerTriage) ? card.Data(Verbs.AnswerTriage, "question") : null;

    public static async Task<InvokeAnswer> AnswersAsync(this Person person, Card card, string answer) =>
        await person.PressesVerbAsync(card, Verbs.AnswerTriage, ("answer", answer));

    /// <summary>Answers until there is nothing left to ask; what is not among the answers is not known.</summary>
    public static async Task<Card> AnswersAllAsync(this Person person, Card card, IReadOnlyDictionary<string, string> answers)
    {
        while (card.Question() is { } question)
            card = (await person.AnswersAsync(card, answers.GetValueOrDefault(question, "?"))).Card;
        return card;
    }

    /// <summary>Triages and saves; the answer is the card of the system in the register.</summary>
    public static async Task<InvokeAnswer> RegistersAsync(this Person person, string system, IReadOnlyDictionary<string, string>? answers = null, string description = "")
    {
        var first = (await person.BeginsTriageAsync(system, description)).Card;
        var outcome = await person.AnswersAllAsync(first, answers ?? FixedRules);
        return await person.PressesVerbAsync(outcome, Verbs.SaveTriage);
    }

    public static Task<InvokeAnswer> AddsAsync(
        this Person owner, Card system, RecipientRole role, string organisation, string contact, string mail, Language language, Person? inTeams = null) =>
        owner.PressesVerbAsync(system, Verbs.AddParty,
            ("role", role.ToString()), ("organisation", organisation), ("contact", contact), ("mail", mail), ("language", language.ToString()),
            ("teamsContact", inTeams is null ? "-" : system.Choice("teamsContact", inTeams.Name)));

    /// <param name="party">As it stands in the choice.</param>
    public static Task<InvokeAnswer> ChangesPartyAsync(this Person owner, Card system, string party, string contact, string mail, Person? inTeams = null) =>
        owner.PressesVerbAsync(system, Verbs.ChangeParty,
            ("party", system.Choice("party", party)), ("changedContact", contact), ("changedMail", mail), ("changedLanguage", nameof(Language.English)),
            ("changedTeamsContact", inTeams is null ? "-" : system.Choice("changedTeamsContact", inTeams.Name)));

    /// <summary>Records something about the first duty on the card.</summary>
    public static Task<InvokeAnswer> UpdatesADutyAsync(this Person owner, Card duties, string state, string evidence = "", string target = "", string seesToIt = "-") =>
        owner.PressesVerbAsync(duties, Verbs.UpdateDuty,
            ("duty", duties.FirstChoice("duty")), ("state", state), ("owner", seesToIt), ("target", target), ("evidence", evidence));
}
