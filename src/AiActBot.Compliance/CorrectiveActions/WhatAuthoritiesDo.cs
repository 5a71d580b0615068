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

        yield return Step("art-73.8",
            "De markttoezichtautoriteit neemt binnen zeven dagen na ontvangst van de melding passende maatregelen.",
            "The market surveillance authority takes appropriate measures within seven days of receiving the notification.");
        yield return Step("art-73.11",
            "De nationale autoriteit stelt de Commissie onmiddellijk in kennis van elk ernstig incident.",
            "The national authority notifies the Commission immediately of any serious incident.");
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
            "Op niet-naleving door een operator staat een boete tot € 15 000 000 of 3 % van de wereldwijde jaaromzet, wat hoger is; voor kleine ondernemingen wat lager is (artikel 99, lid 6).",
            "Non-compliance by an operator is subject to a fine of up to EUR 15 000 000 or 3 % of worldwide annual turnover, whichever is higher; for small enterprises whichever is lower (Article 99(6)).");
        if (facts.AuthorityRequest)
        {
            yield return Step("art-99.5",
                "Op onjuiste, onvolledige of misleidende informatie op een verzoek staat een boete tot € 7 500 000 of 1 % van de wereldwijde jaaromzet, wat hoger is; voor kleine ondernemingen wat lager is.",
                "Incorrect, incomplete or misleading information in reply to a request is subject to a fine of up to EUR 7 500 000 or 1 % of worldwide annual turnover, whichever is higher; for small enterprises whichever is lower.");
        }
    }

    private static AuthorityStep Step(string provision, string nl, string en) => new(ArticleReference.Parse(provision), new Bilingual(nl, en));
}
