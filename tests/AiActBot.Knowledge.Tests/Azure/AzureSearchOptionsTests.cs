using System.ComponentModel.DataAnnotations;
using AiActBot.Knowledge.Azure;

namespace AiActBot.Knowledge.Tests.Azure;

public sealed class AzureSearchOptionsTests
{
    [Fact]
    public void Nothing_configured_is_right_and_means_the_embedded_index()
    {
        var options = new AzureSearchOptions();

        Assert.Empty(Problems(options));
        Assert.False(options.IsConfigured);
        Assert.Throws<InvalidOperationException>(() => AzureSearchConnection.Connect(options));
    }

    [Theory]
    [InlineData("http://example.search.windows.net", "aiactbot", "passages", "AzureSearch:Endpoint")]
    [InlineData("example.search.windows.net", "aiactbot", "passages", "AzureSearch:Endpoint")]
    [InlineData("https://example.search.windows.net", "AiActBot", "passages", "AzureSearch:IndexName")]
    [InlineData("https://example.search.windows.net", "ai--act", "passages", "AzureSearch:IndexName")]
    [InlineData("https://example.search.windows.net", "-aiact", "passages", "AzureSearch:IndexName")]
    [InlineData("https://example.search.windows.net", "aiact-", "passages", "AzureSearch:IndexName")]
    [InlineData("https://example.search.windows.net", "", "passages", "AzureSearch:IndexName")]
    [InlineData("https://example.search.windows.net", "aiactbot", "", "AzureSearch:SemanticConfiguration")]
    [InlineData("https://example.search.windows.net", "aiactbot", "a b", "AzureSearch:SemanticConfiguration")]
    public void A_wrong_setting_is_named(string endpoint, string index, string semantic, string setting)
    {
        var options = new AzureSearchOptions { Endpoint = endpoint, IndexName = index, SemanticConfiguration = semantic, ApiKey = "secret-key" };

        var problem = Assert.Single(Problems(options));
        Assert.StartsWith(setting, problem, StringComparison.Ordinal);
        var refused = Assert.Throws<ValidationException>(() => AzureSearchConnection.Connect(options));
        Assert.DoesNotContain("secret-key", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_key_an_identity_is_needed()
    {
        var options = new AzureSearchOptions { Endpoint = "https://example.search.windows.net" };

        var refused = Assert.Throws<InvalidOperationException>(() => AzureSearchConnection.Connect(options));

        Assert.Contains("AzureSearch:ApiKey", refused.Message, StringComparison.Ordinal);
    }

    private static List<string> Problems(AzureSearchOptions options)
    {
        var problems = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), problems, validateAllProperties: true);
        return problems.ConvertAll(p => p.ErrorMessage!);
    }
}
