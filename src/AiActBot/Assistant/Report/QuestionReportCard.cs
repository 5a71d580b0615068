using System.Globalization;
using AiActBot.BotFramework.Cards;
using AiActBot.Compliance;
using AiActBot.Conversations;
using static AiActBot.Conversations.CardParts;

namespace AiActBot.Assistant.Report;

/// <summary>The report of a month as the compliance team reads it.</summary>
internal static class QuestionReportCard
{
    public const string Month = "month";
    public const string MonthFormat = "yyyy-MM";

    // A card has to stay under the limit of its channel, whatever people wrote.
    private const int LongestText = 240;

    public static string Title(QuestionReport report, Language language) =>
        ReportTexts.Title(Name(report.Month, "nl-NL"), Name(report.Month, "en-GB")).In(language);

    public static AdaptiveCard Of(QuestionReport report, Language language) => Card(
        [
            CardParts.Title(Title(report, language)),
            Facts(
                (ReportTexts.Asked.In(language), Number(report.Asked)), (ReportTexts.Answered.In(language), Number(report.Answered)),
                (ReportTexts.Declined.In(language), Number(report.Declined)), (ReportTexts.Liked.In(language), Number(report.Liked)),
                (ReportTexts.Disliked.In(language), Number(report.Disliked))),
            Heading2(ReportTexts.MostUnanswered.In(language)),
            .. Lines(report.Unanswered.Select(question => $"{question.Times} × {Short(question.Question)}{Because(question.Reason, language)}"), language),
            Heading2(ReportTexts.DislikedAnswers.In(language)),
            .. Lines(report.DislikedAnswers.Select(answer => $"{Short(answer.Question)} – {(answer.Comment is { } said ? $"“{Short(said)}”" : ReportTexts.NoComment.In(language))}"), language),
            Subtle(ReportTexts.NoNames.In(language)),
        ],
        Button(ReportTexts.MonthBefore.In(language), Verbs.QuestionReport, (Month, report.Month.AddMonths(-1).ToString(MonthFormat, CultureInfo.InvariantCulture))));

    private static IEnumerable<CardElement> Lines(IEnumerable<string> lines, Language language) =>
        lines.DefaultIfEmpty(ReportTexts.NothingThere.In(language)).Select(Line);

    private static string Because(DeclineReason? reason, Language language) => reason is { } known ? $" ({ReportTexts.Because(known).In(language)})" : "";

    private static string Short(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= LongestText ? line : line[..LongestText] + "…";
    }

    private static string Name(DateOnly month, string culture) => month.ToString("MMMM yyyy", CultureInfo.GetCultureInfo(culture));

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
