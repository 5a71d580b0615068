using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Conversations;

namespace AiActBot.Tests.Drivers;

/// <summary>What people do about a case, in either language.</summary>
internal static class CaseTalk
{
    public const string Facts = "Women with a career break rank lower.";
    public const string Action = "Retrain without the gap in years.";

    public static async Task<InvokeAnswer> ReportsAsync(
        this Person person, string system, CorrectiveActionKind kind = CorrectiveActionKind.BringIntoConformity, string facts = Facts, string action = Action, bool risk = false,
        params (string Name, string Value)[] more)
    {
        var form = await person.AsksForReportFormAsync();
        return await person.PressesVerbAsync(form, Verbs.Report,
            [("system", form.Choice("system", system)), ("kind", kind.ToString()), ("facts", facts), ("action", action), ("risk", risk ? "true" : "false"), .. more]);
    }

    /// <summary>Reports what was seen, and leaves it to the compliance team what should be done.</summary>
    public static async Task<InvokeAnswer> ReportsWithoutProposalAsync(this Person person, string system, params (string Name, string Value)[] more)
    {
        var form = await person.AsksForReportFormAsync();
        return await person.PressesVerbAsync(form, Verbs.Report, [("system", form.Choice("system", system)), ("facts", Facts), .. more]);
    }

    /// <summary>The compliance team settles the facts and proposes; the answer is the case as it is prepared.</summary>
    public static async Task<InvokeAnswer> AssessesAsync(this Person person, Card card, params (string Name, string Value)[] answers)
    {
        var form = (await person.PressesVerbAsync(card, Verbs.Assess)).Card;
        return await person.PressesVerbAsync(form, Verbs.SaveAssessedCase, [("kind", "Withdraw"), ("action", Action), .. answers]);
    }

    public static async Task<Card> AsksForReportFormAsync(this Person person)
    {
        await person.WritesAsync(person.IsDutch ? "melden" : "report");
        return await person.SeesAsync(card => card.Offers(Verbs.Report));
    }

    public static async Task<Card> AsksForListAsync(this Person person)
    {
        await person.WritesAsync(person.IsDutch ? "dossiers" : "cases");
        return await person.SeesAsync(card => card.Offers(Verbs.ShowCase));
    }

    /// <summary>The card on which the person is asked to decide.</summary>
    public static Task<Card> IsAskedToDecideAsync(this Person person) => person.SeesAsync(card => card.Offers(Verbs.Approve));

    public static Task<InvokeAnswer> ApprovesAsync(this Person person, Card card) => person.PressesVerbAsync(card, Verbs.Approve);

    public static Task<InvokeAnswer> SendsBackAsync(this Person person, Card card, string comment = "") =>
        person.PressesVerbAsync(card, Verbs.SendBack, ("comment", comment));

    public static Task<InvokeAnswer> ResubmitsAsync(this Person person, Card card, string action) =>
        person.PressesVerbAsync(card, Verbs.Resubmit, ("action", action));

    public static Task<InvokeAnswer> ClosesAsync(this Person person, Card card, string reason = "") =>
        person.PressesVerbAsync(card, Verbs.Close, ("comment", reason));

    /// <summary>Ticks every step, and says that it has been done.</summary>
    public static Task<InvokeAnswer> CarriesOutAsync(this Person person, Card card) =>
        person.PressesVerbAsync(card, Verbs.CarriedOut, ("steps", string.Join(',', card.Choices("steps"))));

    public static Task<InvokeAnswer> AcknowledgesAsync(this Person person, Card card) => person.PressesVerbAsync(card, Verbs.Acknowledge);
}
