using System.Text.Json.Nodes;
using AiActBot.Compliance;
using AiActBot.Conversations;
using AiActBot.Tests.Drivers;
using AiActBot.Tests.Infrastructure;

namespace AiActBot.Tests.Triage;

public sealed class InterviewTests : IAsyncLifetime
{
    private RunningBot bot = null!;

    public async Task InitializeAsync() => bot = await RunningBot.StartAsync();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Theory]
    [InlineData("nl-NL", "hoog risico (", "Wat je moet doen", "aanbieder")]
    [InlineData("en-GB", "high-risk (", "What you must do", "provider")]
    public async Task From_a_description_to_a_system_in_the_register(string locale, string risk, string duties, string role)
    {
        var pieter = bot.Person("Pieter", locale);
        var first = (await pieter.BeginsTriageAsync("TalentScan", "Ranks applicants.")).Card;

        var outcome = await pieter.AnswersAllAsync(first, RegisterTalk.RanksApplicants);
        Assert.Contains(risk, outcome.Text, StringComparison.Ordinal);
        Assert.Contains(duties, outcome.Text, StringComparison.Ordinal);
        var saved = (await pieter.PressesVerbAsync(outcome, Verbs.SaveTriage)).Card;

        Assert.Contains("TalentScan", saved.Text, StringComparison.Ordinal);
        Assert.Contains("Ranks applicants.", saved.Text, StringComparison.Ordinal);
        Assert.Contains(role, saved.Text, StringComparison.Ordinal);
        var system = await bot.WithDbAsync(db => Task.FromResult(db.AiSystems.Single(s => s.Name == "TalentScan" && s.TenantId == pieter.TenantIdInActivities)));
        Assert.Equal([OperatorRole.Provider], system.Roles);
        Assert.Equal(RiskClass.HighRisk, system.RiskClasses[0]);
        var assessment = await bot.WithDbAsync(db => Task.FromResult(db.Assessments.Single(a => a.AiSystemId == system.Id)));
        Assert.Contains("anx-III.4.a", assessment.Outcome, StringComparison.Ordinal);
        Assert.Equal(["system.registered", "system.assessed"], await Stored.HistoryAsync(bot, $"system:{system.Id}"));
    }

    [Theory]
    [InlineData("nl-NL", "Nog niet zeker")]
    [InlineData("en-GB", "Not certain yet")]
    public async Task Not_knowing_is_an_answer_and_the_outcome_says_what_to_find_out(string locale, string words)
    {
        var pieter = bot.Person("Pieter", locale);
        var first = (await pieter.BeginsTriageAsync("Raadsel")).Card;

        var outcome = await pieter.AnswersAllAsync(first, new Dictionary<string, string>());

        Assert.Contains(words, outcome.Text, StringComparison.Ordinal);
        Assert.True(outcome.Offers(Verbs.SaveTriage));
    }

    [Theory]
    [InlineData("nl-NL", "Rangschikt sollicitanten voor onze recruiters.", "Voorstel uit je beschrijving (\"sollicitanten\"", "Werk en personeel")]
    [InlineData("en-GB", "Ranks applicants for our recruiters.", "Suggestion from your description (\"applicants\"", "Employment and staff")]
    public async Task The_description_suggests_answers_and_assumes_none(string locale, string description, string suggestion, string answer)
    {
        var pieter = bot.Person("Pieter", locale);
        var card = (await pieter.BeginsTriageAsync("TalentScan", description)).Card;
        while (card.Question() != "areas")
            card = (await pieter.AnswersAsync(card, RegisterTalk.RanksApplicants[card.Question()!])).Card;

        Assert.Contains(suggestion, card.Text, StringComparison.Ordinal);
        Assert.Contains(answer, card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"areas\"", await bot.WithDbAsync(db => Task.FromResult(db.TriageSessions.Single().Answers)), StringComparison.Ordinal);
        Assert.NotEqual("employment-use", (await pieter.AnswersAsync(card, "none")).Card.Question());
    }

    [Theory]
    [InlineData("nl-NL", "Gewijzigd. Het was: aanbieder, hoog risico. Het is nu:")]
    [InlineData("en-GB", "Changed. It was: provider, high-risk. It is now:")]
    public async Task An_earlier_answer_can_be_changed_and_what_changes_is_said(string locale, string words)
    {
        var pieter = bot.Person("Pieter", locale);
        var outcome = await pieter.AnswersAllAsync((await pieter.BeginsTriageAsync("TalentScan")).Card, RegisterTalk.RanksApplicants);
        var answers = (await pieter.PressesVerbAsync(outcome, Verbs.ShowAnswers)).Card;

        var question = (await pieter.PressesVerbAsync(answers, Verbs.EditTriage, ("question", "employment-use"))).Card;
        Assert.True(question.Offers(Verbs.ChangeTriage));
        var changed = (await pieter.PressesVerbAsync(question, Verbs.ChangeTriage, ("answer", "none"))).Card;

        Assert.Contains(words, changed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_an_answered_question_can_be_changed()
    {
        var pieter = bot.Person("Pieter");
        var first = (await pieter.BeginsTriageAsync("TalentScan")).Card;
        var session = first.Data(Verbs.AnswerTriage, "session");

        foreach (var verb in new[] { Verbs.EditTriage, Verbs.ChangeTriage })
        {
            var answer = await pieter.InvokesAsync(verb, new JsonObject { ["session"] = session, ["question"] = "areas", ["answer"] = "none" });
            Assert.Contains("nog niet beantwoord", answer.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task In_a_group_chat_the_interview_belongs_to_who_started_it()
    {
        var pieter = bot.Person("Pieter").InGroupChat("19:group@thread.v2");
        var sanne = bot.Person("Sanne").InGroupChat("19:group@thread.v2");
        var first = (await pieter.BeginsTriageAsync("TalentScan")).Card;

        Assert.Contains("niet van jou", (await sanne.AnswersAsync(first, "model")).Message, StringComparison.Ordinal);

        Assert.Equal("technique", (await pieter.AnswersAsync(first, "system")).Card.Question());
    }

    [Fact]
    public async Task One_can_go_back_and_answer_otherwise()
    {
        var pieter = bot.Person("Pieter");
        var first = (await pieter.BeginsTriageAsync("TalentScan")).Card;
        var second = (await pieter.AnswersAsync(first, "system")).Card;
        Assert.Equal("technique", second.Question());
        Assert.False(first.Offers(Verbs.BackInTriage));

        var again = (await pieter.PressesVerbAsync(second, Verbs.BackInTriage)).Card;
        Assert.Equal("subject", again.Question());
        var other = (await pieter.AnswersAsync(again, "model")).Card;

        Assert.NotEqual("technique", other.Question());
        Assert.Contains("vraag 2", other.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_can_go_back_from_the_outcome()
    {
        var pieter = bot.Person("Pieter");
        var outcome = await pieter.AnswersAllAsync((await pieter.BeginsTriageAsync("Rekenblad")).Card, RegisterTalk.FixedRules);

        Assert.Equal("technique", (await pieter.PressesVerbAsync(outcome, Verbs.BackInTriage)).Card.Question());
    }

    [Theory]
    [InlineData("nl-NL", "Je was nog bezig met TalentScan")]
    [InlineData("en-GB", "You were still working on TalentScan")]
    public async Task An_interview_goes_on_where_it_was_left_also_after_a_restart(string locale, string words)
    {
        var pieter = bot.Person("Pieter", locale);
        await pieter.AnswersAsync((await pieter.BeginsTriageAsync("TalentScan")).Card, "system");
        await bot.RestartAsync();

        await pieter.WritesAsync("triage");
        var resumed = await pieter.SeesAsync(card => card.Question() == "technique");

        Assert.Contains(words, resumed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_on_a_card_of_an_earlier_question_brings_the_question_of_now()
    {
        var pieter = bot.Person("Pieter");
        var first = (await pieter.BeginsTriageAsync("TalentScan")).Card;
        await pieter.AnswersAsync(first, "system");

        var answer = (await pieter.AnswersAsync(first, "model")).Card;

        Assert.Equal("technique", answer.Question());
        Assert.Contains("\"system\"", await bot.WithDbAsync(db => Task.FromResult(db.TriageSessions.Single().Answers)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("system,model")]
    [InlineData("?,system")]
    public async Task What_is_no_answer_to_the_question_is_asked_again(string answer)
    {
        var pieter = bot.Person("Pieter");
        var first = (await pieter.BeginsTriageAsync("TalentScan")).Card;

        Assert.Contains("Kies een antwoord", (await pieter.AnswersAsync(first, answer)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nl-NL", "niet van jou")]
    [InlineData("en-GB", "not yours")]
    public async Task Somebody_elses_interview_is_refused(string locale, string words)
    {
        var first = (await bot.Person("Pieter").BeginsTriageAsync("TalentScan")).Card;
        var mallory = bot.Person("Mallory", locale);
        var session = new JsonObject { ["session"] = first.Data(Verbs.AnswerTriage, "session"), ["question"] = "subject", ["answer"] = "model" };

        foreach (var verb in new[] { Verbs.AnswerTriage, Verbs.BackInTriage, Verbs.CancelTriage, Verbs.SaveTriage })
            Assert.Contains(words, (await mallory.InvokesAsync(verb, session.DeepClone())).Message, StringComparison.Ordinal);

        Assert.Equal("[]", await bot.WithDbAsync(db => Task.FromResult(db.TriageSessions.Single().Answers)));
    }

    [Fact]
    public async Task An_unfinished_interview_cannot_be_saved()
    {
        var pieter = bot.Person("Pieter");
        var first = (await pieter.BeginsTriageAsync("TalentScan")).Card;

        var answer = await pieter.InvokesAsync(Verbs.SaveTriage, new JsonObject { ["session"] = first.Data(Verbs.AnswerTriage, "session") });

        Assert.Contains("nog een vraag", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stopped_interview_leaves_nothing_in_the_register_and_its_cards_work_no_more()
    {
        var pieter = bot.Person("Pieter");
        var first = (await pieter.BeginsTriageAsync("TalentScan")).Card;

        Assert.Contains("gestopt", (await pieter.PressesVerbAsync(first, Verbs.CancelTriage)).Card.Text, StringComparison.Ordinal);

        Assert.Contains("al klaar of gestopt", (await pieter.AnswersAsync(first, "system")).Message, StringComparison.Ordinal);
        await pieter.WritesAsync("systemen");
        await pieter.SeesAsync("Er staat nog niets in");
    }

    [Theory]
    [InlineData("nl-NL", "Iemand anders heeft al een systeem")]
    [InlineData("en-GB", "Somebody else already has a system")]
    public async Task A_name_that_somebody_else_has_is_refused(string locale, string words)
    {
        await bot.Person("Pieter").RegistersAsync("TalentScan");

        Assert.Contains(words, (await bot.Person("Sanne", locale).RegistersAsync("TalentScan")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Triaging_ones_own_system_again_keeps_its_parties_and_adds_an_assessment()
    {
        await using var cast = await Cast.StartAsync();

        var card = (await cast.Pieter.RegistersAsync(Cast.System, RegisterTalk.RanksApplicants)).Card;

        Assert.Contains("hoog risico", card.Text, StringComparison.Ordinal);
        Assert.Contains("MedTrade", card.Text, StringComparison.Ordinal);
        var id = new AiSystemId(Guid.Parse(card.Data(Verbs.AddParty, "system")));
        Assert.Equal(2, await cast.Bot.WithDbAsync(db => Task.FromResult(db.Assessments.Count(a => a.AiSystemId == id))));
    }

    [Fact]
    public async Task Saving_twice_at_once_registers_once()
    {
        var pieter = bot.Person("Pieter");
        var outcome = await pieter.AnswersAllAsync((await pieter.BeginsTriageAsync("Rekenblad")).Card, RegisterTalk.FixedRules);

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => pieter.PressesVerbAsync(outcome, Verbs.SaveTriage)));

        Assert.Equal(1, await bot.WithDbAsync(db => Task.FromResult(db.Assessments.Count())));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task A_system_needs_a_name(string name) =>
        Assert.Contains("Geef het systeem een naam", (await bot.Person("Pieter").BeginsTriageAsync(name)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_name_of_more_than_120_characters_is_refused() =>
        Assert.Contains("120", (await bot.Person("Pieter").BeginsTriageAsync(new string('x', 121))).Message, StringComparison.Ordinal);
}
