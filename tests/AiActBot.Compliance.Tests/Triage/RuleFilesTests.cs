using System.Globalization;
using System.Text.RegularExpressions;
using AiActBot.Compliance.Triage;
using AiActBot.Triage.RuleFiles;

namespace AiActBot.Compliance.Tests.Triage;

public sealed partial class RuleFilesTests
{
    [Fact]
    public void Every_rule_comes_out_as_its_examples_say() => Assert.Empty(RuleExamples.Problems(TheRules.Engine));

    public static TheoryData<string> ScenarioIds() => [.. TheRules.Scenarios.Select(scenario => scenario.Id)];

    [Theory]
    [MemberData(nameof(ScenarioIds))]
    public void A_system_as_people_describe_it_is_classified_as_it_should_be(string id)
    {
        var scenario = TheRules.Scenarios.Single(candidate => candidate.Id == id);
        Assert.All(scenario.Answers.All, pair => Assert.Null(TheRules.Engine.ProblemWith(pair.Key, pair.Value)));

        var outcome = TheRules.Engine.Evaluate(scenario.Answers);

        Assert.Equal(scenario.Roles.Order(), outcome.Roles.Order());
        Assert.Equal(Sorted(scenario.Classes), Sorted(outcome.Risk));
        Assert.Empty(scenario.Duties.Except(outcome.Duties.Select(duty => duty.Id)));
        Assert.Equal(scenario.Contradictory, outcome.Contradictions.Count > 0);
        Assert.Equal(scenario.Complete ? null : "technique", TheRules.Engine.NextQuestion(scenario.Answers)?.Id);
    }

    [Fact]
    public void What_triage_finds_for_the_scenarios_is_what_was_approved()
    {
        var found = Outcomes.OfAll(TheRules.Engine);
        var received = Path.Combine(AppContext.BaseDirectory, "outcomes.received.txt");
        File.WriteAllText(received, found);

        Assert.True(File.ReadAllText(Outcomes.File) == found, $"Compare {received} with {Outcomes.File}, and copy it there when it is right in law.");
    }

    [Fact]
    public void There_are_scenarios_for_every_class_and_role()
    {
        Assert.True(TheRules.Scenarios.Count >= 60, $"{TheRules.Scenarios.Count} scenarios");
        Assert.Equal(Enum.GetValues<RiskClass>().Order(), TheRules.Scenarios.SelectMany(scenario => scenario.Classes).Select(found => found.Class).Distinct().Order());
    }

    [Fact]
    public void The_points_of_annex_iii_and_the_prohibitions_are_all_there()
    {
        string[] expected =
        [
            "art-5.1.a", "art-5.1.b", "art-5.1.ba", "art-5.1.bb", "art-5.1.c", "art-5.1.d", "art-5.1.e", "art-5.1.f", "art-5.1.g", "art-5.1.h",
            "anx-I.A", "anx-I.B", "anx-III.1.a", "anx-III.1.b", "anx-III.1.c", "anx-III.2", "anx-III.3.a", "anx-III.3.b", "anx-III.3.c",
            "anx-III.3.d", "anx-III.4.a", "anx-III.4.b", "anx-III.5.a", "anx-III.5.b", "anx-III.5.c", "anx-III.5.d", "anx-III.6.a",
            "anx-III.6.b", "anx-III.6.c", "anx-III.6.d", "anx-III.6.e", "anx-III.7.a", "anx-III.7.b", "anx-III.7.c", "anx-III.7.d",
            "anx-III.8.a", "anx-III.8.b", "art-50.1", "art-50.2", "art-50.3", "art-50.4",
        ];
        var found = TheRules.Book.Rules.Select(rule => rule.Outcome).OfType<Outcome.AddsClass>().Select(adds => adds.Provision.ToString()).ToHashSet();

        Assert.Empty(expected.Except(found));
        // Each of them is also met in a system as people describe it.
        Assert.Empty(expected.Except(TheRules.Scenarios.SelectMany(scenario => scenario.Classes).Select(finding => finding.Provision.ToString())));
    }

    [Fact]
    public void Every_question_has_an_example() => Assert.Empty(TheRules.Book.Questions.Where(question => question.Examples.Count == 0).Select(question => question.Id));

    [Fact]
    public void The_choices_of_when_it_came_to_the_market_are_the_dates_of_article_111()
    {
        DateOnly[] dates =
        [
            ApplicationDates.GeneralPurposeModelsAndGovernance, ApplicationDates.General, ApplicationDates.LargeScaleItBefore,
            ApplicationDates.HighRiskAnnexIII, ApplicationDates.HighRiskAnnexI,
        ];
        var choices = TheRules.Book.FindQuestion(MarketHistory.WhenOnMarket)!.Choices.Select(choice => choice.Id);

        Assert.Equal([.. dates.Select(date => $"before-{date:yyyy-MM-dd}"), "later"], choices);
        Assert.All(dates, date => Assert.Equal(
            date.AddDays(-1), MarketHistory.Of(Answers.Empty.With(MarketHistory.WhenOnMarket, $"before-{date:yyyy-MM-dd}")).PlacedOnMarket));
    }

    [Fact]
    public void A_duty_with_a_date_in_the_calendar_has_that_date()
    {
        var calendar = CalendarEntry().Matches(File.ReadAllText(Path.Combine(TheRules.Folder, "..", "calendar.yaml")))
            .ToDictionary(match => match.Groups["id"].Value, match => DateOnly.Parse(match.Groups["date"].Value, CultureInfo.InvariantCulture));

        Assert.All(
            TheRules.Book.Duties.Where(duty => duty.CalendarId is not null),
            duty => Assert.Equal(calendar[duty.CalendarId!], ApplicationDates.For(duty.Provision, RiskBasis.NotHighRisk).From));
    }

    [Fact]
    public void Every_choice_of_every_question_matters_somewhere()
    {
        var used = TheRules.Book.Rules.SelectMany(rule => rule.When.Leaves.Concat(rule.Unless?.Leaves ?? []))
            .Concat(TheRules.Book.Duties.SelectMany(duty => duty.When.Leaves))
            .Select(leaf => leaf switch { Condition.Is it => it.Question, Condition.Has it => it.Question, _ => "" })
            .ToHashSet();

        Assert.All(TheRules.Book.Questions, question => Assert.Contains(question.Id, used));
    }

    [Theory]
    [InlineData("questions: [", "not YAML")]
    [InlineData("rules:\n  - id: a\n    provision: art-five\n", "'art-five' is not a provision")]
    [InlineData("rules:\n  - id: a\n    wenn: x is y\n", "there is no field 'wenn' here")]
    [InlineData("rules:\n  - id: a\n    when: profiling might be yes\n", "'profiling might be yes' is not a condition")]
    [InlineData("rules:\n  - id: a\n    then: {role: boss}\n", "'boss' is not one of: provider")]
    [InlineData("rules:\n  - id: a\n    then: {maybe: true}\n", "'then' should be one of")]
    [InlineData("questions:\n  - id: a\n    text: {nl: Alleen Nederlands}\n", "'en' is missing")]
    [InlineData("rules: yes\n", "'rules' should be a list")]
    public void A_mistake_in_a_file_is_named_with_its_place(string text, string expected)
    {
        using var folder = new RuleFolder(("broken.yaml", text));

        var refused = Assert.Throws<RuleFileException>(() => RuleBookFolder.Load(folder.Path));

        Assert.Contains(refused.Problems, problem => problem.File == "broken.yaml" && problem.What.Contains(expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("when: colour is yes", "rule a: there is no question 'colour'")]
    [InlineData("when: known is maybe", "rule a: question 'known' has no choice 'maybe'")]
    [InlineData("when: known has yes", "rule a: write 'known is yes' for this kind of question")]
    [InlineData("when: fact missing", "rule a: nothing ever gives what it asks for")]
    [InlineData("when: {not: fact found}", "rule a: these rules depend on each other: a")]
    public void A_rule_that_does_not_fit_the_rest_is_named(string when, string expected)
    {
        using var folder = new RuleFolder(("rules.yaml", $$"""
            version: "1"
            questions:
              - id: known
                kind: yes-no
                provision: art-3.1
                text: {nl: Vraag, en: Question}
                help: {nl: Hulp, en: Help}
            rules:
              - id: a
                provision: art-3.1
                {{when}}
                then: {fact: found}
                explanation: {nl: Uitleg, en: Explanation}
                examples: {fires: [], doesNotFire: []}
            """));

        var refused = Assert.Throws<RuleFileException>(() => RuleBookFolder.Load(folder.Path));

        var problem = Assert.Single(refused.Problems);
        Assert.StartsWith(expected, problem.What, StringComparison.Ordinal);
        Assert.Equal(9, problem.Line);
    }

    private static List<string> Sorted(IEnumerable<RiskFinding> findings) => [.. findings.Select(found => $"{found.Class} {found.Provision}").Order()];

    [GeneratedRegex(@"- id: (?<id>\S+)\n  date: (?<date>\S+)")]
    private static partial Regex CalendarEntry();
}
