using AiActBot.Compliance.Triage;

namespace AiActBot.Compliance.Tests.Triage;

public sealed class TriageEngineTests
{
    private static readonly TriageEngine Engine = TheRules.Engine;

    [Fact]
    public void A_rule_that_fired_says_which_answers_it_used()
    {
        var outcome = Engine.Evaluate(Scenario("cv-screening-bought"));

        var fired = outcome.FiredRules.Single(rule => rule.Rule.Id == "annex-iii-4-a");
        Assert.Equal(["subject", "areas", "employment-use", "profiling"], fired.Facts.Select(fact => fact.QuestionId));
    }

    [Fact]
    public void What_is_uncertain_says_which_questions_decide_it()
    {
        var outcome = Engine.Evaluate(Scenario("profiling-not-known"));

        var uncertain = outcome.UncertainRules.Single(rule => rule.Rule.Id == "annex-iii-4-a");
        Assert.Equal(["profiling"], uncertain.OpenQuestions);
        Assert.Contains("profiling", outcome.OpenQuestions);
        Assert.Equal([new RiskFinding(RiskClass.HighRisk, ArticleReference.Parse("anx-III.4.a"))], outcome.PossibleRisk);
        Assert.Contains(outcome.PossibleDuties, duty => duty.Id == "monitor-use");
    }

    [Fact]
    public void Another_answer_that_would_change_the_class_is_named()
    {
        var outcome = Engine.Evaluate(Scenario("document-sorter-hr"));

        var change = outcome.WouldChange.Single(what => what.QuestionId == "profiling" && what.Instead.Equals(Answer.Of("yes")));
        Assert.Equal([RiskClass.HighRisk], change.Gained);
        Assert.Equal([RiskClass.MinimalRisk], change.Lost);
    }

    [Fact]
    public void None_of_these_beside_another_choice_is_a_contradiction_and_proves_nothing()
    {
        var outcome = Engine.Evaluate(Scenario("spam-filter").With("areas", "employment", "none").With("employment-use", "recruitment").With("profiling", "yes"));

        Assert.Single(outcome.Contradictions);
        Assert.Equal(RiskClass.Undetermined, outcome.Risk[0].Class);
        Assert.Equal(["areas"], outcome.IgnoredAnswers);
    }

    [Fact]
    public void Answers_to_questions_that_no_longer_exist_are_named_and_do_no_harm()
    {
        var answers = Scenario("spam-filter");

        var outcome = Engine.Evaluate(answers.With("removed-question", "yes"));

        Assert.Equal(["removed-question"], outcome.IgnoredAnswers);
        Assert.Equal(Engine.Evaluate(answers).Risk, outcome.Risk);
    }

    [Fact]
    public void A_duty_that_follows_from_annex_i_applies_later_than_from_annex_iii()
    {
        DateOnly From(string scenario, string duty) => Engine.Evaluate(Scenario(scenario)).Duties.Single(found => found.Id == duty).AppliesFrom;

        Assert.Equal(new DateOnly(2027, 12, 2), From("cv-screening-sold", "risk-management"));
        Assert.Equal(new DateOnly(2028, 8, 2), From("x-ray-software", "risk-management"));
    }

    [Fact]
    public void Annex_i_section_b_leaves_the_duties_to_the_product_rules()
    {
        var outcome = Engine.Evaluate(Scenario("machine-safety"));

        Assert.Empty(outcome.Duties);
        Assert.NotEmpty(outcome.NeedsReview);
    }

    [Fact]
    public void When_it_was_placed_on_the_market_changes_the_date()
    {
        var outcome = Engine.Evaluate(Scenario("customer-chatbot-built").With(MarketHistory.WhenOnMarket, "before-2026-08-02"));

        Assert.Equal(new DateOnly(2026, 12, 2), outcome.Duties.Single(duty => duty.Id == "mark-output").AppliesFrom);
    }

    [Fact]
    public void Nothing_more_is_asked_once_the_act_does_not_apply()
    {
        var answers = Answers.Empty.With("union-link", "none");

        Assert.Null(Engine.NextQuestion(answers));
        Assert.Equal(new TriageProgress(1, 0), Engine.Progress(answers));
    }

    [Fact]
    public void I_dont_know_is_not_asked_again() =>
        Assert.NotEqual("technique", Engine.NextQuestion(Answers.Empty.With("subject", "system").With("technique", Answer.DontKnow))?.Id);

    [Fact]
    public void The_interview_begins_with_what_it_is_about() => Assert.Equal("subject", Engine.NextQuestion(Answers.Empty)?.Id);

    private static Answers Scenario(string id) => TheRules.Scenarios.Single(scenario => scenario.Id == id).Answers;
}
