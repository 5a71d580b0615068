using System.Globalization;
using AiActBot.Tests.Infrastructure;

namespace AiActBot.Tests.Hosting;

/// <summary>What the service refuses to start with, and how it says so.</summary>
[Collection(TheConsole.Name)]
public sealed class StartTests : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"aiactbot_{Guid.NewGuid():N}");

    public void Dispose()
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Production_without_a_registration_does_not_start_and_names_the_setting()
    {
        var ran = await ServeAsync("--environment", "Production");

        Assert.Equal(1, ran.ExitCode);
        Assert.StartsWith("Bot:AppId is missing.", ran.Error, StringComparison.Ordinal);
        Assert.Single(Lines(ran.Error));
        Assert.False(File.Exists(Path.Combine(folder, "aiactbot.db")), "Nothing is touched.");
    }

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://*:0")]
    [InlineData("http://+:0")]
    [InlineData("http://[::]:0")]
    [InlineData("http://example.org:0")]
    [InlineData("http://127.0.0.1:0;http://192.0.2.1:0")]
    public async Task Local_mode_does_not_listen_where_others_can_reach_it(string urls)
    {
        var ran = await ServeAsync("--environment", "Development", "--urls", urls);

        Assert.Equal(1, ran.ExitCode);
        Assert.StartsWith("urls is '", ran.Error, StringComparison.Ordinal);
        Assert.Contains("which other machines can reach", ran.Error, StringComparison.Ordinal);
        Assert.Contains("Bot:AppId", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endpoint_in_the_servers_own_settings_is_looked_at_too()
    {
        var ran = await ServeAsync("--environment", "Development", "--Kestrel:Endpoints:Http:Url", "http://0.0.0.0:0");

        Assert.Equal(1, ran.ExitCode);
        Assert.StartsWith("Kestrel:Endpoints:Http:Url is '", ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bot:AppId", "my-bot", "Bot:AppId is not an application id")]
    [InlineData("Organisation:TimeZone", "Mars/Olympus", "Organisation:TimeZone 'Mars/Olympus' is not known")]
    [InlineData("Organisation:Name", " ", "Organisation:Name is missing")]
    [InlineData("Organisation:PublicUrl", "example.org", "Organisation:PublicUrl is not an absolute address")]
    [InlineData("Organisation:DefaultLanguage", "French", "Organisation:DefaultLanguage")]
    [InlineData("Storage:Provider", "Oracle", "Storage:Provider")]
    [InlineData("Storage:Provider", "PostgreSql", "Storage:ConnectionString is missing")]
    [InlineData("Notifications:MaximumAttempts", "0", "Notifications:MaximumAttempts must be between 1 and 100")]
    [InlineData("Notifications:PollInterval", "1.00:00:00", "Notifications:PollInterval must be between")]
    [InlineData("Notifications:Lease", "soon", "Notifications:Lease")]
    [InlineData("Mail:From", "nobody", "Mail:From is not a valid")]
    [InlineData("Mail:Folder", "", "Mail:Folder is required")]
    [InlineData("CaseAttachments:Folder", "", "CaseAttachments:Folder is required")]
    [InlineData("CaseAttachments:Folder", ".", "CaseAttachments:Folder is the data folder itself")]
    [InlineData("CaseAttachments:Folder", "attachments/../", "CaseAttachments:Folder is the data folder itself")]
    [InlineData("Reminders:NotAcknowledgedAfter", "00:00:00", "Reminders:NotAcknowledgedAfter must be between")]
    [InlineData("CorrectiveActions:ApprovalValidFor", "00:00:01", "CorrectiveActions:ApprovalValidFor must be between")]
    [InlineData("Model:Endpoint", "models.example", "Model:Endpoint is not an absolute address")]
    [InlineData("Model:Endpoint", "http://models.example/v1/", "Model:Endpoint is not https")]
    [InlineData("Model:Endpoint", "https://models.example/v1/", "Model:Name is missing")]
    [InlineData("Model:Name", "gpt", "Model:Endpoint is missing")]
    [InlineData("Model:Timeout", "00:01:00", "Model:Timeout must be between")]
    [InlineData("Model:TokensPerDay", "10", "Model:TokensPerDay must be between")]
    [InlineData("Embeddings:Endpoint", "https://models.example/v1/", "Embeddings:Name is missing")]
    [InlineData("Embeddings:Timeout", "00:05:00", "Embeddings:Timeout must be between")]
    [InlineData("AzureSearch:Endpoint", "http://example.search.windows.net", "AzureSearch:Endpoint is no https address")]
    [InlineData("AzureSearch:IndexName", "No Name", "AzureSearch:IndexName has 2 to 100")]
    [InlineData("Assistant:QuestionsPerMinute", "0", "Assistant:QuestionsPerMinute must be between")]
    public async Task A_setting_that_is_wrong_is_named(string setting, string value, string message)
    {
        var ran = await ServeAsync("--environment", "Development", "--urls", "http://127.0.0.1:0", $"--{setting}", value);

        Assert.Equal(1, ran.ExitCode);
        Assert.Contains(message, ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_wrong_setting_is_named_once()
    {
        var ran = await ServeAsync("--environment", "Development", "--urls", "http://127.0.0.1:0", "--Bot:AppId", "my-bot",
            "--Mail:From", "nobody", "--Reminders:PollInterval", "9.00:00:00");

        Assert.Equal(1, ran.ExitCode);
        Assert.Equal(Lines(ran.Error).Distinct().Count(), Lines(ran.Error).Length);
        foreach (var setting in new[] { "Bot:AppId", "Mail:From", "Reminders:PollInterval" })
            Assert.Single(Lines(ran.Error), line => line.StartsWith(setting, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Bot:Credential is missing")]
    [InlineData("Bot:ClientSecret is missing", "--Bot:Credential", "ClientSecret")]
    [InlineData("Bot:ClientSecret has expired", "--Bot:Credential", "ClientSecret", "--Bot:ClientSecret", "s", "--Bot:ClientSecretExpires", "2020-01-01")]
    [InlineData("Bot:CertificatePath is missing", "--Bot:Credential", "Certificate")]
    [InlineData("Bot:CertificatePath is not there", "--Bot:Credential", "Certificate", "--Bot:CertificatePath", "no/such.pfx")]
    [InlineData("Bot:FederatedTokenFile is not there", "--Bot:Credential", "FederatedIdentity", "--Bot:FederatedTokenFile", "no/such/token")]
    [InlineData("Bot:ServiceHosts is missing", "--Bot:Cloud", "China", "--Bot:Credential", "ManagedIdentity")]
    [InlineData("Bot:ServiceHosts holds something", "--Bot:ServiceHosts:0", "*.example.cn", "--Bot:Credential", "ManagedIdentity")]
    [InlineData("Bot:OtherTenants holds something", "--Bot:OtherTenants:0", "*", "--Bot:Credential", "ManagedIdentity")]
    [InlineData("Rehearsal is set", "--Bot:Credential", "ManagedIdentity", "--Rehearsal:OpenIdMetadata", "http://127.0.0.1:1/")]
    public async Task Production_does_not_start_with_a_registration_that_cannot_be_proven(string message, params string[] settings)
    {
        var ran = await ServeAsync([
            "--environment", "Production", "--Bot:AppId", Guid.NewGuid().ToString(), "--Bot:TenantId", Guid.NewGuid().ToString(),
            "--Organisation:Name", "Voorbeeld", "--Organisation:PublicUrl", "https://example.org", .. settings]);

        Assert.Equal(1, ran.ExitCode);
        Assert.Contains(message, ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://login.example.org/keys", "http://127.0.0.1:1/", "http://127.0.0.1:1/", "OpenIdMetadata")]
    [InlineData("http://127.0.0.1:1/", "http://10.0.0.1/", "http://127.0.0.1:1/", "TokenServer")]
    [InlineData("http://127.0.0.1:1/", "http://127.0.0.1:1/", "", "ServiceUrl")]
    public async Task A_rehearsal_believes_this_machine_only(string metadata, string tokens, string connector, string setting)
    {
        var ran = await ServeAsync(
            "--environment", "Development", "--urls", "http://127.0.0.1:0", "--Rehearsal:OpenIdMetadata", metadata, "--Rehearsal:TokenServer", tokens, "--Rehearsal:ServiceUrl", connector);

        Assert.Equal(1, ran.ExitCode);
        Assert.Contains($"Rehearsal:{setting} is missing or not an address on this machine", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checking_the_settings_says_how_long_the_credential_lasts_and_not_what_it_is()
    {
        var names = new Dictionary<string, string>
        {
            ["Bot__AppId"] = Guid.NewGuid().ToString(), ["Bot__TenantId"] = Guid.NewGuid().ToString(), ["Bot__Credential"] = "ClientSecret",
            ["Bot__ClientSecret"] = "sw0rdf1sh-not-a-real-secret", ["Bot__ClientSecretExpires"] = "2099-12-31",
            ["Organisation__Name"] = "Voorbeeld", ["Organisation__PublicUrl"] = "https://example.org",
        };
        try
        {
            foreach (var (name, value) in names)
                Environment.SetEnvironmentVariable(name, value);
            var (words, json) = (await Ran.CommandAsync("config", "check"), await Ran.CommandAsync("config", "check", "--json"));

            Assert.Equal((0, 0), (words.ExitCode, json.ExitCode));
            Assert.Contains("Credential: client secret; expires on 2099-12-31", words.Output, StringComparison.Ordinal);
            Assert.StartsWith("client secret; expires on 2099-12-31", System.Text.Json.Nodes.JsonNode.Parse(json.Output)!["credential"]!.GetValue<string>(), StringComparison.Ordinal);
            Assert.DoesNotContain("sw0rdf1sh", words.Output + words.Error + json.Output + json.Error, StringComparison.Ordinal);
        }
        finally
        {
            foreach (var name in names.Keys)
                Environment.SetEnvironmentVariable(name, null);
        }
    }

    [Fact]
    public async Task A_registration_needs_a_tenant_and_a_public_address()
    {
        var appId = Guid.NewGuid().ToString();

        Assert.Contains("Bot:TenantId is missing", (await ServeAsync("--Bot:AppId", appId)).Error, StringComparison.Ordinal);
        Assert.Contains("Organisation:PublicUrl is missing or not https", (await ServeAsync(
            "--Bot:AppId", appId, "--Bot:TenantId", Guid.NewGuid().ToString(), "--Bot:Credential", "ManagedIdentity",
            "--Organisation:Name", "Voorbeeld", "--Organisation:PublicUrl", "http://example.org")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checking_the_settings_says_what_is_wrong_in_words_and_for_machines()
    {
        // Without an environment it is Production, where a registration is needed.
        var words = await Ran.CommandAsync("config", "check");
        var json = await Ran.CommandAsync("config", "check", "--json");

        Assert.Equal((1, 1), (words.ExitCode, json.ExitCode));
        Assert.Contains("- Bot:AppId is missing.", words.Output, StringComparison.Ordinal);
        var report = System.Text.Json.Nodes.JsonNode.Parse(json.Output)!;
        Assert.Equal("local", report["mode"]!.GetValue<string>());
        Assert.StartsWith("Bot:AppId is missing.", Assert.Single(report["problems"]!.AsArray())!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said_in_words()
    {
        await using var connector = await FakeConnector.StartAsync();

        var ran = await ServeAsync("--environment", "Development", "--urls", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{connector.ServiceUrl.Port}"));

        Assert.Equal(1, ran.ExitCode);
        Assert.Contains("in use by another program", ran.Error, StringComparison.Ordinal);
    }

    private Task<Ran> ServeAsync(params string[] settings) => Ran.CommandAsync(["serve", "--Storage:DataDirectory", folder, .. settings]);

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
