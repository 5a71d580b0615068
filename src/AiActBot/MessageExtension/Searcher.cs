using AiActBot.Compliance;
using AiActBot.Conversations;

namespace AiActBot.MessageExtension;

/// <summary>Who searches. Nothing is stored of somebody who only looks for something, so the bot may not know them.</summary>
/// <param name="Person">Null when the bot has not met them.</param>
internal sealed record Searcher(string TenantId, Person? Person, Language Language)
{
    public string In(Bilingual text) => text.In(Language);
}
