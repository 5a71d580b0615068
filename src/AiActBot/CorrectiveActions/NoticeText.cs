using AiActBot.AiSystems;
using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;

namespace AiActBot.CorrectiveActions;

/// <summary>The words of a notice under Article 20(1), in the recipient's language, filled from the case.</summary>
internal static class NoticeText
{
    public static string Subject(CorrectiveActionCase @case, AiSystem system, Language language) => new Bilingual(
        $"Corrigerende maatregel {@case.Number}: {system.Name}",
        $"Corrective action {@case.Number}: {system.Name}").In(language);

    public static string Body(CorrectiveActionCase @case, AiSystem system, Party party, string organisation, Language language)
    {
        var risk = @case.PresentsRisk
            ? new Bilingual(
                "\n\nWij houden er rekening mee dat het systeem een risico oplevert in de zin van artikel 79, lid 1.",
                "\n\nWe take into account that the system presents a risk within the meaning of Article 79(1).").In(language)
            : "";
        return new Bilingual(
            $"""
            Geachte {party.ContactName},

            {organisation} heeft redenen om aan te nemen dat het AI-systeem {system.Name} niet in overeenstemming is met de AI-verordening (Verordening (EU) 2024/1689). Daarom nemen wij een corrigerende maatregel: {CaseWords.Of(@case.Kind).Nl}.

            Wat er aan de hand is: {@case.Facts}

            Wat wij doen: {@case.ProposedAction}{risk}

            U ontvangt dit bericht als {PartyWords.Of(party.Role).Nl} van dit systeem (artikel 20, lid 1). Wilt u bevestigen dat u het ontvangen hebt?

            Kenmerk: {@case.Number}
            """,
            $"""
            Dear {party.ContactName},

            {organisation} has reason to consider that the AI system {system.Name} is not in conformity with the AI Act (Regulation (EU) 2024/1689). We are therefore taking a corrective action: {CaseWords.Of(@case.Kind).En}.

            What is the matter: {@case.Facts}

            What we are doing: {@case.ProposedAction}{risk}

            You receive this message as {PartyWords.Of(party.Role).En} of this system (Article 20(1)). Please confirm that you have received it.

            Reference: {@case.Number}
            """).In(language);
    }
}
