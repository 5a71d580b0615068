using AiActBot.BotFramework.Activities;
using AiActBot.BotFramework.Connector;

namespace AiActBot.BotFramework.Tests.Connector;

public sealed class ServiceUrlPolicyTests
{
    public static TheoryData<string> BadInProduction =>
    [
        "http://smba.trafficmanager.net/emea/",
        "https://smba.trafficmanager.net:8443/emea/",
        "https://user@smba.trafficmanager.net/",
        "https://smba.trafficmanager.net@evil.com/",
        "https://smba.trafficmanager.net./emea/",
        "https://evil.trafficmanager.net/",
        "https://smba.trafficmanager.net.evil.com/",
        "https://smbа.trafficmanager.net/", // the second a is Cyrillic
        "https://smba.trafficmanager.net/?to=evil",
        "https://smba.trafficmanager.net/#x",
        "https://169.254.169.254/",
        "https://localhost/",
        "https://[::1]/",
        "https://127.0.0.1/",
        "ftp://smba.trafficmanager.net/",
    ];

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/")]
    [InlineData("https://SMBA.trafficmanager.net/amer/11111111-0000-4000-8000-000000000000/")]
    [InlineData("https://smba.trafficmanager.net:443/")]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/gcc")]
    [InlineData("https://smba.infra.gov.teams.microsoft.us/gcch")]
    public void The_hosts_of_Teams_are_allowed_in_production(string url) => Assert.True(ServiceUrlPolicy.Teams.Allows(url));

    [Theory]
    [MemberData(nameof(BadInProduction))]
    public void Nothing_like_them_is(string url) => Assert.False(ServiceUrlPolicy.Teams.Allows(url));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/emea/")]
    [InlineData("smba.trafficmanager.net")]
    [InlineData("https://")]
    public void What_is_not_an_address_is_not_allowed(string? url)
    {
        Assert.False(ServiceUrlPolicy.Teams.Allows(url));
        Assert.False(ServiceUrlPolicy.LoopbackOnly.Allows(url));
    }

    [Theory]
    [InlineData("http://127.0.0.1:5000/local/connector/", true)]
    [InlineData("http://localhost:5000", true)]
    [InlineData("https://[::1]:5001/", true)]
    [InlineData("http://localhost.evil.com/", false)]
    [InlineData("http://user@127.0.0.1/", false)]
    [InlineData("http://10.0.0.1/", false)]
    [InlineData("http://0.0.0.0/", false)]
    [InlineData("https://smba.trafficmanager.net/", false)]
    [InlineData("file://localhost/etc", false)]
    public void Local_mode_allows_this_machine_only(string url, bool allowed) =>
        Assert.Equal(allowed, ServiceUrlPolicy.LoopbackOnly.Allows(url));

    [Theory]
    [MemberData(nameof(BadInProduction))]
    public async Task A_bad_host_is_sent_no_token_and_no_byte(string url)
    {
        var tokens = new CountingTokens("secret");
        using var http = new HttpClient(new NoCalls());
        var client = new ConnectorClient(http, tokens, ServiceUrlPolicy.Teams);

        var outcome = await client.SendAsync(new Uri(url), "a", Activity.Message("x"), default);

        Assert.Equal(ConnectorFailureKind.HostNotAllowed, Outcomes.Failure(outcome).Kind);
        Assert.Equal(0, tokens.Asked);
    }

    private sealed class NoCalls : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new InvalidOperationException($"Sent to {request.RequestUri}.");
    }
}
