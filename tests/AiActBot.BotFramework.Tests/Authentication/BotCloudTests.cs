using AiActBot.BotFramework.Authentication;
using AiActBot.BotFramework.Connector;

namespace AiActBot.BotFramework.Tests.Authentication;

public class BotCloudTests
{
    private static readonly BotCloud[] Clouds = [BotCloud.Public, BotCloud.UsGovernment, BotCloud.China];

    [Fact]
    public void Clouds_share_nothing()
    {
        Assert.Equal(Clouds.Length, Clouds.Select(cloud => cloud.Issuer).Distinct().Count());
        Assert.Equal(Clouds.Length, Clouds.Select(cloud => cloud.OpenIdMetadata).Distinct().Count());
        Assert.Equal(Clouds.Length, Clouds.Select(cloud => cloud.Authority).Distinct().Count());
        Assert.Equal(Clouds.Length, Clouds.Select(cloud => cloud.ConnectorScope).Distinct().Count());
        var hosts = Clouds.SelectMany(cloud => cloud.ServiceHosts).ToList();
        Assert.Equal(hosts.Count, hosts.Distinct().Count());
    }

    [Fact]
    public void Everything_of_a_cloud_is_asked_for_over_https() => Assert.All(Clouds, cloud =>
    {
        Assert.Equal("https", cloud.OpenIdMetadata.Scheme);
        Assert.Equal("https", cloud.Authority.Scheme);
        Assert.Equal($"{cloud.Issuer}/.default", cloud.ConnectorScope);
    });

    [Fact]
    public void A_token_for_one_cloud_is_not_sent_to_the_connector_of_another()
    {
        var policy = ServiceUrlPolicy.Only(BotCloud.Public.ServiceHosts);

        Assert.All(BotCloud.Public.ServiceHosts, host => Assert.True(policy.Allows($"https://{host}/teams/")));
        Assert.All(BotCloud.UsGovernment.ServiceHosts, host => Assert.False(policy.Allows($"https://{host}/teams/")));
    }
}
