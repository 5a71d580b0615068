using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AiActBot.Conversations;
using AiActBot.Notifications;
using AiActBot.Tests.Notifications;
using AiActBot.Tests.Reliability;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.JsonWebTokens;

namespace AiActBot.Tests.Trust;

/// <summary>How the bot proves who it is, and to whom it shows that proof.</summary>
public sealed class OutboundTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("aiactbot_").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_client_secret_gets_one_token_for_many_replies()
    {
        await using var bot = await TeamsBot.StartAsync();

        for (var i = 0; i < 5; i++)
            await bot.Sanne.AsksForCardAsync("help");

        var asked = Assert.Single(bot.Issuer.TokenRequests);
        Assert.Equal(ChannelIssuer.TenantId, asked["tenant"]);
        Assert.Equal("client_credentials", asked["grant_type"]);
        Assert.Equal(ChannelIssuer.AppId, asked["client_id"]);
        Assert.Contains("https://api.botframework.com/.default", asked["scope"], StringComparison.Ordinal);
        Assert.Equal("sw0rdf1sh-not-a-real-secret", asked["client_secret"]);
    }

    [Theory]
    [InlineData("bot.pfx", "p4ss-not-a-real-one")]
    [InlineData("bot.pfx", "")]
    [InlineData("bot.pem", "")]
    public async Task A_certificate_signs_for_the_bot_and_is_not_sent(string file, string password)
    {
        var path = Path.Combine(folder, file);
        using var key = RSA.Create(2048);
        using var certificate = Certificate(key, DateTimeOffset.Parse("2036-01-01T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture));
        if (file.EndsWith(".pem", StringComparison.Ordinal))
            await File.WriteAllTextAsync(path, certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());
        else
            await File.WriteAllBytesAsync(path, certificate.Export(X509ContentType.Pkcs12, password));
        await using var bot = await TeamsBot.StartAsync(("Bot:Credential", "Certificate"), ("Bot:CertificatePath", path), ("Bot:CertificatePassword", password));

        await bot.Sanne.AsksForCardAsync("help");

        var asked = Assert.Single(bot.Issuer.TokenRequests);
        var assertion = new JsonWebToken(asked["client_assertion"]);
        Assert.Equal(ChannelIssuer.AppId, assertion.Issuer);
        Assert.False(asked.ContainsKey("client_secret"));
        Assert.Equal("Bearer outbound-1", bot.Bot.Connector.Authorizations.First());
    }

    [Fact]
    public async Task A_managed_identity_needs_nothing_that_expires()
    {
        await using var bot = await TeamsBot.StartAsync(("Bot:Credential", "ManagedIdentity"), ("Bot:ClientSecret", ""));

        await bot.Sanne.AsksForCardAsync("help");

        var asked = bot.Issuer.TokenRequests.Last();
        Assert.Equal("managed", asked["tenant"]);
        Assert.Equal(ChannelIssuer.AppId, asked["client_id"]);
        Assert.StartsWith("https://api.botframework.com", asked["resource"], StringComparison.Ordinal);
        Assert.Equal("ready", await ReadyAsync(bot));
    }

    [Fact]
    public async Task A_managed_identity_vouches_for_the_app_registration()
    {
        const string Identity = "22222222-3333-4333-8444-555555555555";
        await using var bot = await TeamsBot.StartAsync(
            ("Bot:Credential", "FederatedIdentity"), ("Bot:ClientSecret", ""), ("Bot:ManagedIdentityClientId", Identity));

        await bot.Sanne.AsksForCardAsync("help");

        var asked = bot.Issuer.TokenRequests.ToList();
        Assert.Contains(asked, request => request["tenant"] == "managed" && request["client_id"] == Identity && request["resource"] == "api://AzureADTokenExchange");
        Assert.Equal("outbound-1", asked[^1]["client_assertion"]);
        Assert.Equal("Bearer outbound-2", bot.Bot.Connector.Authorizations.First());
    }

    [Fact]
    public async Task A_token_of_another_issuer_vouches_for_the_app_registration()
    {
        var path = Path.Combine(folder, "token");
        await File.WriteAllTextAsync(path, "from-kubernetes\n");
        await using var bot = await TeamsBot.StartAsync(
            ("Bot:Credential", "FederatedIdentity"), ("Bot:ClientSecret", ""), ("Bot:FederatedTokenFile", path));

        await bot.Sanne.AsksForCardAsync("help");

        Assert.Equal("from-kubernetes", Assert.Single(bot.Issuer.TokenRequests)["client_assertion"]);
    }

    [Fact]
    public async Task Without_a_token_nothing_is_sent_it_is_said_and_the_reply_comes_later()
    {
        await using var bot = await TeamsBot.StartAsync();
        bot.Issuer.AnswerToken = () => Results.Json(new { error = "invalid_client", error_description = "AADSTS7000222: The provided client secret keys for app are expired." }, statusCode: 401);

        await bot.Sanne.WritesAsync("help");
        await Eventually.TrueAsync(async () => await ReadyAsync(bot) == "ready; no token for the Connector", "the missing token to be noticed");
        Assert.Empty(bot.Bot.Connector.Authorizations);

        bot.Issuer.AnswerToken = () => null;
        bot.Bot.Time.Advance(TimeSpan.FromMinutes(2));
        await bot.Sanne.SeesCardAsync();
        Assert.Equal("ready", await ReadyAsync(bot));
    }

    [Fact]
    public async Task A_stored_address_that_was_changed_is_not_sent_to()
    {
        await using var bot = await TeamsBot.StartAsync();
        await bot.Sanne.AsksForCardAsync("help");
        await bot.Bot.WithDbAsync(db => db.Conversations.ExecuteUpdateAsync(c => c.SetProperty(x => x.ServiceUrl, new Uri(bot.Bot.Connector.ServiceUrl, "/").ToString().Replace("127.0.0.1", "localhost", StringComparison.Ordinal))));
        var sent = bot.Bot.Connector.Authorizations.Count;
        var message = await bot.Bot.HoldsAsync("Sanne");

        var outcome = await bot.Bot.BecomesAsync(message, NotificationState.DeadLetter);
        Assert.Equal("HostNotAllowed", outcome.LastFailure);
        Assert.Equal(sent, bot.Bot.Connector.Authorizations.Count);
        Assert.Empty(bot.Bot.Connector.Unexpected);
    }

    [Fact]
    public async Task A_redirect_of_the_connector_is_not_followed_and_the_token_stays_here()
    {
        await using var bot = await TeamsBot.StartAsync();
        await using var elsewhere = await ChannelIssuer.StartAsync();
        bot.Bot.Connector.Answer = _ => Results.Redirect(elsewhere.Address.ToString());

        await bot.Sanne.WritesAsync("help");
        await Eventually.TrueAsync(() => bot.Bot.WithDbAsync(db => db.Inbox.AnyAsync(a => a.State == InboxState.Completed)), "the end of the turn");

        Assert.Single(bot.Bot.Connector.Authorizations);
        Assert.Empty(elsewhere.Unexpected);
        Assert.Empty(elsewhere.TokenRequests);
    }

    private static X509Certificate2 Certificate(RSA key, DateTimeOffset until) =>
        new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(until.AddYears(-12), until);

    private static async Task<string> ReadyAsync(TeamsBot bot)
    {
        using var response = await bot.Bot.Http.GetAsync(new Uri(bot.Bot.Address, "/health/ready"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }
}
