using AiActBot.Compliance;

namespace AiActBot.CorrectiveActions;

/// <summary>What people are told when a case needs them.</summary>
internal static class AlertTexts
{
    public static readonly Bilingual ExpiredText = new(
        "Niemand besliste op tijd; er is niets verstuurd. Dien het voorstel opnieuw in, of kies een andere goedkeurder. De termijn is van je eigen organisatie; die van de wet staat in het dossier onder Plichten en termijnen.",
        "Nobody decided in time; nothing was sent. Submit the proposal again, or choose another approver. The period is your own organisation's; that of the law stands in the case under Duties and deadlines.");

    public static readonly Bilingual StuckTitle = new("Een kennisgeving kon niet afgeleverd worden", "A notice could not be delivered");

    public static readonly Bilingual FilingDueText = new(
        "De termijn van de wet loopt bijna af. Dien in bij de autoriteit en leg het kenmerk vast in het dossier.",
        "The period of the law is about to end. File with the authority and record the reference in the case.");

    public static Bilingual Expired(CaseFile file) => new(
        $"Goedkeuring verlopen: {file.Case.Number} {file.System.Name}", $"Approval expired: {file.Case.Number} {file.System.Name}");

    public static Bilingual Waiting(CaseFile file) => new(
        $"Goedkeuring wacht: {file.Case.Number} {file.System.Name}", $"Approval waiting: {file.Case.Number} {file.System.Name}");

    public static Bilingual WaitingText(string approvers) => new(
        $"{approvers} heeft nog niet beslist. Wanneer je dit hoort, koos je eigen organisatie; de termijn van de wet staat in het dossier onder Plichten en termijnen.",
        $"{approvers} has not decided yet. When you hear of it is your own organisation's choice; the period of the law stands in the case under Duties and deadlines.");

    public static Bilingual Gone(CaseFile file) => new(
        $"Goedkeurder niet bereikbaar: {file.Case.Number} {file.System.Name}", $"Approver cannot be reached: {file.Case.Number} {file.System.Name}");

    public static Bilingual GoneText(string approver) => new(
        $"{approver} heeft de app niet meer en niemand vervangt deze persoon. Neem het verzoek terug en laat een ander beslissen.",
        $"{approver} no longer has the app and nobody stands in. Take the request back and let somebody else decide.");

    public static Bilingual StuckText(string recipient) => new(
        $"Het bericht aan {recipient} is niet aangekomen. Neem zelf contact op, of typ **vastgelopen** en laat het opnieuw proberen.",
        $"The message to {recipient} did not arrive. Get in touch yourself, or type **stuck** and have it tried again.");

    public static Bilingual FilingDue(CaseFile file) => new(
        $"In te dienen: {file.Case.Number} {file.System.Name}", $"To be filed: {file.Case.Number} {file.System.Name}");
}
