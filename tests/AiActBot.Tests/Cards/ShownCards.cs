using System.Text.Json.Nodes;
using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Compliance.Triage;
using AiActBot.Conversations;
using AiActBot.Notifications;
using AiActBot.Reminders;
using AiActBot.Tests.Drivers;
using AiActBot.Triage;
using AiActBot.Triage.Proposals;
using AiActBot.Triage.RuleFiles;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.Tests.Cards;

/// <summary>A card that the product shows, and where it was seen.</summary>
/// <param name="Activity">The activity that brought it, or null when it took the place of another.</param>
internal sealed record ShownCard(string Seen, Language Language, JsonObject Content, JsonObject? Activity);

/// <summary>Every card that people can come to see, gathered by playing what leads to it, and the interview by its rule files.</summary>
public sealed class ShownCards : IAsyncLifetime
{
    private readonly List<ShownCard> all = [];

    internal IReadOnlyList<ShownCard> All => all;

    public async Task InitializeAsync()
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            await PlayAsync(language);
            Interview(language);
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private async Task PlayAsync(Language language)
    {
        await using var cast = await Cast.StartAsync(language == Language.Dutch ? "nl-NL" : "en-GB", isOfOneLanguage: true, settings:
            [("Reminders:NotAcknowledgedAfter", "00:00:01"), ("Organisation:DefaultLanguage", language.ToString())]);
        var (sanne, pieter, noor, dirk) = (cast.Sanne, cast.Pieter, cast.Noor, cast.Dirk);
        // Words of people are in no language here, so that ours can be told.
        const string facts = "Qx 1.";
        var help = await sanne.AsksForCardAsync(language == Language.Dutch ? "hulp" : "help");
        await sanne.PressesVerbAsync(help, Verbs.ListSystems);
        var systems = await sanne.SeesAsync(card => card.Offers(Verbs.ShowSystem));
        await sanne.PressesVerbAsync(systems, Verbs.ShowSystem);
        await sanne.PressesVerbAsync(systems, Verbs.ListSystems, ("filter", "mine"));
        await sanne.PressesVerbAsync((await sanne.BeginsTriageAsync("Zq")).Card, Verbs.CancelTriage);

        // Answers are looked at, changed and saved; the duties that follow are kept, and the system is triaged again.
        var question = (await sanne.BeginsTriageAsync("Zr", "Qc")).Card;
        foreach (var answer in new[] { "system", "infers", "market" })
            question = (await sanne.AnswersAsync(question, answer)).Card;
        var overview = (await sanne.PressesVerbAsync(question, Verbs.ShowAnswers)).Card;
        await sanne.PressesVerbAsync(overview, Verbs.ResumeTriage);
        var earlier = (await sanne.PressesVerbAsync(overview, Verbs.EditTriage, ("question", "technique"))).Card;
        question = (await sanne.PressesVerbAsync(earlier, Verbs.ChangeTriage, ("answer", "?"))).Card;
        var found = await sanne.AnswersAllAsync(question, new Dictionary<string, string>(RegisterTalk.RanksApplicants));
        var kept = (await sanne.PressesVerbAsync(found, Verbs.SaveTriage)).Card;
        await sanne.PressesVerbAsync(kept, Verbs.ShowHistory);
        var duties = (await sanne.PressesVerbAsync(kept, Verbs.ListDuties)).Card;
        await sanne.UpdatesADutyAsync(duties, "Done", evidence: "https://example.test/1");
        kept = (await sanne.AddsAsync(kept, RecipientRole.Deployer, "Qorg", "Qper", "q@example.test", language)).Card;
        kept = (await sanne.PressesVerbAsync(kept, Verbs.ChangeParty, ("party", kept.FirstChoice("party")), ("changedContact", "Qnew"), ("changedMail", "n@example.test"), ("changedLanguage", language.ToString()), ("changedTeamsContact", "-"))).Card;
        kept = (await sanne.PressesVerbAsync(kept, Verbs.RemoveParty, ("party", kept.FirstChoice("party")))).Card;
        var again = (await sanne.PressesVerbAsync(kept, Verbs.TriageAgain)).Card;
        await sanne.PressesVerbAsync(again, Verbs.CancelTriage);

        await sanne.ReportsAsync(Cast.System, facts: facts, action: "Qy 2.", risk: true);
        var asked = await pieter.IsAskedToDecideAsync();
        await sanne.PressesVerbAsync(await sanne.AsksForListAsync(), Verbs.ShowCase);
        await pieter.SendsBackAsync(asked, "Qz 3.");
        await sanne.ResubmitsAsync(await sanne.SeesAsync(card => card.Offers(Verbs.Resubmit)), "Qy 4.");
        asked = await pieter.SeesAsync(card => card.Offers(Verbs.Approve) && card.Text.Contains("Qy 4.", StringComparison.Ordinal));
        await pieter.AddsAsync(cast.SystemCard, RecipientRole.Importer, "Qinv", "Qin", "qin@example.test", language);
        asked = (await pieter.ApprovesAsync(asked)).Card;
        await pieter.ApprovesAsync(asked);
        var notice = await dirk.SeesAsync(card => card.Offers(Verbs.Acknowledge));
        cast.Bot.Time.Advance(TimeSpan.FromHours(1));
        await noor.SeesAsync(card => card.Text.Contains(ReminderTexts.NotAcknowledged.In(language), StringComparison.Ordinal) && card.Text.Contains("MedTrade", StringComparison.Ordinal));
        await noor.WritesAsync(language == Language.Dutch ? "vragenrapport" : "question report");
        await noor.PressesVerbAsync(await noor.SeesAsync(card => card.Offers(Verbs.QuestionReport)), Verbs.QuestionReport);
        await dirk.AcknowledgesAsync(notice);
        await noor.SeesAsync(ReminderTexts.DoneTitle.In(language));
        var pieters = await pieter.SeesAsync(card => card.Offers(Verbs.CarriedOut));
        await pieter.CarriesOutAsync(pieters);
        await noor.ClosesAsync(await noor.SeesAsync(card => card.Offers(Verbs.Close)), "Qw 5.");

        // What the assistant does not answer goes to the team.
        await sanne.WritesAsync(language == Language.Dutch ? "Wat zegt artikel 250?" : "What does Article 250 say?");
        await sanne.PressesVerbAsync(await sanne.SeesAsync(card => card.Offers(Verbs.AskTeam)), Verbs.AskTeam);
        await noor.PressesVerbAsync(await noor.SeesAsync(card => card.Offers(Verbs.AnswerForTeam)), Verbs.AnswerForTeam, ("answer", "Qv 7."), ("keep", "true"));

        await PlayIntakeAsync(cast, language);

        // Another that runs out.
        await pieter.ReportsAsync(Cast.System, facts: facts, action: "Qy 6.");
        asked = await noor.SeesAsync(card => card.Offers(Verbs.Approve));
        cast.Bot.Time.Advance(TimeSpan.FromDays(31));
        await noor.ApprovesAsync(asked);

        // One whose messages are too long to stand on the card.
        var numbers = string.Concat(Enumerable.Repeat("*1* ", 480));
        await sanne.ReportsAsync(Cast.System, facts: numbers, action: numbers);
        await pieter.PressesVerbAsync(await pieter.SeesAsync(card => card.Offers(Verbs.ReadTexts)), Verbs.ReadTexts);

        // One with more recipients than stand on a card.
        await cast.IsDeployedByAsync(25, number => $"Qorg {number}", number => $"contact{number}@example.test");
        await sanne.ReportsAsync(Cast.System, facts: facts, action: "Qy 6.");
        await pieter.PressesVerbAsync(await pieter.SeesAsync(card => card.Offers(Verbs.ReadRecipients)), Verbs.ReadRecipients);

        all.AddRange(cast.Bot.Connector.Sent.Where(sent => sent.Card is not null)
            .Select(sent => new ShownCard($"{sent.Method} {sent.ConversationId} {sent.Id}", language, sent.Card!, sent.Activity)));
        all.AddRange(cast.Bot.CardsInPlace.Select((card, index) => new ShownCard($"answer {index}", language, card, null)));
    }

    /// <summary>A bare report that is assessed and worded; a deputy; a notice that was given up.</summary>
    private static async Task PlayIntakeAsync(Cast cast, Language language)
    {
        var (sanne, noor, pieter) = (cast.Sanne, cast.Noor, cast.Pieter);
        var form = await sanne.AsksForReportFormAsync();
        await sanne.PressesVerbAsync(form, Verbs.Report, ("system", form.Choice("system", Cast.System)), ("facts", "Qx 9."), ("incident", "Death"));
        var bare = await noor.SeesAsync(card => card.Offers(Verbs.Dismiss));
        var questions = (await noor.PressesVerbAsync(bare, Verbs.Assess)).Card;
        var prepared = (await noor.PressesVerbAsync(questions, Verbs.SaveAssessedCase, ("kind", "Recall"), ("action", "Qr 2."), ("incident", "Death"), ("finding", "NotCompliant"))).Card;
        await noor.PressesVerbAsync((await noor.PressesVerbAsync(prepared, Verbs.ListNotices)).Card, Verbs.EditNotice);
        await noor.PressesVerbAsync(prepared, Verbs.ShowDuties);

        // What the case tells him may come in between.
        await pieter.WritesAsync(language == Language.Dutch ? "afwezig" : "away");
        var absence = await pieter.SeesAsync(card => card.Inputs.Contains("deputy"));
        var day = cast.Bot.Time.GetUtcNow().AddDays(2).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await pieter.PressesVerbAsync((await pieter.PressesVerbAsync(absence, Verbs.SetAbsence, ("deputy", absence.Choice("deputy", "Dirk")), ("until", day))).Card, Verbs.EndAbsence);

        var given = (await cast.NoticesAsync())[0].Id;
        await cast.Bot.WithDbAsync(db => db.Notifications.Where(n => n.Id == given).ExecuteUpdateAsync(set => set.SetProperty(n => n.State, NotificationState.DeadLetter)));
        await noor.AsksForCardAsync(language == Language.Dutch ? "vastgelopen" : "stuck");
    }

    private void Interview(Language language)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder!.FullName, "knowledge", "rules")))
            folder = folder.Parent;
        var (book, scenarios) = RuleBookFolder.LoadWithScenarios(Path.Combine(folder.FullName, "knowledge", "rules"));
        var engine = new TriageEngine(book);
        var session = new TriageSession { Id = Guid.NewGuid(), PersonId = PersonId.New(), StartedAt = DateTimeOffset.UnixEpoch, Name = "Zq" };
        foreach (var question in book.Questions)
        {
            var card = new QuestionCard(session, question, new TriageProgress(3, 9), language, TriageTexts.Resumed("Zq"))
            {
                Proposal = new AnswerProposal([question.Choices[0].Id], ["Qp"]),
            }.Build();
            all.Add(new ShownCard($"question {question.Id}", language, JsonNode.Parse(card.ToJson().GetRawText())!.AsObject(), null));
        }

        foreach (var scenario in scenarios)
        {
            var card = new OutcomeCard(session, engine.Evaluate(scenario.Answers), book, language).Build();
            all.Add(new ShownCard($"outcome {scenario.Id}", language, JsonNode.Parse(card.ToJson().GetRawText())!.AsObject(), null));
        }

        var unknown = new OutcomeCard(session, engine.Evaluate(Answers.Empty), book, language).Build();
        all.Add(new ShownCard("outcome of nothing known", language, JsonNode.Parse(unknown.ToJson().GetRawText())!.AsObject(), null));
    }
}
