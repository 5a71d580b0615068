using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Conversations;

namespace AiActBot.Tests.Drivers;

/// <summary>What people do about a case, in either language.</summary>
internal static class CaseTalk
{
    public const string Facts = "Women with a career break rank lower.";
    public const string Action = "Retrain without the gap in years.";

    public static async Task<InvokeAnswer> ReportsAsync(
        this Person person, string system, CorrectiveActionKind kind = CorrectiveActionKind.BringIntoConformity, string facts = Facts, string action = Action, bool risk = false)
    {
        var form = await person.AsksForReportFormAsync();
        return await person.PressesVerbAsync(form, Verbs.Report,
            ("system", form.Choice("system", system)), ("kind", kind.ToString()), ("facts", facts), ("action", action), ("risk", risk ? "true" : "false"));
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

    public static Task<InvokeAnswer> AcknowledgesAsync(this Person person, Card card) => person.PressesVerbAsync(card, Verbs.Acknowledge);
}
