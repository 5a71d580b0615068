using System.Text.Json.Nodes;
using AiActBot.Assistant.Chat;
using AiActBot.Assistant.Report;
using AiActBot.Compliance;
using AiActBot.Conversations;
using AiActBot.Hosting;
using AiActBot.Notifications;
using AiActBot.Reminders;
using AiActBot.Storage;
using AiActBot.Tests.Infrastructure;
using AiActBot.Tests.Reliability;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Person = AiActBot.Tests.Drivers.Person;

namespace AiActBot.Tests.Assistant;

/// <summary>What the compliance team hears of questions: on demand, and once a month.</summary>
public sealed class QuestionReportTests
{
    [Theory]
    [InlineData("nl-NL", "vragenrapport", "Wat is de boete onder de AVG voor een datalek?", "Voor een datalek, wat is de boete onder de AVG?", "Hoe lang moeten wij logs bewaren?", "Te lang antwoord", "Niet beantwoord")]
    [InlineData("en-GB", "question report", "What is the fine under the GDPR for a data breach?", "For a data breach, what is the fine under the GDPR?", "How long must we keep logs?", "Answer too long", "Not answered")]
    public async Task Team_sees_counts_like_questions_together_and_comments_but_no_names(
        string locale, string command, string unanswered, string otherWords, string answered, string comment, string label)
    {
        await using var bot = await RunningBot.StartAsync();
        var (sanne, pieter, noor) = (bot.Person("Sanne", locale), bot.Person("Pieter", locale), bot.Person("Noor", locale));
        await sanne.AsksForTextAsync(unanswered);
        await pieter.AsksForTextAsync(otherWords);
        await sanne.WritesAsync(answered);
        var answer = await bot.Connector.NextAsync(sanne.ConversationId, sent => sent.Activity["entities"]?.ToJsonString().Contains("citation", StringComparison.Ordinal) == true);
        await DislikesAsync(bot, sanne, answer.Id, comment);

        var card = await noor.AsksForCardAsync(command);

        Assert.Contains(label + "\n2", card.Text, StringComparison.Ordinal);
        Assert.Contains($"2 × {otherWords}", card.Text, StringComparison.Ordinal);
        Assert.Contains($"{answered} – “{comment}”", card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sanne", card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Pieter", card.Text, StringComparison.Ordinal);

        var before = (await noor.PressesVerbAsync(card, Verbs.QuestionReport)).Card;
        Assert.DoesNotContain(unanswered, before.Text, StringComparison.Ordinal);
        Assert.Contains(label + "\n0", before.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nl-NL", "rapport", "alleen voor het complianceteam", "alleen zien in een gesprek")]
    [InlineData("en-GB", "monthly report", "for the compliance team only", "in a chat with you alone")]
    public async Task Nobody_else_sees_it_and_nobody_in_company(string locale, string command, string notTeam, string notAlone)
    {
        await using var bot = await RunningBot.StartAsync();

        Assert.Contains(notTeam, await bot.Person("Sanne", locale).AsksForTextAsync(command), StringComparison.Ordinal);
        Assert.Contains(notAlone, await bot.Person("Noor", locale).InGroupChat("19:team").AsksForTextAsync(command), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nl-NL", "hulp", "Vragenrapport")]
    [InlineData("en-GB", "help", "Question report")]
    public async Task Help_offers_it_to_the_team_only(string locale, string help, string button)
    {
        await using var bot = await RunningBot.StartAsync();
        var noor = bot.Person("Noor", locale);

        await noor.PressesAsync(await noor.AsksForCardAsync(help), button);

        Assert.True((await noor.SeesCardAsync()).Offers(Verbs.QuestionReport));
        Assert.DoesNotContain(button, (await bot.Person("Sanne", locale).AsksForCardAsync(help)).Buttons);
    }

    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task Each_of_the_team_gets_last_month_once_from_the_first_working_day_on(DatabaseProvider provider)
    {
        // The application's own look stays out of it until the restart.
        await using var bot = await RunningBot.StartAsync(
            provider, ("Organisation:ComplianceTeam:1", Person.ObjectIdOf("Eva")), ("Reminders:PollInterval", "1.00:00:00"));
        var (noor, eva) = (await bot.Person("Noor", "nl-NL").InstallsAsync(), await bot.Person("Eva", "en-GB").InstallsAsync());
        var sanne = bot.Person("Sanne");
        await sanne.AsksForTextAsync("Wie reserveert vergaderzaal Zonnebloem?");
        var clock = bot.Services.GetRequiredService<OrganisationClock>();
        var thisMonth = QuestionReports.MonthOf(clock.Today);
        var due = clock.StartOf(clock.Holidays.NextWorkingDay(thisMonth.AddMonths(1)));

        MoveTo(bot, due.AddHours(7.5));
        Assert.Equal(0, await ScanAsync(bot));
        MoveTo(bot, due.AddHours(8.5));
        Assert.Equal(2, (await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => ScanAsync(bot))))).Sum());
        await bot.RestartAsync();
        bot.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await ScanAsync(bot));
        await TheCase.OutboxIsEmptyAsync(bot);

        Assert.Equal(1, ReportsTo(noor, ReportTexts.MostUnanswered.Nl));
        Assert.Equal(1, ReportsTo(eva, ReportTexts.MostUnanswered.En));
        Assert.Contains("Zonnebloem", (await noor.SeesAsync(ReportTexts.MostUnanswered.Nl)).Text, StringComparison.Ordinal);
        Assert.All(
            await bot.WithDbAsync(db => db.Notifications.Where(n => n.Purpose == NotificationPurpose.QuestionReport).ToListAsync()),
            report => Assert.Equal(NotificationState.Sent, report.State));
    }

    [Fact]
    public async Task A_month_without_questions_has_no_report()
    {
        await using var bot = await RunningBot.StartAsync(DatabaseProvider.Sqlite, ("Reminders:PollInterval", "1.00:00:00"));
        await bot.Person("Noor").InstallsAsync();

        bot.Time.Advance(TimeSpan.FromDays(40));

        Assert.Equal(0, await ScanAsync(bot));
    }

    private static int ReportsTo(Person person, string words) =>
        person.Received.Count(sent => sent.Card is not null && new Drivers.Card(sent).Text.Contains(words, StringComparison.Ordinal));

    private static void MoveTo(RunningBot bot, DateTimeOffset moment) => bot.Time.Advance(moment - bot.Time.GetUtcNow());

    private static async Task<int> ScanAsync(RunningBot bot)
    {
        await using var scope = bot.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<MonthlyReportScan>().RunAsync(CancellationToken.None);
    }

    private static async Task DislikesAsync(RunningBot bot, Person person, string activityId, string comment)
    {
        await Eventually.GetAsync(
            () => bot.WithDbAsync(db => db.AskedQuestions.CountAsync(question => question.ActivityId == activityId)), count => count == 1, "the id of the answer");
        var activity = person.Activity("invoke", ("name", "message/submitAction"), ("replyToId", activityId));
        activity["value"] = new JsonObject
        {
            ["actionName"] = "feedback",
            ["actionValue"] = new JsonObject { ["reaction"] = "dislike", ["feedback"] = new JsonObject { ["feedbackText"] = comment }.ToJsonString() },
        };
        using var response = await bot.PostAsync(activity);
        response.EnsureSuccessStatusCode();
    }
}

/// <summary>The same report in the terminal.</summary>
[Collection(TheConsole.Name)]
public sealed class QuestionsCommandTests
{
    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task Terminal_prints_a_month_in_either_language_or_as_json(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using (var db = database.Open())
        {
            await db.Database.MigrateAsync();
            db.AskedQuestions.AddRange(Asked("Mag dit?", 3), Asked("Mag dat?", 3), Asked("Hoe laat is het?", 4));
            await db.SaveChangesAsync();
        }

        var dutch = await Ran.CommandAsync(database, "questions", "report", "--month", "2026-03", "--language", "nl");
        var english = await Ran.CommandAsync(database, "questions", "report", "--month", "2026-03", "--language", "en");
        var json = await Ran.CommandAsync(database, "questions", "report", "--month", "2026-04", "--json");

        Assert.Contains("Vragen in maart 2026", dutch.Output, StringComparison.Ordinal);
        Assert.Contains("Gesteld: 2", dutch.Output, StringComparison.Ordinal);
        Assert.Contains("Questions in March 2026", english.Output, StringComparison.Ordinal);
        var report = JsonNode.Parse(json.Output)!;
        Assert.Equal(1, report["asked"]!.GetValue<int>());
        Assert.Equal("otherSubject", report["unanswered"]![0]!["reason"]!.GetValue<string>());
        Assert.Equal(2, (await Ran.CommandAsync(database, "questions", "report", "--month", "maart")).ExitCode);
    }

    private static AskedQuestion Asked(string question, int month) => new()
    {
        Id = Guid.NewGuid(),
        TenantId = "t",
        PersonId = PersonId.New(),
        Question = question,
        Language = Language.Dutch,
        Answered = false,
        Declined = "OtherSubject",
        At = new DateTimeOffset(2026, month, 15, 12, 0, 0, TimeSpan.Zero),
    };
}
