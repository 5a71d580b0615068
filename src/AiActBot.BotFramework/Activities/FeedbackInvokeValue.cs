using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace AiActBot.BotFramework.Activities;

/// <summary>What a person thought of an answer, from the value of a <c>message/submitAction</c> invoke.</summary>
/// <param name="Reaction"><c>like</c> or <c>dislike</c>.</param>
/// <param name="Text">What they wrote with it, empty when nothing.</param>
public sealed record FeedbackInvokeValue(string Reaction, string Text)
{
    public bool IsLike => Reaction == "like";

    /// <summary>Reads the value of an invoke; false when it is not feedback of the known kind.</summary>
    public static bool TryRead(JsonElement? value, [NotNullWhen(true)] out FeedbackInvokeValue? feedback)
    {
        feedback = value.StringAt("actionName") == "feedback"
            && value.StringAt("actionValue", "reaction") is "like" or "dislike"
                ? new FeedbackInvokeValue(value.StringAt("actionValue", "reaction")!, ReadText(value.At("actionValue", "feedback")))
                : null;
        return feedback is not null;
    }

    // Teams sends an object written out as a string; be content with the object itself, too.
    private static string ReadText(JsonElement? feedback)
    {
        if (feedback?.StringOrNull() is not { } written)
        {
            return feedback.StringAt("feedbackText") ?? "";
        }

        try
        {
            return ((JsonElement?)JsonElement.Parse(written)).StringAt("feedbackText") ?? "";
        }
        catch (JsonException)
        {
            return "";
        }
    }
}
