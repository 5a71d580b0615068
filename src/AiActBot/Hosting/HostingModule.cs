using AiActBot.BotFramework.Connector;
using AiActBot.Conversations;
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
        services.AddKeyedSingleton<IConnectorClient>(ConnectorClients.OneAttempt, (provider, _) => new ConnectorClient(
            provider.GetRequiredService<HttpClient>(), provider.GetRequiredService<IConnectorTokenSource>(),
            provider.GetRequiredService<ServiceUrlPolicy>(), provider.GetRequiredService<TimeProvider>()));
        services.AddKeyedSingleton<IConnectorClient>(ConnectorClients.InTurn, (provider, _) => new RetryingConnectorClient(
            provider.GetRequiredKeyedService<IConnectorClient>(ConnectorClients.OneAttempt), options: null, provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
