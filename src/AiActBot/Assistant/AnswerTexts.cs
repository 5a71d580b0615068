using AiActBot.Knowledge;
using AiActBot.Knowledge.Documents;
using AiActBot.Knowledge.Law;
using AiActBot.Knowledge.Premises;

namespace AiActBot.Assistant;

/// <summary>What the assistant says of itself, in both languages. What it says of the law comes from passages.</summary>
internal static class AnswerTexts
{
    public static string AskTheTeam(DocumentLanguage language) => language.Choose("Vraag het complianceteam", "Ask the compliance team");

    public static string Decline(DeclineReason reason, string? otherLaw, DocumentLanguage language) => $"{Because(reason, otherLaw, language)} {Instead(language)}";

    public static string Missing(ProvisionId asked, ProvisionId? nearest, int parts, DocumentLanguage language)
    {
        var name = Capital(ProvisionName.Of(asked, language));
        if (nearest is { } found)
        {
            var whole = Capital(ProvisionName.Of(found, language));
            var has = parts > 0
                ? language.Choose($" {whole} heeft {parts} {(found == found.Root ? "onderdelen (leden of punten)" : "punten")}.", $" {whole} has {parts} {(found == found.Root ? "parts (paragraphs or points)" : "points")}.")
                : language.Choose($" {whole} bestaat wel.", $" {whole} does exist.");
            return language.Choose($"{name} bestaat niet in de AI-verordening.", $"{name} does not exist in the AI Act.") + has;
        }

        return language.Choose(
            $"{name} bestaat niet: de AI-verordening heeft de artikelen 1 tot en met 113, enkele ingevoegde artikelen (4 bis, 60 bis en 75 bis tot en met 75 quinquies), bijlagen I tot en met XIV en 180 overwegingen.",
            $"{name} does not exist: the AI Act has Articles 1 to 113, a few inserted articles (4a, 60a and 75a to 75d), Annexes I to XIV and 180 recitals.");
    }

    public static string Moved(ProvisionId asked, ProvisionId target, DocumentLanguage language) => language.Choose(
        $"{Capital(ProvisionName.Of(asked, language))} is in 2026 geschrapt; het onderwerp staat nu in {ProvisionName.Of(target, language)}.",
        $"{ProvisionName.Of(asked, language)} was deleted in 2026; the matter now stands in {ProvisionName.Of(target, language)}.");

    /// <summary>One date of the calendar, with how it stands on the day of asking.</summary>
    public static string DateStatus(CalendarEntry entry, DateOnly today, DocumentLanguage language)
    {
        var date = TextDates.Write(entry.Date, language);
        var title = entry.Title(language);
        var days = entry.Date.DayNumber - today.DayNumber;
        var far = language.Choose(Span(days, "dag", "dagen", "maanden", "jaar"), Span(days, "day", "days", "months", "years"));
        return (entry.Kind, days) switch
        {
            ("application", > 0) => language.Choose($"{title}: vanaf {date}, over {far}.", $"{title}: from {date}, in {far}."),
            ("application", 0) => language.Choose($"{title}: vanaf vandaag, {date}.", $"{title}: from today, {date}."),
            ("application", _) => language.Choose($"{title}: sinds {date}.", $"{title}: since {date}."),
            ("deadline", > 0) => language.Choose($"{title}: uiterlijk {date}, over {far}.", $"{title}: by {date}, in {far}."),
            ("deadline", 0) => language.Choose($"{title}: uiterlijk vandaag, {date}.", $"{title}: by today, {date}."),
            ("deadline", _) => language.Choose($"{title}: uiterlijk {date}, en die datum is voorbij.", $"{title}: by {date}, and that date has passed."),
            _ => $"{title}: {date}.",
        };
    }

    /// <summary>After the items of a list that are quoted.</summary>
    public static string MoreItems(int count, ProvisionId provision, DocumentLanguage language) => provision == default
        ? language.Choose($"en nog {count}.", $"and {count} more.")
        : language.Choose($"en nog {count}; zie {ProvisionName.Of(provision, language)}.", $"and {count} more; see {ProvisionName.Of(provision, language)}.");

    /// <summary>What the correction of a false premise begins with.</summary>
    public static string NotSo(DocumentLanguage language) => language.Choose("Dat klopt niet. ", "That is not so. ");

    /// <summary>What an answer begins with when the question goes on from what nothing that was found says.</summary>
    public static string Unconfirmed(DocumentLanguage language) => language.Choose(
        "Let op: waar de vraag van uitgaat, vind ik in mijn bronnen niet bevestigd. Wat ik erover vind:",
        "Note: what the question starts from is not confirmed by my sources. What they do say about it:");

    public static string Elsewhere(OtherSubject subject, DocumentLanguage language)
    {
        var matter = subject.Law is { } law
            ? language.Choose($"Dat regelt {law.Nl}, en niet de AI-verordening.", $"That is a matter of {law.En}, not of the AI Act.")
            : language.Choose("Die vraag gaat niet over de AI-verordening.", "That question is not about the AI Act.");
        var instead = subject.Contact is { } contact ? language.Choose($" Vraag het {contact.Nl}.", $" Ask {contact.En}.") : "";
        return matter + instead + language.Choose(" Ik beantwoord vragen over de Europese AI-verordening.", " I answer questions about the EU AI Act.");
    }

    public static string OtherPeriod(string period, string provision, DocumentLanguage language) => language.Choose(
        $"Een termijn van {period} staat niet in {provision}.", $"A period of {period} is not in {provision}.");

    public static string OtherAddressee(string provision, IEnumerable<string> addressees, string own, DocumentLanguage language) => language.Choose(
        $"{Capital(provision)} richt zich tot {Listed(addressees, "en")}, niet tot {own}.",
        $"{Capital(provision)} is addressed to {Listed(addressees, "and")}, not to {own}.");

    private static string Listed(IEnumerable<string> names, string and) => names.ToList() is var list && list.Count > 1
        ? $"{string.Join(", ", list.Take(list.Count - 1))} {and} {list[^1]}"
        : string.Concat(list);

    public static string DefaultFollowUp(int number, DocumentLanguage language) => number switch
    {
        0 => language.Choose("Welke AI-praktijken zijn verboden?", "Which AI practices are prohibited?"),
        1 => language.Choose("Wanneer heeft een AI-systeem een hoog risico?", "When is an AI system high-risk?"),
        _ => language.Choose("Wat moeten wij doen als we AI van een leverancier gebruiken?", "What must we do when we use AI from a vendor?"),
    };

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static string Because(DeclineReason reason, string? otherLaw, DocumentLanguage language) => reason switch
    {
        DeclineReason.OtherLaw => language.Choose(
            $"Die vraag gaat over een andere wet ({otherLaw}), en daarover geef ik geen antwoord.",
            $"That question is about another law ({otherLaw}), and I do not answer questions on it."),
        DeclineReason.Certainty => language.Choose(
            "Zekerheid kan ik niet geven: ik geef geen juridisch oordeel over uw geval, en alleen een toezichthouder of rechter beslist daarover bindend.",
            "I cannot give certainty: I give no legal opinion on your case, and only an authority or a court decides on it with binding effect."),
        DeclineReason.Instruction => language.Choose(
            "Dat is een opdracht aan mij en geen vraag over de AI-verordening; ik voer zulke opdrachten niet uit.",
            "That instructs me instead of asking about the AI Act; I do not follow such instructions."),
        DeclineReason.NotCovered => language.Choose(
            "Daarover vind ik in mijn bronnen geen antwoord waar ik voor kan instaan.",
            "My sources hold no answer to that which I can stand behind."),
        DeclineReason.UnknownName => language.Choose(
            "Meer dan een naam geeft de vraag niet, en een systeem met die naam ken ik niet. Vertel wat het systeem doet, voor wie, en of u het maakt, verkoopt of gebruikt; of typ triage om rol en risicoklasse te bepalen.",
            "The question gives no more than a name, and I know no system of that name. Say what the system does, for whom, and whether you make, sell or use it; or type triage to settle role and risk class."),
        DeclineReason.Empty => language.Choose("Ik zie geen vraag.", "I see no question."),
        _ => language.Choose(
            "Die vraag gaat niet over de AI-verordening, dus daar kan ik geen antwoord op geven.",
            "That question is not about the AI Act, so I cannot answer it."),
    };

    private static string Instead(DocumentLanguage language) => language.Choose(
        "Wel beantwoord ik vragen over de Europese AI-verordening: wat verboden is, wanneer AI een hoog risico heeft, wie wat moet doen en vanaf wanneer. Het complianceteam kan verder helpen.",
        "I do answer questions about the EU AI Act: what is prohibited, when AI is high-risk, who must do what and from when. The compliance team can help further.");

    private static string Span(int days, string day, string manyDays, string months, string years) => days switch
    {
        1 => $"1 {day}",
        < 90 => $"{days} {manyDays}",
        < 720 => $"{Math.Round(days / 30.44)} {months}",
        _ => $"{Math.Round(days / 365.25 * 2) / 2} {years}",
    };
}
