using AiActBot.BotFramework.Connector;
using AiActBot.Conversations;
using AiActBot.Conversations.Sending;
using Microsoft.Extensions.Options;

namespace AiActBot.Hosting;

internal static class HostingModule
{
    public static IServiceCollection AddHosting(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<OrganisationOptions>, OrganisationOptionsValidator>();
        services.AddOptions<OrganisationOptions>().BindConfiguration(OrganisationOptions.Section).ValidateOnStart();
        services.AddSingleton<OwnAddress>();
        services.AddSingleton<OrganisationClock>();
        services.AddSingleton(_ => new HttpClient(ConnectorClient.CreateHandler()) { Timeout = TimeSpan.FromSeconds(15) });
        services.AddSingleton<IValidateOptions<SendingOptions>, SendingOptionsValidator>();
        services.AddOptions<SendingOptions>().BindConfiguration(SendingOptions.Section).ValidateOnStart();
        services.AddSingleton<SendingPace>();
        services.AddSingleton<WaitingLine>();
        services.AddSingleton(provider => new ConnectorClient(
            provider.GetRequiredService<HttpClient>(), provider.GetRequiredService<IConnectorTokenSource>(),
            provider.GetRequiredService<ServiceUrlPolicy>(), provider.GetRequiredService<TimeProvider>()));
        services.AddKeyedSingleton<IConnectorClient>(ConnectorClients.OneAttempt, (provider, _) => Paced(provider, toMany: false, TimeSpan.FromSeconds(2)));
        services.AddKeyedSingleton<IConnectorClient>(ConnectorClients.ToMany, (provider, _) => Paced(provider, toMany: true, TimeSpan.FromSeconds(1)));
        // Longer than all windows but that of an hour: the replies of a chat stay in order by waiting here.
        services.AddKeyedSingleton<IConnectorClient>(ConnectorClients.InTurn, (provider, _) => new RetryingConnectorClient(
            Paced(provider, toMany: false, TimeSpan.FromSeconds(35)), options: null, provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    private static PacedConnectorClient Paced(IServiceProvider provider, bool toMany, TimeSpan longest) => new(
        provider.GetRequiredService<ConnectorClient>(), provider.GetRequiredService<SendingPace>(), provider.GetRequiredService<TimeProvider>(), toMany, longest);
}
