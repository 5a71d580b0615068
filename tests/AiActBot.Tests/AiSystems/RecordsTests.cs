using System.Net;
using AiActBot.AiSystems;
using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Conversations;
using AiActBot.Storage.Persons;
using AiActBot.Tests.Documents;
using AiActBot.Tests.Drivers;
using AiActBot.Tests.Infrastructure;
using AiActBot.Triage;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AiActBot.Tests.AiSystems;

/// <summary>What the register keeps of a triage: its document, its duties and its history, and what newer rules change.</summary>
public sealed class RecordsTests : IAsyncLifetime
{
    private RunningBot bot = null!;

    public async Task InitializeAsync() => bot = await RunningBot.StartAsync();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Theory]
    [InlineData("nl-NL", "Uitkomst van de toets: TalentScan", "aanbieder", "bijlage III, punt 4, a)", "Pieter")]
    [InlineData("en-GB", "Outcome of the triage: TalentScan", "provider", "Annex III, point 4(a)", "Pieter")]
    public async Task The_outcome_is_a_document_as_pdf_and_as_word(string locale, string title, string role, string provision, string by)
    {
        var pieter = bot.Person("Pieter", locale);
        var saved = (await pieter.RegistersAsync("TalentScan", RegisterTalk.RanksApplicants, "Ranks applicants.")).Card;
        Assert.Equal(2, saved.Links.Count);

        var pdf = new PdfReading(await bot.Http.GetByteArrayAsync(saved.Links[0]));
        using var word = WordprocessingDocument.Open(new MemoryStream(await bot.Http.GetByteArrayAsync(saved.Links[1])), isEditable: false);

        Assert.Equal(title, pdf.Title);
        foreach (var text in new[] { pdf.Flowing, word.MainDocumentPart!.Document.Body!.InnerText })
        {
            Assert.Contains(role, text, StringComparison.Ordinal);
            Assert.Contains(provision, text, StringComparison.Ordinal);
            Assert.Contains("Ranks applicants.", text, StringComparison.Ordinal);
            Assert.Contains("2027", text, StringComparison.Ordinal);
            Assert.Contains(by, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_link_to_a_document_holds_for_a_while_and_cannot_be_made_up()
    {
        var link = (await bot.Person("Pieter").RegistersAsync("Rekenblad")).Card.Links[0];

        using (var madeUp = await bot.Http.GetAsync(new Uri(link, "/documents/AAAA")))
            Assert.Equal(HttpStatusCode.NotFound, madeUp.StatusCode);
        bot.Time.Advance(TimeSpan.FromHours(9));
        using var late = await bot.Http.GetAsync(link);
        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
        Assert.Contains("werkt niet", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_was_altered_or_is_for_something_else_opens_no_document()
    {
        await using var cast = await Cast.StartAsync();
        var own = cast.SystemCard.Links[0].Segments[^1];
        var files = await cast.Pieter.OpensFilesAsync(await cast.IsApprovedAsync());
        var acknowledgement = Mailbox.LinkIn(await cast.Mail.ToAsync("amira@example.test"));

        foreach (var token in new[] { own[..40] + (own[40] == 'A' ? 'B' : 'A') + own[41..], own[..^4], files.Link.Segments[^1], acknowledgement.Segments[^1] })
        {
            using var answer = await cast.Bot.Http.GetAsync(new Uri(cast.Bot.Address, $"/documents/{token}"));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Contains("Deze link werkt niet of niet meer", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using var real = await cast.Bot.Http.GetAsync(new Uri(cast.Bot.Address, $"/documents/{own}"));
        Assert.Equal(HttpStatusCode.OK, real.StatusCode);
    }

    [Theory]
    [InlineData("nl-NL", "Stop ermee, of begin er niet aan (artikel 5, lid 1, punt f))", "practices", "emotion-work-school", "emotion-medical-safety", "no")]
    [InlineData("en-GB", "Stop it, or do not begin (Article 5(1)(f))", "practices", "emotion-work-school", "emotion-medical-safety", "no")]
    [InlineData("nl-NL", "geldt na een aanzienlijke wijziging (artikel 111, lid 2)", "on-market", "before-2026-08-02", "significant-change", "no")]
    [InlineData("en-GB", "applies after a significant change (Article 111(2))", "on-market", "before-2026-08-02", "significant-change", "no")]
    public async Task What_the_document_tells_to_do_names_its_provision(string locale, string words, string question, string answer, string next, string nextAnswer)
    {
        var answers = new Dictionary<string, string>(RegisterTalk.RanksApplicants) { [question] = answer, [next] = nextAnswer, ["meant-for-authorities"] = "no", ["large-it-system"] = "no" };
        var saved = (await bot.Person("Pieter", locale).RegistersAsync("TalentScan", answers)).Card;

        using var word = WordprocessingDocument.Open(new MemoryStream(await bot.Http.GetByteArrayAsync(saved.Links[1])), isEditable: false);

        Assert.Contains(words, word.MainDocumentPart!.Document.Body!.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Duties_are_items_with_an_owner_a_state_a_target_and_evidence()
    {
        var pieter = bot.Person("Pieter");
        await bot.Person("Sanne").InstallsAsync();
        var system = (await pieter.RegistersAsync("TalentScan", RegisterTalk.RanksApplicants)).Card;
        var duties = (await pieter.PressesVerbAsync(system, Verbs.ListDuties)).Card;
        Assert.Contains("Nog te doen, Pieter", duties.Text, StringComparison.Ordinal);

        var updated = (await pieter.UpdatesADutyAsync(duties, "InProgress", "https://example.test/bewijs", "2027-06-30", duties.Choice("owner", "Sanne"))).Card;

        Assert.Contains("Mee bezig, Sanne; eigen streefdatum 30 juni 2027; bewijs: https://example.test/bewijs", updated.Text, StringComparison.Ordinal);
        Assert.Contains("volledige link", (await pieter.UpdatesADutyAsync(duties, "Done", "geen link")).Message, StringComparison.Ordinal);
        Assert.Contains("jjjj-mm-dd", (await pieter.UpdatesADutyAsync(duties, "Done", target: "morgen")).Message, StringComparison.Ordinal);
        Assert.Contains("Alleen de projectleider", (await bot.Person("Sanne").UpdatesADutyAsync(duties, "Done")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_owner_changes_and_removes_a_party()
    {
        var pieter = bot.Person("Pieter");
        var system = (await pieter.RegistersAsync("TalentScan", RegisterTalk.RanksApplicants)).Card;
        system = (await pieter.AddsAsync(system, RecipientRole.Distributor, "MedTrade", "Dirk", "dirk@example.test", Language.Dutch)).Card;

        system = (await pieter.ChangesPartyAsync(system, "MedTrade, distributeur", "Els", "els@example.test")).Card;
        Assert.Contains("MedTrade, distributeur: Els, els@example.test", system.Text, StringComparison.Ordinal);

        system = (await pieter.PressesVerbAsync(system, Verbs.RemoveParty, ("party", system.FirstChoice("party")))).Card;
        Assert.DoesNotContain("MedTrade", system.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_shows_what_one_asks_for()
    {
        var pieter = bot.Person("Pieter");
        await pieter.RegistersAsync("TalentScan", RegisterTalk.RanksApplicants);
        await bot.Person("Sanne").RegistersAsync("Rekenblad");
        await bot.Person("Sanne").RegistersAsync("Lijstmaker");
        await bot.WithDbAsync(async db =>
        {
            db.ReviewFlags.Add(new ReviewFlag
            {
                AiSystemId = (await db.AiSystems.SingleAsync(s => s.Name == "Lijstmaker")).Id, RulesVersion = "1", Changes = "{}", At = bot.Time.GetUtcNow(),
            });
            return await db.SaveChangesAsync();
        });
        var list = await pieter.AsksForCardAsync("systemen");

        async Task<IEnumerable<string>> Shown(string filter)
        {
            var card = (await pieter.PressesVerbAsync(list, Verbs.ListSystems, ("filter", filter))).Card;
            return card.Buttons.Select(button => button.Split(' ')[0]).Where(name => name is "TalentScan" or "Rekenblad" or "Lijstmaker");
        }

        Assert.Equal(["Lijstmaker", "Rekenblad", "TalentScan"], await Shown("all"));
        Assert.Equal(["TalentScan"], await Shown("mine"));
        Assert.Equal(["TalentScan"], await Shown("HighRisk"));
        Assert.Equal(["Lijstmaker", "Rekenblad"], await Shown("OutOfScope"));
        Assert.Equal(["Lijstmaker"], await Shown("flagged"));
        Assert.Empty(await Shown("Prohibited"));
    }

    [Theory]
    [InlineData("nl-NL", "De regels of de wet zijn veranderd", "erbij: ")]
    [InlineData("en-GB", "The rules or the law have changed", "new: ")]
    public async Task Newer_rules_flag_a_system_once_say_what_changes_and_bring_its_owner_back(string locale, string words, string added)
    {
        var pieter = bot.Person("Pieter", locale);
        await pieter.InstallsAsync();
        await pieter.RegistersAsync("TalentScan", RegisterTalk.RanksApplicants);
        await bot.WithDbAsync(async db =>
        {
            // As it was before: an older version, without one of today's duties.
            var assessment = await db.Assessments.SingleAsync();
            var before = assessment.Outcome.Replace("\"risk-management\"", "\"an-older-duty\"", StringComparison.Ordinal);
            return await db.Assessments.ExecuteUpdateAsync(set => set.SetProperty(a => a.RulesVersion, "2026-07-27.0").SetProperty(a => a.Outcome, before));
        });

        Assert.Equal(1, await ScanAsync());
        Assert.Equal(0, await ScanAsync());
        Assert.Contains("TalentScan", await pieter.SeesTextAsync(words), StringComparison.Ordinal);
        var list = await pieter.AsksForCardAsync(pieter.IsDutch ? "systemen" : "systems");
        var system = (await pieter.PressesVerbAsync(list, Verbs.ShowSystem)).Card;
        Assert.Contains(words, system.Text, StringComparison.Ordinal);
        Assert.Contains(added, system.Text, StringComparison.Ordinal);

        var again = (await pieter.PressesVerbAsync(system, Verbs.TriageAgain)).Card;
        Assert.True(again.Offers(Verbs.SaveTriage));
        var saved = (await pieter.PressesVerbAsync(again, Verbs.SaveTriage)).Card;
        Assert.DoesNotContain(words, saved.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await pieter.PressesVerbAsync(saved, Verbs.ShowHistory)).Card.Links.Count / 2);
    }

    [Fact]
    public async Task Newer_rules_that_change_nothing_for_a_system_trouble_nobody()
    {
        var pieter = bot.Person("Pieter");
        await pieter.RegistersAsync("TalentScan", RegisterTalk.RanksApplicants);
        await bot.WithDbAsync(db => db.Assessments.ExecuteUpdateAsync(set => set.SetProperty(a => a.RulesVersion, "2026-07-27.0")));

        Assert.Equal(1, await ScanAsync());
        Assert.Equal(0, await ScanAsync());
        Assert.Empty(await bot.WithDbAsync(db => db.Notifications.ToListAsync()));
        var list = await pieter.AsksForCardAsync("systemen");
        var system = (await pieter.PressesVerbAsync(list, Verbs.ShowSystem)).Card;
        Assert.DoesNotContain("zijn veranderd", system.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_document_of_somebody_who_is_erased_names_nobody()
    {
        var pieter = bot.Person("Piëter \"P\"");
        var saved = (await pieter.RegistersAsync("TalentScan")).Card;
        await using (var scope = bot.Services.CreateAsyncScope())
        {
            var data = scope.ServiceProvider.GetRequiredService<PersonData>();
            Assert.Null(await data.EraseAsync((await data.FindAsync(pieter.ObjectId, default))!, default));
        }

        var text = new PdfReading(await bot.Http.GetByteArrayAsync(saved.Links[0])).Flowing;
        Assert.Contains("Beantwoord door", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Piëter", text, StringComparison.Ordinal);
    }

    private async Task<int> ScanAsync()
    {
        await using var scope = bot.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ReviewScan>().RunAsync(default);
    }
}
