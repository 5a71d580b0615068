using AiActBot.BotFramework.Cards;
using AiActBot.Compliance;

namespace AiActBot.Triage;

/// <summary>Buttons that open the document of an outcome.</summary>
internal static class DocumentButtons
{
    public static IReadOnlyList<CardAction> For(DocumentLinks links, Guid assessmentId, Language language) =>
    [
        new OpenUrlAction("PDF", links.For(new LinkedDocument(assessmentId, language, OutcomeFormat.Pdf))),
        new OpenUrlAction("Word", links.For(new LinkedDocument(assessmentId, language, OutcomeFormat.Word))),
    ];
}
