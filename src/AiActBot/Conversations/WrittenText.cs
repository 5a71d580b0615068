using AiActBot.BotFramework.Cards;

namespace AiActBot.Conversations;

/// <summary>Words of people as they are stored: without control characters and tricks of text direction.</summary>
internal static class WrittenText
{
    private const int LongestName = 120;

    public static string Clean(string text) => CardText.Plain(text).Trim();

    /// <summary>A name as a client sends it is for showing only.</summary>
    public static string Name(string? name)
    {
        var clean = Clean(name ?? "").Replace('\n', ' ');
        return clean.Length == 0 ? "?" : clean.Length <= LongestName ? clean : clean[..LongestName];
    }
}
