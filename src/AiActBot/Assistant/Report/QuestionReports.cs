using AiActBot.Assistant.Chat;
using AiActBot.Compliance;
using AiActBot.Hosting;
using AiActBot.Knowledge;
using AiActBot.Knowledge.Text;
using AiActBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.Assistant.Report;

/// <summary>Makes the report of a month from the questions that are kept.</summary>
internal sealed class QuestionReports(AiActBotDbContext db, OrganisationClock clock)
{
    /// <summary>More does not fit a card that people read to the end.</summary>
    private const int Longest = 10;

    /// <param name="tenantId">Whose questions; null for everybody's, in the terminal.</param>
    public async Task<QuestionReport> OfAsync(string? tenantId, DateOnly month, CancellationToken cancellationToken)
    {
        var asked = Asked(month).Where(q => tenantId == null || q.TenantId == tenantId);
        var declined = await asked.Where(q => !q.Answered).OrderByDescending(q => q.At)
            .Select(q => new { q.Question, q.Language, q.Declined }).ToListAsync(cancellationToken);
        var disliked = await asked.Where(q => q.Liked == false).OrderByDescending(q => q.At).Take(Longest)
            .Select(q => new DislikedAnswer(q.Question, q.Comment)).ToListAsync(cancellationToken);
        return new QuestionReport(
            month,
            await asked.CountAsync(cancellationToken),
            await asked.CountAsync(q => q.Answered, cancellationToken),
            declined.Count,
            await asked.CountAsync(q => q.Liked == true, cancellationToken),
            await asked.CountAsync(q => q.Liked == false, cancellationToken),
            [
                .. declined.GroupBy(q => QuestionKey.Of(q.Question, q.Language == Language.Dutch ? DocumentLanguage.Nl : DocumentLanguage.En))
                    .OrderByDescending(group => group.Count()).Take(Longest)
                    .Select(group => new UnansweredQuestion(
                        group.First().Question, group.Count(), Enum.TryParse<DeclineReason>(group.First().Declined, out var reason) ? reason : null)),
            ],
            disliked);
    }

    /// <summary>The organisations of which somebody asked something in the month.</summary>
    public Task<List<string>> TenantsAsync(DateOnly month, CancellationToken cancellationToken) =>
        Asked(month).Select(q => q.TenantId).Distinct().ToListAsync(cancellationToken);

    /// <summary>The first day of the month in which a day falls.</summary>
    public static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);

    private IQueryable<AskedQuestion> Asked(DateOnly month)
    {
        var (from, until) = (clock.StartOf(month), clock.StartOf(month.AddMonths(1)));
        return db.AskedQuestions.AsNoTracking().Where(q => q.At >= from && q.At < until);
    }
}
