using System.Text.Json.Nodes;
using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Conversations;
using AiActBot.Tests.Drivers;
using AiActBot.Tests.Infrastructure;
using Person = AiActBot.Tests.Drivers.Person;

namespace AiActBot.Tests.CorrectiveActions;

public sealed class ReportTests
{
    [Theory]
    [InlineData("nl-NL", "melden", "Er staat nog geen AI-systeem")]
    [InlineData("en-GB", "report", "There is no AI system in the register yet")]
    public async Task Without_a_registered_system_there_is_nothing_to_report_on(string locale, string word, string answer)
    {
        await using var bot = await RunningBot.StartAsync();

        Assert.Contains(answer, await bot.Person("Sanne", locale).AsksForTextAsync(word), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("facts", "")]
    [InlineData("facts", " \n ")]
    [InlineData("action", "")]
    [InlineData("kind", "")]
    [InlineData("kind", "Destroy")]
    [InlineData("kind", "0")]
    [InlineData("system", "")]
    [InlineData("system", "TalentScan")]
    public async Task A_report_that_lacks_something_is_not_taken(string input, string value)
    {
        await using var cast = await Cast.StartAsync();
        var form = await cast.Sanne.AsksForReportFormAsync();
        var before = await Stored.CountAsync(cast.Bot);
        var inputs = new Dictionary<string, string>
        {
            ["system"] = form.Choice("system", Cast.System),
            ["kind"] = nameof(CorrectiveActionKind.Recall),
            ["facts"] = "x",
            ["action"] = "y",
            [input] = value,
        };

        var answer = await cast.Sanne.PressesVerbAsync(form, Verbs.Report, [.. inputs.Select(pair => (pair.Key, pair.Value))]);

        Assert.Contains("nog niet compleet", answer.Message, StringComparison.Ordinal);
        Assert.Equal(before, await Stored.CountAsync(cast.Bot));
    }

    [Fact]
    public async Task What_is_too_long_is_not_taken_and_what_just_fits_is()
    {
        await using var cast = await Cast.StartAsync();

        Assert.Contains("2.000 tekens", (await cast.Sanne.ReportsAsync(Cast.System, facts: new string('x', 2001))).Message, StringComparison.Ordinal);
        Assert.Contains("CA-", (await cast.Sanne.ReportsAsync(Cast.System, facts: new string('x', 2000))).Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_system_of_another_tenant_cannot_be_reported_on()
    {
        await using var cast = await Cast.StartAsync();
        var form = await cast.Sanne.AsksForReportFormAsync();
        var outsider = new Person(cast.Bot, "Olga", "nl-NL") { TenantIdInActivities = "99999999-2222-4333-8444-555555555555" };

        var answer = await outsider.PressesVerbAsync(form, Verbs.Report,
            ("system", form.Choice("system", Cast.System)), ("kind", "Recall"), ("facts", "x"), ("action", "y"));

        Assert.Contains("niet meer in het register", answer.Message, StringComparison.Ordinal);
        Assert.Equal(0, (await Stored.CountAsync(cast.Bot)).Cases);
    }

    [Theory]
    [InlineData("nl-NL", "Noor is gevraagd om te beslissen")]
    [InlineData("en-GB", "Noor has been asked to decide")]
    public async Task What_the_project_leader_proposes_the_compliance_team_decides(string locale, string words)
    {
        await using var cast = await Cast.StartAsync(locale);

        var reported = (await cast.Pieter.ReportsAsync(Cast.System)).Card;
        var asked = await cast.Noor.IsAskedToDecideAsync();
        await cast.Noor.ApprovesAsync(asked);

        Assert.Contains(words, reported.Text, StringComparison.Ordinal);
        Assert.Equal(CorrectiveActionStatus.CarryingOut, await cast.StatusAsync());
    }

    [Fact]
    public async Task A_compliance_team_that_is_written_in_capitals_is_the_same_team()
    {
        await using var cast = await Cast.StartAsync(settings: ("Organisation:ComplianceTeam:0", Person.ObjectIdOf("Noor").ToUpperInvariant()));

        await cast.Pieter.ReportsAsync(Cast.System);

        await cast.Noor.IsAskedToDecideAsync();
    }

    [Theory]
    [InlineData("nl-NL", "Niemand anders dan jij kan hierover beslissen")]
    [InlineData("en-GB", "Nobody but you can decide on this")]
    public async Task Where_nobody_else_can_decide_the_report_is_refused_and_nothing_is_stored(string locale, string words)
    {
        await using var bot = await RunningBot.StartAsync();
        var pieter = await bot.Person("Pieter", locale).InstallsAsync();
        await pieter.RegistersAsync("Alleen");
        var form = await pieter.AsksForReportFormAsync();
        var before = await Stored.CountAsync(bot);

        var answer = await pieter.PressesVerbAsync(form, Verbs.Report,
            ("system", form.Choice("system", "Alleen")), ("kind", "Recall"), ("facts", "x"), ("action", "y"));

        Assert.Contains(words, answer.Message, StringComparison.Ordinal);
        Assert.Equal(before, await Stored.CountAsync(bot));
    }

    [Fact]
    public async Task Two_reports_at_once_get_numbers_of_their_own()
    {
        await using var cast = await Cast.StartAsync();
        var form = await cast.Sanne.AsksForReportFormAsync();
        var system = form.Choice("system", Cast.System);

        await Task.WhenAll(new[] { cast.Sanne, cast.Noor, cast.Dirk, cast.Sanne, cast.Noor }.Select(person =>
            person.PressesVerbAsync(form, Verbs.Report, ("system", system), ("kind", "Recall"), ("facts", "x"), ("action", "y"))));

        var numbers = await cast.Bot.WithDbAsync(db => Task.FromResult(db.Cases.Select(c => c.Number).OrderBy(n => n).ToList()));
        Assert.Equal(Enumerable.Range(1, 5).Select(number => $"CA-{cast.Bot.Time.GetUtcNow().Year}-{number:0000}"), numbers);
    }

    [Fact]
    public async Task The_list_holds_the_cases_that_one_has_to_do_with()
    {
        await using var cast = await Cast.StartAsync();
        await cast.AwaitsPieterAsync();

        foreach (var person in new[] { cast.Sanne, cast.Pieter, cast.Noor })
        {
            var list = await person.AsksForListAsync();
            Assert.Contains("CA-", (await person.PressesVerbAsync(list, Verbs.ShowCase)).Card.Text, StringComparison.Ordinal);
        }

        Assert.Contains("geen dossiers voor jou", await cast.Dirk.AsksForTextAsync("dossiers"), StringComparison.Ordinal);
        var id = (await cast.CaseAsync()).Id.ToString();
        Assert.Contains("niet (meer) voor jou", (await cast.Dirk.InvokesAsync(Verbs.ShowCase, new JsonObject { ["case"] = id })).Message, StringComparison.Ordinal);
    }
}
