using System.Text.Json;

namespace AiActBot.BotFramework.Activities;

/// <summary>Reading JSON that others wrote: nothing here throws, whatever the shape.</summary>
internal static class JsonElementReading
{
    /// <summary>The string at a path of property names, or null when anything on the way is not what it should be.</summary>
    internal static string? StringAt(this JsonElement? element, params ReadOnlySpan<string> path) =>
        element.At(path) is { } found ? found.StringOrNull() : null;

    internal static JsonElement? At(this JsonElement? element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element is not { ValueKind: JsonValueKind.Object } parent || !parent.TryGetProperty(name, out var child))
            {
                return null;
            }

            element = child;
        }

        return element;
    }

    internal static string? StringOrNull(this JsonElement element)
    {
        if (element.ValueKind is not JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, or bytes that are not UTF-8: the element parses, but its text does not exist.
            return null;
        }
    }
}
