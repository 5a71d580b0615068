namespace AiActBot.Compliance.CorrectiveActions;

/// <summary>What to expect of authorities, and by what provision. It binds them, not the organisation.</summary>
public sealed record AuthorityStep(ArticleReference Provision, Bilingual What);

/// <summary>The other side of a case: what an authority does once it has been told or has found something.</summary>
public static class WhatAuthoritiesDo
{
    public static IReadOnlyList<AuthorityStep> For(DutyFacts facts) => [.. Incident(facts), .. Finding(facts), .. Fines(facts)];

    private static IEnumerable<AuthorityStep> Incident(DutyFacts facts)
    {
        if (facts.Incident == IncidentKinds.None || !facts.HighRisk)
            yield break;

        if (Recipients.AuthorityOf(facts) == RecipientRole.AiOffice)
        {
            yield return Step("art-73.8",
                "Het AI-bureau neemt binnen zeven dagen na ontvangst van de melding passende maatregelen (artikel 75, lid 1 bis).",
                "The AI Office takes appropriate measures within seven days of receiving the notification (Article 75(1a)).");
            yield return Step("art-75.1a",
                "Het AI-bureau geeft de relevante informatie onverwijld door aan de markttoezichtautoriteit van de lidstaat van de aanbieder of zijn wettelijke vertegenwoordiger.",
                "The AI Office passes the relevant information on without delay to the market surveillance authority of the Member State of the provider or its legal representative.");
            yield break;
        }

        yield return Step("art-73.8",
            "De markttoezichtautoriteit neemt binnen zeven dagen na ontvangst van de melding passende maatregelen.",
            "The market surveillance authority takes appropriate measures within seven days of receiving the notification.");
        yield return Step("art-73.11",
            "De nationale bevoegde autoriteit stelt de Commissie onmiddellijk in kennis van elk ernstig incident.",
            "The national competent authority notifies the Commission immediately of any serious incident.");
    }

    private static IEnumerable<AuthorityStep> Finding(DutyFacts facts)
    {
        if (facts.Finding != AuthorityFinding.NotCompliant)
            yield break;

        yield return Step("art-79.5",
            "Blijft doeltreffend herstel binnen de termijn uit, dan neemt de autoriteit voorlopige maatregelen: verbieden, beperken, uit de handel nemen of terugroepen.",
            "Without adequate correction within the period, the authority takes provisional measures: prohibit, restrict, withdraw or recall.");
        yield return Step("art-79.8",
            "Zonder bezwaar binnen drie maanden geldt zo'n maatregel als gerechtvaardigd; bij een verboden praktijk (artikel 5) binnen dertig dagen.",
            "Without objection within three months such a measure is deemed justified; for a prohibited practice (Article 5) within 30 days.");
    }

    private static IEnumerable<AuthorityStep> Fines(DutyFacts facts)
    {
        if (facts.Roles.Count == 0 || !facts.HighRisk)
            yield break;

        yield return Step("art-99.4",
            "Op niet-naleving van de plichten van operatoren staat een boete tot € 15 000 000 of, voor een onderneming, 3 % van de wereldwijde jaaromzet, als dat hoger is; voor kmo's en kleine midcapondernemingen wat lager is (artikel 99, leden 6 en 6 bis).",
            "Non-compliance with the obligations of operators is subject to a fine of up to EUR 15 000 000 or 3 % of an undertaking's worldwide annual turnover, whichever is higher; for SMEs and small mid-caps whichever is lower (Article 99(6) and (6a)).");
        if (facts.AuthorityRequest)
        {
            yield return Step("art-99.5",
                "Op onjuiste, onvolledige of misleidende informatie in antwoord op een verzoek staat een boete tot € 7 500 000 of, voor een onderneming, 1 % van de wereldwijde jaaromzet, als dat hoger is; voor kmo's en kleine midcapondernemingen wat lager is (artikel 99, leden 6 en 6 bis).",
                "Incorrect, incomplete or misleading information in reply to a request is subject to a fine of up to EUR 7 500 000 or 1 % of an undertaking's worldwide annual turnover, whichever is higher; for SMEs and small mid-caps whichever is lower (Article 99(6) and (6a)).");
        }
    }

    private static AuthorityStep Step(string provision, string nl, string en) => new(ArticleReference.Parse(provision), new Bilingual(nl, en));
}
