using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;

namespace AiActBot.CorrectiveActions;

/// <summary>What is told first, by the duty that it follows from: for each provision what it asks to be told.</summary>
internal static class NoticeOpenings
{
    public static Bilingual For(DutyToInform duty, string organisation, string system, CorrectiveActionCase @case) => duty.Provision.ToString() switch
    {
        "art-20.1" => new(
            $"{organisation} heeft redenen om aan te nemen dat het AI-systeem {system} niet in overeenstemming is met de AI-verordening (Verordening (EU) 2024/1689). Daarom nemen wij een corrigerende maatregel: {CaseWords.Of(@case.Kind).Nl}.",
            $"{organisation} has reason to consider that the AI system {system} is not in conformity with the AI Act (Regulation (EU) 2024/1689). We are therefore taking a corrective action: {CaseWords.Of(@case.Kind).En}."),
        "art-20.2" when duty.Recipient == RecipientRole.Deployer => new(
            $"U meldde dat het AI-systeem {system} een risico kan vormen. {organisation} onderzoekt de oorzaken en wil dat samen met u doen.",
            $"You reported that the AI system {system} may present a risk. {organisation} is investigating the causes and would like to do so together with you."),
        "art-20.2" => new(
            $"{organisation} meldt als aanbieder dat het AI-systeem {system} een risico vormt in de zin van artikel 79, lid 1, van de AI-verordening (Verordening (EU) 2024/1689). Hieronder staan de aard van de non-conformiteit en de maatregel.",
            $"{organisation} notifies as provider that the AI system {system} presents a risk within the meaning of Article 79(1) of the AI Act (Regulation (EU) 2024/1689). The nature of the non-compliance and the action taken follow."),
        "art-22.4" => new(
            $"{organisation} beëindigt als gemachtigde het mandaat voor het AI-systeem {system}, omdat er redenen zijn om aan te nemen dat de aanbieder in strijd met zijn verplichtingen handelt.",
            $"{organisation}, as authorised representative, terminates the mandate for the AI system {system}, because there is reason to consider that the provider acts contrary to its obligations."),
        "art-23.2" => new(
            $"{organisation} meldt als importeur dat het AI-systeem {system} een risico vormt in de zin van artikel 79, lid 1. Wij brengen het niet in de handel voordat het in overeenstemming is gebracht.",
            $"{organisation} notifies as importer that the AI system {system} presents a risk within the meaning of Article 79(1). We do not place it on the market until it has been brought into conformity."),
        "art-24.2" or "art-24.4" => new(
            $"{organisation} meldt als distributeur dat het AI-systeem {system} mogelijk niet aan de eisen van de AI-verordening voldoet.",
            $"{organisation} notifies as distributor that the AI system {system} may not comply with the requirements of the AI Act."),
        "art-26.5" when duty.Clock is Clock.Immediately => new(
            $"{organisation} heeft als gebruiksverantwoordelijke een ernstig incident met het AI-systeem {system} vastgesteld.",
            $"{organisation}, as deployer, has identified a serious incident with the AI system {system}."),
        "art-26.5" => new(
            $"{organisation} heeft als gebruiksverantwoordelijke redenen om aan te nemen dat het gebruik van het AI-systeem {system} volgens de gebruiksaanwijzing een risico kan vormen in de zin van artikel 79, lid 1, en onderbreekt het gebruik.",
            $"{organisation}, as deployer, has reason to consider that using the AI system {system} according to its instructions may present a risk within the meaning of Article 79(1), and suspends its use."),
        "art-55.1.c" => new(
            $"{organisation} meldt als aanbieder een ernstig incident met het AI-model voor algemene doeleinden met systeemrisico {system}, met mogelijke corrigerende maatregelen.",
            $"{organisation} reports as provider a serious incident with the general-purpose AI model with systemic risk {system}, with possible corrective measures."),
        "art-73.5" => new("Deze volledige melding volgt op onze eerdere, onvolledige melding.", "This complete report follows our earlier, incomplete report."),
        "art-73.6" => new(
            $"Ons onderzoek verandert het AI-systeem {system}. Wij melden dat vooraf, omdat het van invloed kan zijn op het oordeel over de oorzaken.",
            $"Our investigation alters the AI system {system}. We tell you beforehand, because it may affect the evaluation of the causes."),
        var provision when provision.StartsWith("art-73.", StringComparison.Ordinal) || provision == "art-75.1a" => new(
            $"{organisation} meldt een ernstig incident met het AI-systeem {system}. Is deze melding nog niet volledig, dan volgt de volledige melding.",
            $"{organisation} reports a serious incident with the AI system {system}. Where this report is not complete yet, the complete report follows."),
        "art-79.4" or "art-80.5" or "art-82.2" => new(
            $"De autoriteit heeft over het AI-systeem {system} een besluit genomen. De maatregel van {organisation} geldt voor alle systemen die op de Uniemarkt zijn aangeboden.",
            $"The authority has taken a decision about the AI system {system}. The action of {organisation} covers every system made available on the Union market."),
        "art-79.2" or "art-80.2" or "art-82.1" or "art-83.1" => new(
            $"Naar aanleiding van uw besluit over het AI-systeem {system} laat {organisation} weten welke maatregel wij nemen.",
            $"Following your decision on the AI system {system}, {organisation} informs you of the action that we are taking."),
        _ => new(
            $"Naar aanleiding van uw verzoek om informatie over het AI-systeem {system} bericht {organisation} u als volgt.",
            $"Following your request for information on the AI system {system}, {organisation} informs you as follows."),
    };
}
