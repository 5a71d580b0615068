using System.Text.Json;

namespace AiActBot.BotFramework.Activities;

/// <summary>Somebody named with an @ in a message.</summary>
/// <param name="Id">Whom, as the channel knows them.</param>
/// <param name="Name">The name shown.</param>
/// <param name="Text">The words in the message that stand for it, mostly <c>&lt;at&gt;Name&lt;/at&gt;</c>.</param>
public sealed record Mention(string Id, string? Name, string? Text)
{
    /// <summary>The entity to send; <see cref="Text"/> must then occur in the message.</summary>
    public Entity ToEntity() => Entity.From(
        new MentionShape(EntityTypes.Mention, new MentionedShape(Id, Name), Text), EntityJson.Default.MentionShape);

    internal static Mention? From(Entity entity) =>
        entity.IsOfType(EntityTypes.Mention)
        && entity.Properties is { } fields
        && fields.TryGetValue("mentioned", out var mentioned)
        && ((JsonElement?)mentioned).StringAt("id") is { Length: > 0 } id
            ? new Mention(
                id,
                ((JsonElement?)mentioned).StringAt("name"),
                fields.TryGetValue("text", out var text) ? text.StringOrNull() : null)
            : null;
}

internal sealed record MentionShape(string Type, MentionedShape Mentioned, string? Text);

internal sealed record MentionedShape(string Id, string? Name);

/// <summary>Who is mentioned in an activity, and what it says apart from that.</summary>
public static class Mentions
{
    private const string HtmlSpace = "&nbsp;";

    /// <summary>Every readable mention, in the order of the entities.</summary>
    public static IEnumerable<Mention> GetMentions(this Activity activity) =>
        (activity.Entities ?? []).Select(Mention.From).OfType<Mention>();

    /// <summary>Whether the bot that received the activity is mentioned in it.</summary>
    public static bool MentionsRecipient(this Activity activity) =>
        activity.Recipient?.Id is { } own && activity.GetMentions().Any(mention => mention.Id == own);

    /// <summary>The text without the mention of the bot that received it, and without space around what is left.</summary>
    public static string TextWithoutOwnMention(this Activity activity)
    {
        var text = activity.Text ?? "";
        foreach (var mention in activity.GetMentions().Where(mention => mention.Id == activity.Recipient?.Id))
        {
            var words = mention.Text is { Length: > 0 } given ? given : $"<at>{mention.Name}</at>";
            text = text.Replace(words, "", StringComparison.OrdinalIgnoreCase);
        }

        return Trim(text);
    }

    // Teams puts a space after a mention, and sometimes writes it in HTML.
    private static string Trim(string text)
    {
        var rest = text.AsSpan().Trim();
        while (rest.StartsWith(HtmlSpace))
        {
            rest = rest[HtmlSpace.Length..].TrimStart();
        }

        while (rest.EndsWith(HtmlSpace))
        {
            rest = rest[..^HtmlSpace.Length].TrimEnd();
        }

        return rest.ToString();
    }
}
