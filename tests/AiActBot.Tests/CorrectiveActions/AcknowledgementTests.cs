using System.Net;
using System.Text.Json.Nodes;
using AiActBot.Conversations;
using AiActBot.Tests.Drivers;

namespace AiActBot.Tests.CorrectiveActions;

public sealed class AcknowledgementTests : IAsyncLifetime
{
    private Cast cast = null!;

    public async Task InitializeAsync()
    {
        cast = await Cast.StartAsync();
        await cast.IsApprovedAsync();
    }

    public async Task DisposeAsync() => await cast.DisposeAsync();

    [Theory]
    [InlineData("amira@example.test", "nl", "Ik heb dit bericht ontvangen", "Ontvangst bevestigd op")]
    [InlineData("grace@example.test", "en", "I have received this message", "Receipt confirmed on")]
    public async Task Opening_the_link_changes_nothing_and_the_button_does(string address, string language, string button, string confirmed)
    {
        var link = Mailbox.LinkIn(await cast.Mail.ToAsync(address));

        var opened = await GetAsync(link);
        var again = await GetAsync(link);

        Assert.Contains($"<html lang=\"{language}\">", opened.Body, StringComparison.Ordinal);
        Assert.Contains(button, opened.Body, StringComparison.Ordinal);
        Assert.Equal(opened.Body, again.Body);
        Assert.DoesNotContain("notice.acknowledged", await cast.HistoryAsync());

        using var posted = await cast.Bot.Http.PostAsync(link, null);
        var body = await posted.Content.ReadAsStringAsync();

        Assert.Contains(confirmed, body, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", body, StringComparison.Ordinal);
        Assert.Single(await cast.NoticesAsync(), notice => notice.AcknowledgedAt is not null);
        Assert.Contains(confirmed, (await GetAsync(link)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Confirming_again_keeps_the_first_moment_and_is_noted_once()
    {
        var link = Mailbox.LinkIn(await cast.Mail.ToAsync("amira@example.test"));
        using (await cast.Bot.Http.PostAsync(link, null))
        {
        }

        var first = (await cast.NoticesAsync()).Single(notice => notice.AcknowledgedAt is not null).AcknowledgedAt;
        cast.Bot.Time.Advance(TimeSpan.FromHours(1));
        using (await cast.Bot.Http.PostAsync(link, null))
            Assert.Equal(first, (await cast.NoticesAsync()).Single(notice => notice.AcknowledgedAt is not null).AcknowledgedAt);

        Assert.Single(await cast.HistoryAsync(), "notice.acknowledged");
    }

    [Fact]
    public async Task Confirming_many_times_at_once_is_noted_once()
    {
        var link = Mailbox.LinkIn(await cast.Mail.ToAsync("amira@example.test"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => cast.Bot.Http.PostAsync(link, null)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Single(await cast.HistoryAsync(), "notice.acknowledged");
    }

    [Fact]
    public async Task A_link_that_was_tampered_with_never_worked_or_ran_out_gets_one_answer()
    {
        var link = Mailbox.LinkIn(await cast.Mail.ToAsync("amira@example.test")).ToString();
        var token = link[(link.LastIndexOf('/') + 1)..];
        var root = link[..^token.Length];
        var answers = new List<(HttpStatusCode Status, string Body)>();
        foreach (var forged in new[] { token[..^1] + (token[^1] == 'A' ? 'B' : 'A'), token[..20], "x", "not-a-token", new string('A', 4000), token + "A" })
        {
            answers.Add(await GetAsync(new Uri(root + forged)));
            using var posted = await cast.Bot.Http.PostAsync(new Uri(root + forged), null);
            answers.Add((posted.StatusCode, await posted.Content.ReadAsStringAsync()));
        }

        cast.Bot.Time.Advance(TimeSpan.FromDays(90) + TimeSpan.FromMinutes(1));
        answers.Add(await GetAsync(new Uri(link)));
        using (var late = await cast.Bot.Http.PostAsync(new Uri(link), null))
            answers.Add((late.StatusCode, await late.Content.ReadAsStringAsync()));

        var (status, body) = Assert.Single(answers.Distinct());
        Assert.Equal(HttpStatusCode.NotFound, status);
        foreach (var words in new[] { "Deze link werkt niet (meer)", "This link does not work (any more)", "vraag de afzender", "ask its sender" })
            Assert.Contains(words, WebUtility.HtmlDecode(body), StringComparison.Ordinal);
        Assert.DoesNotContain(await cast.NoticesAsync(), notice => notice.AcknowledgedAt is not null);
    }

    [Fact]
    public async Task The_page_is_kept_by_nobody_framed_by_nobody_and_runs_nothing()
    {
        var link = Mailbox.LinkIn(await cast.Mail.ToAsync("amira@example.test"));

        foreach (var address in new[] { link, new Uri(link, "x") })
        {
            using var response = await cast.Bot.Http.GetAsync(address);
            string Header(string name) => string.Join(",", response.Headers.GetValues(name));

            Assert.Contains("default-src 'none'", Header("Content-Security-Policy"), StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", Header("Content-Security-Policy"), StringComparison.Ordinal);
            Assert.Equal("no-referrer", Header("Referrer-Policy"));
            Assert.Equal("nosniff", Header("X-Content-Type-Options"));
            Assert.Contains("no-store", Header("Cache-Control"), StringComparison.Ordinal);
            Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType!.ToString());
            Assert.DoesNotContain("<script", await response.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Marks_in_what_was_reported_are_shown_as_they_are()
    {
        await using var own = await Cast.StartAsync();
        await own.Sanne.ReportsAsync(Cast.System, facts: "<script>alert(1)</script> & \"more\"");
        await own.Pieter.ApprovesAsync(await own.Pieter.IsAskedToDecideAsync());

        var page = await own.Bot.Http.GetStringAsync(Mailbox.LinkIn(await own.Mail.ToAsync("amira@example.test")));

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("<script>alert(1)</script> & \"more\"", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_acknowledges_a_notice_to_somebody_else()
    {
        var card = await cast.Dirk.SeesAsync(found => found.Offers(Verbs.Acknowledge));
        var mails = (await cast.NoticesAsync()).Where(notice => notice.PersonId is null).Select(notice => notice.Id);

        foreach (var person in new[] { cast.Sanne, cast.Pieter, cast.Noor })
            Assert.Contains("niet (meer) voor jou", (await person.AcknowledgesAsync(card)).Message, StringComparison.Ordinal);
        foreach (var id in mails)
            Assert.Contains("niet (meer) voor jou", (await cast.Dirk.InvokesAsync(Verbs.Acknowledge, new JsonObject { ["notice"] = id.ToString() })).Message, StringComparison.Ordinal);

        Assert.DoesNotContain(await cast.NoticesAsync(), notice => notice.AcknowledgedAt is not null);
    }

    [Fact]
    public async Task The_card_of_a_case_is_not_a_notice_that_could_be_acknowledged()
    {
        await cast.Pieter.SeesAsync("CA-");
        var id = await cast.Bot.WithDbAsync(db => Task.FromResult(db.Notifications.First(n => n.Purpose == AiActBot.Notifications.NotificationPurpose.CaseCard).Id));

        foreach (var person in new[] { cast.Sanne, cast.Pieter, cast.Noor })
            await person.InvokesAsync(Verbs.Acknowledge, new JsonObject { ["notice"] = id.ToString() });

        Assert.DoesNotContain("notice.acknowledged", await cast.HistoryAsync());
    }

    [Fact]
    public async Task A_link_from_before_a_restart_still_works()
    {
        var link = Mailbox.LinkIn(await cast.Mail.ToAsync("grace@example.test"));
        await cast.Bot.RestartAsync();

        using var posted = await cast.Bot.Http.PostAsync(new Uri(cast.Bot.Address, link.AbsolutePath), null);

        Assert.Contains("Receipt confirmed on", await posted.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<(HttpStatusCode Status, string Body)> GetAsync(Uri link)
    {
        using var response = await cast.Bot.Http.GetAsync(link);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
