using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using AiActBot.BotFramework.Activities;

namespace AiActBot.Conversations.Sending;

/// <summary>
/// Makes several messages of one that is too large for Teams, which refuses above 100 KB in UTF-16 and advises to stay below 80 KB.
/// Nothing of the text is left out.
/// </summary>
internal static class LongMessages
{
    internal const int LongestInCharacters = 80 * 1024 / sizeof(char);

    /// <summary>Of one part; the rest is for what goes with it and for escapes.</summary>
    private const int LongestText = 24 * 1024;

    private static readonly string[] Marks = ["\n\n", "\n", ". ", " "];

    private static readonly ReplyJson Relaxed = new(new JsonSerializerOptions(ReplyJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static IReadOnlyList<Activity> Split(Activity activity)
    {
        if (activity.Text is not { Length: > LongestText } text || Size(activity) <= LongestInCharacters)
            return [activity];
        var parts = Cut(text).ToList();
        return [.. parts.Select((part, index) => Part(activity, part, isLast: index == parts.Count - 1))];
    }

    internal static int Size(Activity activity) => JsonSerializer.Serialize(activity, Relaxed.Activity).Length;

    /// <summary>Between paragraphs where that can be, otherwise between lines, sentences or words, and never within a character.</summary>
    private static IEnumerable<string> Cut(string text)
    {
        while (text.Length > LongestText)
        {
            var at = Marks.Select(mark => text.LastIndexOf(mark, LongestText - 1, LongestText / 2, StringComparison.Ordinal) + mark.TrimEnd(' ').Length)
                .FirstOrDefault(end => end > LongestText / 2);
            if (at == 0)
                at = char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText;
            yield return text[..at].TrimEnd();
            text = text[at..].TrimStart();
        }

        if (text.Length > 0)
            yield return text;
    }

    /// <summary>Each part has the label, and of the citations those whose number it holds; what may be there once comes with the last.</summary>
    private static Activity Part(Activity whole, string text, bool isLast) => new()
    {
        Type = whole.Type,
        Text = text,
        TextFormat = whole.TextFormat,
        Summary = whole.Summary,
        Locale = whole.Locale,
        Entities = whole.Entities is { } entities ? [.. entities.Select(entity => WithCitationsIn(entity, text))] : null,
        Attachments = isLast ? whole.Attachments : null,
        SuggestedActions = isLast ? whole.SuggestedActions : null,
        ChannelData = isLast ? whole.ChannelData : null,
    };

    private static Entity WithCitationsIn(Entity entity, string text)
    {
        if (!entity.IsOfType(EntityTypes.SchemaMessage) || entity.Properties?.TryGetValue("citation", out var citations) != true)
            return entity;
        var held = citations.EnumerateArray().Where(citation =>
            text.Contains(string.Create(CultureInfo.InvariantCulture, $"[{citation.GetProperty("position").GetInt32()}]"), StringComparison.Ordinal)).ToList();
        var properties = new Dictionary<string, JsonElement>(entity.Properties);
        properties.Remove("citation");
        if (held.Count > 0)
            properties["citation"] = JsonElement.Parse($"[{string.Join(',', held.Select(citation => citation.GetRawText()))}]");
        return new Entity { Type = entity.Type, Properties = properties };
    }
}
