using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using AiActBot.BotFramework.Cards;

namespace AiActBot.BotFramework.Activities;

/// <summary>What a person pressed on a card, from the value of an <c>adaptiveCard/action</c> invoke.</summary>
/// <param name="Action">The button.</param>
/// <param name="Trigger">
/// <c>automatic</c> when the client refreshed the card by itself, <c>manual</c> when a person did; some clients say nothing.
/// Never edit or send on an automatic one: it makes the client refresh again.
/// </param>
public sealed record AdaptiveCardInvokeValue(AdaptiveCardAction Action, string? Trigger)
{
    /// <summary>Whether no person pressed anything.</summary>
    public bool IsAutomatic => string.Equals(Trigger, "automatic", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads the value of an invoke; false when there is no action with a verb in it.</summary>
    public static bool TryRead(JsonElement? value, [NotNullWhen(true)] out AdaptiveCardInvokeValue? invoke)
    {
        invoke = value.StringAt("action", "verb") is { Length: > 0 } verb
            ? new AdaptiveCardInvokeValue(
                new AdaptiveCardAction(
                    value.StringAt("action", "type"), value.StringAt("action", "id"), verb, value.At("action", "data")),
                value.StringAt("trigger"))
            : null;
        return invoke is not null;
    }
}

/// <summary>The button of an Adaptive Card that was pressed.</summary>
/// <param name="Verb">What it means to the bot.</param>
/// <param name="Data">What the card held and what the person filled in. Untrusted, and of any shape.</param>
public sealed record AdaptiveCardAction(string? Type, string? Id, string Verb, JsonElement? Data);

/// <summary>
/// The answer to an <c>adaptiveCard/action</c> invoke, as the body of an HTTP 200. The status within is what the client
/// acts on; any other shape makes Teams say that something went wrong.
/// </summary>
/// <param name="Type">A content type that says what the value is.</param>
public sealed record AdaptiveCardInvokeResponse(int StatusCode, string Type, JsonElement? Value)
{
    /// <summary>Puts this card in the place of the one that was pressed, for this person only.</summary>
    /// <param name="card">The card itself, not an attachment.</param>
    public static AdaptiveCardInvokeResponse Card(JsonElement card) => new(200, ContentTypes.AdaptiveCard, card);

    /// <summary>Puts this card in the place of the one that was pressed, for this person only.</summary>
    public static AdaptiveCardInvokeResponse Card(AdaptiveCard card) => Card(card.ToJson());

    /// <summary>Shows a line of text for a moment and leaves the card as it is.</summary>
    public static AdaptiveCardInvokeResponse Message(string text) =>
        new(200, ContentTypes.ActivityMessage, JsonSerializer.SerializeToElement(text, ActivityJson.Default.String));

    /// <summary>Says that it did not work and why.</summary>
    /// <param name="statusCode">
    /// 400 for a bad request, 500 for a fault of the bot, 412 when single sign-on failed. A card that is out of date is no
    /// error: answer it with the new card.
    /// </param>
    /// <param name="code">A short name for the fault, for whoever reads the logs.</param>
    /// <param name="message">What the person reads, in their language.</param>
    public static AdaptiveCardInvokeResponse Error(int statusCode, string code, string message) => new(
        statusCode,
        statusCode == 412 ? ContentTypes.PreconditionFailed : ContentTypes.Error,
        JsonSerializer.SerializeToElement(new InvokeError(code, message), EntityJson.Default.InvokeError));
}

internal sealed record InvokeError(string Code, string Message);
