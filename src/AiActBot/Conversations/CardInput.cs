using System.Diagnostics.CodeAnalysis;
using AiActBot.BotFramework.Cards;

namespace AiActBot.Conversations;

/// <summary>Reads what a card sends back, none of which can be trusted to be of the right kind.</summary>
internal static class CardInput
{
    public static bool TryGetGuid(this CardData data, string name, out Guid value)
    {
        value = default;
        return data.TryGetString(name, out var text) && Guid.TryParse(text, out value);
    }

    public static bool TryGetEnum<T>(this CardData data, string name, out T value)
        where T : struct, Enum
    {
        value = default;
        // Names only: a number would pass for a value that does not exist.
        return data.TryGetString(name, out var text) && Enum.GetNames<T>().Contains(text) && Enum.TryParse(text, out value);
    }

    /// <summary>Words that somebody wrote: not empty, not longer than there is room for, without control characters.</summary>
    public static bool TryGetText(this CardData data, string name, int longest, [NotNullWhen(true)] out string? value)
    {
        value = null;
        if (!data.TryGetString(name, out var text))
            return false;
        value = WrittenText.Clean(text);
        return value.Length > 0 && value.Length <= longest;
    }
}
