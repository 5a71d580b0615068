namespace AiActBot.BotFramework.Activities;

/// <summary>What the sender's client said about itself.</summary>
/// <param name="Locale">The language of the client, a BCP 47 tag.</param>
/// <param name="TimeZone">An IANA name such as Europe/Amsterdam; check that it exists before use.</param>
public sealed record ClientInfo(string? Locale, string? Country, string? Platform, string? TimeZone)
{
    /// <summary>The client's own words in an activity, or null when it said nothing.</summary>
    public static ClientInfo? Of(Activity activity)
    {
        var fields = activity.Entities?.FirstOrDefault(entity => entity.IsOfType(EntityTypes.ClientInfo))?.Properties;
        return fields is null ? null : new ClientInfo(Text("locale"), Text("country"), Text("platform"), Text("timezone"));

        string? Text(string name) => fields.TryGetValue(name, out var value) ? value.StringOrNull() : null;
    }
}
