using AiActBot.Compliance;
using AiActBot.Knowledge;
using AiActBot.Knowledge.Index;
using AiActBot.Knowledge.Law;
using AiActBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.Assistant.Chat;

/// <summary>The compliance team's kept answers, in the index as the organisation's own position.</summary>
internal sealed class ReviewedAnswers(KnowledgeBase knowledge) : IDisposable
{
    /// <summary>How such a document is called in a citation.</summary>
    public const string DocumentPrefix = "answer-";

    private const string Source = "reviewed-answers";

    private readonly SemaphoreSlim gate = new(1, 1);
    private (int Count, DateTimeOffset? Newest) indexed;

    /// <summary>Brings the index up to date when the team, on whichever replica, has kept another answer.</summary>
    public async Task RefreshAsync(AiActBotDbContext db, CancellationToken cancellationToken)
    {
        var kept = db.TeamQuestions.AsNoTracking().Where(q => q.IsKept && q.Answer != null);
        var state = (await kept.CountAsync(cancellationToken), await kept.MaxAsync(q => q.AnsweredAt, cancellationToken));
        if (state == indexed)
            return;
        await gate.WaitAsync(cancellationToken);
        try
        {
            var index = await knowledge.IndexAsync(cancellationToken);
            await index.ReplaceAsync(Source, [.. (await kept.ToListAsync(cancellationToken)).Select(ToChunk)], cancellationToken);
            indexed = state;
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    /// <summary>A position is the organisation's own: nobody of another one gets to see that it exists.</summary>
    public static bool IsOpenTo(string tenantId, Chunk chunk) =>
        chunk.Kind != SourceKind.ReviewedAnswer || (tenantId.Length > 0 && chunk.Id.EndsWith($"@{tenantId}", StringComparison.Ordinal));

    /// <summary>The provisions of the Act that the team named.</summary>
    private static List<ProvisionId> ProvisionsIn(TeamQuestion question) =>
        [.. ReferenceFinder.Find($"{question.Question}\n{question.Answer}")
            .Where(found => found.OtherLaw is null && ActStructure.Current.Exists(found.Provision)).Select(found => found.Provision).Distinct()];

    private static Chunk ToChunk(TeamQuestion question)
    {
        var language = question.Language == Language.Dutch ? DocumentLanguage.Nl : DocumentLanguage.En;
        return new Chunk(
            $"{DocumentPrefix}{question.Id:N}@{question.TenantId}", language, SourceKind.ReviewedAnswer, $"{DocumentPrefix}{question.Id:N}", ProvisionsIn(question),
            language.Choose("Standpunt van onze organisatie", "Our organisation's position"), question.Question, question.Answer!,
            [question.Question], [], [], [], null, null, DateOnly.FromDateTime(question.AnsweredAt!.Value.UtcDateTime), null);
    }
}
