using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using AiActBot.Compliance;
using AiActBot.Hosting;
using AiActBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.Assistant.Report;

/// <summary><c>questions report</c>: the month's report in the terminal.</summary>
internal static class QuestionsCommand
{
    private const int WrongUse = 2;

    public static Command Create(Func<IServiceProvider> services)
    {
        var month = new Option<string?>("--month") { Description = "yyyy-MM; without it this month so far." };
        var language = new Option<string?>("--language") { Description = "nl or en; without it the organisation's." };
        language.AcceptOnlyFromAmong("nl", "en");
        var json = new Option<bool>("--json") { Description = "Machine-readable output only." };
        var report = new Command("report", "What was asked in a month, what was not answered and what was not liked, without names.") { month, language, json };
        report.SetAction((parsed, cancellationToken) => ReportAsync(
            services, parsed.GetValue(month), parsed.GetValue(language), parsed.GetValue(json), cancellationToken));
        return new Command("questions", "The questions that staff asked.") { report };
    }

    private static async Task<int> ReportAsync(Func<IServiceProvider> services, string? month, string? language, bool json, CancellationToken cancellationToken)
    {
        var first = default(DateOnly);
        if (month is not null && !DateOnly.TryParseExact(month, QuestionReportCard.MonthFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out first))
        {
            Console.Error.WriteLine($"{month} is no month such as 2026-10.");
            return WrongUse;
        }

        await using var scope = services().CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AiActBotDbContext>().Database.MigrateAsync(cancellationToken);
        if (month is null)
            first = QuestionReports.MonthOf(scope.ServiceProvider.GetRequiredService<OrganisationClock>().Today);
        var report = await scope.ServiceProvider.GetRequiredService<QuestionReports>().OfAsync(null, first, cancellationToken);
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(report, QuestionReportJson.Readable.QuestionReport));
        else
            Print(report, LanguageOf(language, scope.ServiceProvider));
        return 0;
    }

    private static Language LanguageOf(string? code, IServiceProvider services) => code switch
    {
        "nl" => Language.Dutch,
        "en" => Language.English,
        _ => services.GetRequiredService<Microsoft.Extensions.Options.IOptions<OrganisationOptions>>().Value.DefaultLanguage,
    };

    private static void Print(QuestionReport report, Language language)
    {
        Console.WriteLine(QuestionReportCard.Title(report, language));
        foreach (var (name, count) in ((Bilingual, int)[])[
            (ReportTexts.Asked, report.Asked), (ReportTexts.Answered, report.Answered), (ReportTexts.Declined, report.Declined),
            (ReportTexts.Liked, report.Liked), (ReportTexts.Disliked, report.Disliked)])
        {
            Console.WriteLine($"  {name.In(language)}: {count}");
        }

        Console.WriteLine();
        Console.WriteLine(ReportTexts.MostUnanswered.In(language));
        foreach (var question in report.Unanswered)
            Console.WriteLine($"  {question.Times} x {question.Question}{(question.Reason is { } reason ? $" ({ReportTexts.Because(reason).In(language)})" : "")}");
        Console.WriteLine();
        Console.WriteLine(ReportTexts.DislikedAnswers.In(language));
        foreach (var answer in report.DislikedAnswers)
            Console.WriteLine($"  {answer.Question} - {answer.Comment ?? ReportTexts.NoComment.In(language)}");
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(QuestionReport))]
internal sealed partial class QuestionReportJson : JsonSerializerContext
{
    /// <summary>Accents stay readable: the output goes to a terminal or a file, never into HTML.</summary>
    public static QuestionReportJson Readable { get; } = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter<DeclineReason>(JsonNamingPolicy.CamelCase) },
    });
}
