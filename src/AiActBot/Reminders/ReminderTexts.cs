using AiActBot.Compliance;

namespace AiActBot.Reminders;

internal static class ReminderTexts
{
    public static readonly Bilingual NotAcknowledged = new("Een kennisgeving is nog niet bevestigd", "A notice has not been acknowledged yet");

    public static Bilingual Explain(string organisation, string role, string system, string number, string sentAt) => new(
        $"{organisation} ({role}) heeft de kennisgeving over **{system}** ({number}) van {sentAt} nog niet bevestigd.",
        $"{organisation} ({role}) has not acknowledged the notice about **{system}** ({number}) of {sentAt}.");

    public static readonly Bilingual DoneTitle = new("Kennisgeving bevestigd", "Notice acknowledged");

    public static Bilingual Done(string organisation, string system, string number, string at) => new(
        $"{organisation} heeft de kennisgeving over {system} ({number}) bevestigd op {at}.",
        $"{organisation} acknowledged the notice about {system} ({number}) on {at}.");

    public static readonly Bilingual OwnTarget = new(
        "De termijn waarna je deze herinnering krijgt is van je eigen organisatie. De wet noemt geen termijn voor een bevestiging; artikel 20, lid 1, vraagt de partijen te informeren.",
        "The time after which you get this reminder is your own organisation's choice. The law sets no period for an acknowledgement; Article 20(1) asks that the parties are informed.");

    public static readonly Bilingual WhatToDo = new(
        "Neem contact op met de ontvanger, of bekijk het dossier.",
        "Get in touch with the recipient, or look at the case.");

    public static readonly Bilingual ShowCase = new("Bekijk het dossier", "Show the case");
}
