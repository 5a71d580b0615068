using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AiActBot.Tests.Infrastructure;

namespace AiActBot.Tests.Conversations;

/// <summary>With a registration nothing is believed until tokens are validated.</summary>
public sealed class TeamsModeTests : IAsyncLifetime
{
    private RunningBot bot = null!;

    public async Task InitializeAsync() => bot = await RunningBot.StartAsync(settings:
    [
        ("Bot:AppId", "7b0f0c5e-6a3e-4b57-9d2f-3d1a2f4f9c11"),
        ("Bot:TenantId", "11111111-2222-4333-8444-555555555555"),
        ("Organisation:Name", "Voorbeeld"),
        ("Organisation:PublicUrl", "https://aiactbot.example.org"),
    ]);

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Theory]
    [InlineData(null)]
    [InlineData("Basic dXNlcjpwYXNz")]
    [InlineData("Bearer ")]
    [InlineData("Bearer eyJhbGciOiJub25lIn0.eyJpc3MiOiJodHRwczovL2FwaS5ib3RmcmFtZXdvcmsuY29tIn0.")]
    public async Task Every_activity_is_refused_and_nothing_is_stored(string? authorization)
    {
        foreach (var type in new[] { "message", "invoke", "installationUpdate" })
            Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(bot.Person("Sanne").Activity(type, ("text", "help"), ("name", "adaptiveCard/action")).ToJsonString(), authorization));

        var stored = await Stored.CountAsync(bot);
        Assert.Equal((0, 0, 0), (stored.Activities, stored.People, stored.AuditEntries));
        Assert.Empty(bot.Connector.Sent);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    public async Task What_would_be_a_bad_request_is_unauthorised_before_it_is_read(string body) =>
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(body, null));

    [Fact]
    public async Task The_local_chat_does_not_exist()
    {
        foreach (var path in new[] { "/", "/local/api/people", "/local/connector/v3/conversations" })
        {
            using var response = await bot.Http.GetAsync(new Uri(bot.Address, path));
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }
    }

    private async Task<HttpStatusCode> PostAsync(string body, string? authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(bot.Address, "/api/messages"))
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var response = await bot.Http.SendAsync(request);
        Assert.DoesNotContain(response.Headers.WwwAuthenticate, (AuthenticationHeaderValue value) => value.Parameter is not null);
        return response.StatusCode;
    }
}
