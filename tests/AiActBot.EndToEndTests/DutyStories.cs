using System.Globalization;
using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;
using AiActBot.EndToEndTests.Drivers;
using AiActBot.EndToEndTests.Infrastructure;

namespace AiActBot.EndToEndTests;

/// <summary>
/// One case of each duty of a chain of operators: reported, assessed where only the compliance team knows, decided on, told
/// and filed. What the organisation is to a system stands in the register; everything else happens in the page.
/// </summary>
[Collection(InChromium.Name)]
public sealed class DutyStories(Chromium chromium)
{
    /// <summary>All but the longest cards are seen whole on their pictures.</summary>
    private const int TallEnough = 1700;

    [SkippableTheory]
    [InlineData(Language.Dutch)]
    [InlineData(Language.English)]
    public async Task Each_duty_names_recipient_and_provision_and_is_told_and_filed(Language language)
    {
        var words = new Words(language);
        await using var story = await TryOut.BeginAsync(chromium, language, $"duties-{language}", height: TallEnough);
        foreach (var person in new[] { story.Sanne, story.Pieter, story.Noor, story.Dirk })
            await person.HearsTimesAsync(words.Welcome, 1);
        await story.Application.RegistersAsync(DutyCases.All, language);

        // One person at a time does their part of every case, as somebody with a full inbox would.
        foreach (var duty in DutyCases.All)
            await SanneReportsAsync(story, words, duty);
        foreach (var duty in DutyCases.All.Where(duty => duty.Circumstance is not null))
            await NoorAssessesAsync(story, words, duty);
        foreach (var duty in DutyCases.All)
            await PieterSeesTheDutiesAndApprovesAsync(story, words, duty);
        foreach (var duty in DutyCases.All)
            await RecipientsAreToldAsync(story, words, duty);
        foreach (var duty in DutyCases.All)
            await NoorSeesWhoIsToldAndFilesAsync(story, words, duty);

        await story.ExportsCaseOfAsync(DutyCases.WithAPeriod.System, language);
        var audit = await story.Application.VerifyAuditTrailAsync();
        Assert.True(audit.Holds, audit.Fault);
        story.ShouldHaveGoneWell();
    }

    private static async Task SanneReportsAsync(TryOut story, Words words, DutyCase duty)
    {
        await story.Sanne.TypesAsync(words.Report);
        var form = await story.Sanne.SeesCardAsync(words.ReportTitle);
        await form.ChoosesFromListAsync(words.WhichSystem, duty.System);
        await form.FillsInAsync(words.WhatDidYouSee, words.In(duty.Seen));
        if (duty.PresentsRisk)
            await form.TicksAsync(words.ThereMayBeARisk);
        if (duty.Incident is { } incident)
        {
            await form.TicksAsync(words.In(incident));
            await form.FillsInAsync(words.SinceWhichDay, Yesterday(story));
            await form.FillsInAsync(words.AtWhatTime, "09:30");
        }

        if (duty.Circumstance is null)
            await ProposesAsync(form, words, duty);
        await form.PressesAsync(words.Submit);
        await story.Sanne.SeesCardAsync(duty.Title);
    }

    private static async Task NoorAssessesAsync(TryOut story, Words words, DutyCase duty)
    {
        var noors = await story.Noor.SeesCardAsync(duty.Title);
        await noors.PressesAsync(words.AssessAndPropose);
        await noors.TicksAsync(words.In(duty.Circumstance!));
        await ProposesAsync(noors, words, duty);
        await story.Screenshots.TakeAsync(noors.Whole, $"{duty.Name}-assessed");
        await noors.PressesAsync(words.Record);
        await noors.SaysAsync(words.BeingPrepared);
        await noors.PressesAsync(words.AskForApproval);
        await noors.SaysAsync(words.AwaitingApproval);
    }

    private static async Task PieterSeesTheDutiesAndApprovesAsync(TryOut story, Words words, DutyCase duty)
    {
        var asked = await story.Pieter.SeesCardAsync(duty.Title);
        await asked.SaysAsync(words.AwaitingApproval);
        await asked.SaysAsync(words.In(duty.Seen));
        if (duty.Deadline is { } deadline)
            await asked.SaysAsync(words.In(deadline));
        await asked.PressesAsync(words.SeeTheMessages);
        await story.Screenshots.TakeAsync(asked.Whole, $"{duty.Name}-decided-on");

        await asked.PressesAsync(words.DutiesAndDeadlines);
        var duties = await story.Pieter.SeesCardAsync($"{words.DutiesAndDeadlines}: CA-");
        foreach (var line in duty.Duties)
            await duties.ReadsAsync(words.In(line));
        await story.Screenshots.TakeAsync(duties.Whole, $"{duty.Name}-duties");
        await duties.PressesAsync(words.BackToTheCase);
        await asked.PressesAsync(words.Approve);
        await asked.SaysAsync(words.BeingCarriedOut);
    }

    private static async Task RecipientsAreToldAsync(TryOut story, Words words, DutyCase duty)
    {
        if (duty.Told is not var (provision, recipients))
            return;
        if (recipients.Contains(RecipientRole.Distributor))
        {
            var notice = await story.Dirk.SeesCardAsync(duty.System);
            await notice.SaysAsync(words.In(provision));
            await story.Screenshots.TakeAsync(notice.Whole, $"{duty.Name}-told-in-teams");
        }

        var mail = await story.Dirk.ReadsMailAsync(duty.System);
        await mail.SaysAsync(words.In(duty.Seen));
        await mail.SaysAsync(words.In(provision));
        if (duty == DutyCases.WithAPeriod)
            await story.PictureAsync($"{duty.Name}-told-by-mail");
    }

    private static async Task NoorSeesWhoIsToldAndFilesAsync(TryOut story, Words words, DutyCase duty)
    {
        var noors = await story.Noor.SeesCardAsync(duty.Title);
        if (duty.Told is var (_, recipients))
        {
            await noors.SaysAsync(words.NoticesAcknowledged(0, recipients.Count));
            foreach (var recipient in recipients)
                await noors.SaysAsync($"→ {DutyRegister.OrganisationOf(recipient)} (");
        }

        if (duty.Filing is not { } filing)
            return;
        await noors.SaysAsync(words.In(filing));
        if (duty.Deadline is { } deadline)
            await noors.SaysAsync(words.In(deadline));
        await story.Screenshots.TakeAsync(noors.Whole, $"{duty.Name}-to-be-filed");
        await noors.FillsInAsync(words.ReferenceOfTheAuthority, duty.Reference);
        await noors.PressesAsync(words.IHaveFiledThis);
        await noors.SaysAsync(words.Filed(duty.Reference));
        if (duty.Deadline is not null)
            await noors.DoesNotSayAsync(words.In(duty.Deadline));
    }

    private static async Task ProposesAsync(CardOnScreen form, Words words, DutyCase duty)
    {
        await form.ChoosesFromListAsync(words.WhichAction, words.In(duty.Action.Kind));
        await form.FillsInAsync(words.WhatShouldBeDone, words.In(duty.Action.Doing));
    }

    private static string Yesterday(TryOut story) =>
        story.Application.Service<TimeProvider>().GetUtcNow().AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
