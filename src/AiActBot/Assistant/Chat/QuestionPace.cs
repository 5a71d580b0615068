using AiActBot.Compliance;
using AiActBot.Conversations;
using AiActBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.Assistant.Chat;

/// <summary>How many questions one person may ask in a minute, over all conversations and replicas.</summary>
internal static class QuestionPace
{
    public static readonly Bilingual TooFast = new(
        "Je stelt sneller vragen dan ik ze goed kan beantwoorden. Wacht een minuutje en stel je vraag dan opnieuw.",
        "You ask faster than I can answer well. Please wait a minute, then ask your question again.");

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static async Task<bool> IsTooFastAsync(AiActBotDbContext db, Turn turn, int perMinute, CancellationToken cancellationToken)
    {
        var since = turn.Now - Window;
        // By tenant and time first: there is an index on those.
        return await db.AskedQuestions.CountAsync(
            q => q.TenantId == turn.Person.TenantId && q.At > since && q.PersonId == turn.Person.Id, cancellationToken) >= perMinute;
    }
}
