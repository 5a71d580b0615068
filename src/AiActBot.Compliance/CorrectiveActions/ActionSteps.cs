namespace AiActBot.Compliance.CorrectiveActions;

/// <summary>One thing that carrying out an action comes down to.</summary>
/// <param name="Id">Stable, for storage and for a form.</param>
public sealed record ActionStep(string Id, Bilingual What);

/// <summary>What has to be done before an action counts as carried out; for each kind of action its own.</summary>
public static class ActionSteps
{
    public static IReadOnlyList<ActionStep> For(CorrectiveActionKind kind) => kind switch
    {
        CorrectiveActionKind.BringIntoConformity =>
        [
            new("changed", new("Het systeem is aangepast en getest.", "The system has been changed and tested.")),
            new("documented", new("Technische documentatie en gebruiksaanwijzing zijn bijgewerkt (artikelen 11 en 13).", "The technical documentation and the instructions for use have been updated (Articles 11 and 13).")),
            new("assessed", new("Er is bekeken of het een substantiële wijziging is, die een nieuwe conformiteitsbeoordeling vraagt (artikel 43, lid 4).", "It has been considered whether this is a substantial modification, which needs a new conformity assessment (Article 43(4)).")),
            new("rolledOut", new("Wie het systeem heeft, heeft de aangepaste versie.", "Whoever has the system has the changed version.")),
        ],
        CorrectiveActionKind.Withdraw =>
        [
            new("stopped", new("Het systeem wordt niet meer aangeboden.", "The system is no longer being made available.")),
            new("chain", new("Importeurs en distributeurs leveren het niet meer.", "Importers and distributors no longer supply it.")),
            new("stock", new("Wat nog in de keten zat, is teruggehaald of geblokkeerd.", "What was still in the supply chain has been taken back or blocked.")),
        ],
        CorrectiveActionKind.Disable =>
        [
            new("off", new("Het systeem staat uit waar het draait.", "The system is off wherever it runs.")),
            new("access", new("Toegang en koppelingen zijn afgesloten.", "Access and interfaces are closed.")),
            new("instead", new("Wie het gebruikte, weet hoe het werk nu doorgaat.", "Whoever used it knows how work goes on without it.")),
        ],
        CorrectiveActionKind.Recall =>
        [
            new("asked", new("Gebruiksverantwoordelijken is gevraagd het terug te geven of buiten gebruik te stellen.", "Deployers have been asked to return it or take it out of service.")),
            new("confirmed", new("Iedere gebruiksverantwoordelijke heeft dat bevestigd.", "Every deployer has confirmed that they did.")),
            new("accounted", new("Van ieder exemplaar of iedere installatie is bekend waar het is.", "It is known where every copy or installation is.")),
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
