using System.Net;
using System.Text;
using AiActBot.LocalChat;
using Microsoft.AspNetCore.Http;

namespace AiActBot.Tests.LocalChat;

public sealed class LoopbackOnlyTests : IAsyncLifetime
{
    LocalChatServer chat = null!;

    public async Task InitializeAsync() => chat = await LocalChatServer.StartWithStaffAsync();

    public async Task DisposeAsync() => await chat.DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/local/app.js")]
    [InlineData("/local/api/people")]
    [InlineData("/local/api/events")]
    [InlineData("/local/api/people/staff/mails")]
    [InlineData("/local/connector/v3/conversations/a%3Alocal-staff/members")]
    public async Task A_name_that_an_outsider_points_at_this_machine_is_refused(string path)
    {
        Assert.Equal(HttpStatusCode.Forbidden, await GetAsync(path, request => request.Headers.Host = "evil.example"));
        Assert.Equal(HttpStatusCode.Forbidden, await GetAsync(path, request => request.Headers.Host = "127.0.0.1.evil.example"));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("[::1]")]
    public async Task The_names_of_this_machine_are_accepted(string host) =>
        Assert.Equal(HttpStatusCode.OK, await GetAsync("/", request => request.Headers.Host = host));

    [Fact]
    public async Task A_tunnel_is_refused() =>
        Assert.Equal(HttpStatusCode.Forbidden, await GetAsync("/", request => request.Headers.Add("X-Forwarded-For", "192.0.2.1")));

    [Theory]
    [InlineData("https://evil.example", 403)]
    [InlineData("http://127.0.0.1:1", 403)]
    [InlineData("null", 403)]
    [InlineData(null, 200)]
    public async Task Another_site_cannot_act(string? origin, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/local/api/people/staff/messages")
        {
            Content = new StringContent("""{"text":"x"}""", Encoding.UTF8, "application/json"),
        };
        if (origin is not null)
            request.Headers.Add("Origin", origin);

        using var response = await chat.Http.SendAsync(request);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(status == 200 ? 1 : 0, chat.Received.Count);
    }

    [Fact]
    public async Task The_page_itself_can_act()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/local/api/people/staff/messages")
        {
            Content = new StringContent("""{"text":"x"}""", Encoding.UTF8, "application/json"),
            Headers = { { "Origin", chat.Http.BaseAddress!.ToString().TrimEnd('/') }, { "Sec-Fetch-Site", "same-origin" } },
        };

        using var response = await chat.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    public async Task Another_site_can_link_to_the_page_and_not_read_its_data(string site)
    {
        Assert.Equal(HttpStatusCode.OK, await GetAsync("/", request => Fetch(request, site, "navigate")));
        Assert.Equal(HttpStatusCode.Forbidden, await GetAsync("/local/api/people", request => Fetch(request, site, "no-cors")));
    }

    [Fact]
    public async Task A_form_of_another_site_is_refused()
    {
        using var form = new StringContent("""{"text":"x"}""", Encoding.UTF8, "text/plain");

        using var response = await chat.Http.PostAsync("/local/api/people/staff/messages", form);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(chat.Received);
    }

    [Theory]
    [InlineData("192.0.2.1")]
    [InlineData("10.0.0.1")]
    [InlineData(null)]
    public void Another_machine_is_refused(string? remote)
    {
        var context = new DefaultHttpContext();
        context.Request.Host = new HostString("localhost");
        context.Connection.RemoteIpAddress = remote is null ? null : IPAddress.Parse(remote);

        Assert.NotNull(LoopbackOnly.Objection(context));
    }

    [Fact]
    public async Task The_page_runs_its_own_script_and_nothing_from_elsewhere()
    {
        using var page = await chat.Http.GetAsync("/");
        var html = await page.Content.ReadAsStringAsync();

        var policy = Assert.Single(page.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("://", html, StringComparison.Ordinal);
        foreach (var path in new[] { "/local/app.js", "/local/app.css", "/local/icon.svg" })
            Assert.Equal(HttpStatusCode.OK, await GetAsync(path, _ => { }));
    }

    static void Fetch(HttpRequestMessage request, string site, string mode)
    {
        request.Headers.Add("Sec-Fetch-Site", site);
        request.Headers.Add("Sec-Fetch-Mode", mode);
    }

    async Task<HttpStatusCode> GetAsync(string path, Action<HttpRequestMessage> change)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        change(request);
        using var response = await chat.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return response.StatusCode;
    }
}
