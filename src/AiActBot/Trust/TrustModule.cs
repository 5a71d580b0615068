using AiActBot.BotFramework.Activities;
using AiActBot.BotFramework.Authentication;
using AiActBot.BotFramework.Connector;
using Microsoft.Extensions.Options;

namespace AiActBot.Trust;

/// <summary>Whom the bot believes, and how it proves who it is.</summary>
internal static class TrustModule
{
    public static IServiceCollection AddTrust(this IServiceCollection services, BotOptions bot)
    {
        services.AddSingleton<IValidateOptions<BotOptions>, BotOptionsValidator>();
        services.AddOptions<BotOptions>().BindConfiguration(BotOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<RehearsalOptions>, RehearsalOptionsValidator>();
        services.AddOptions<RehearsalOptions>().BindConfiguration(RehearsalOptions.Section).ValidateOnStart();
        services.AddOptionsWithValidateOnStart<LimitOptions, LimitOptionsValidator>().BindConfiguration(LimitOptions.Section);
        services.AddSingleton<CredentialState>();
        services.AddSingleton<MessagePace>();
        if (bot.IsRegistered)
            services.AddTeamsTrust();
        else
            services.AddLocalTrust();
        return services;
    }

    private static void AddLocalTrust(this IServiceCollection services)
    {
        services.AddSingleton<IInboundTrust, LocalTrust>();
        services.AddSingleton(ServiceUrlPolicy.LoopbackOnly);
        services.AddSingleton<IConnectorTokenSource>(NoToken.Instance);
    }

    private static void AddTeamsTrust(this IServiceCollection services)
    {
        services.AddSingleton<IInboundTrust, TeamsTrust>();
        services.AddSingleton<FailedSignIns>();
        services.AddSingleton(ServiceHosts);
        services.AddSingleton(Keys);
        services.AddSingleton(provider => new TokenValidation(
            provider.GetRequiredService<SigningKeys>(), Bot(provider).CloudSettings.Issuer, Bot(provider).NormalisedAppId, ChannelIds.Teams,
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new ActivityTrust(
            Bot(provider).NormalisedAppId, ChannelIds.Teams, [Bot(provider).TenantId, .. Bot(provider).OtherTenants],
            provider.GetRequiredService<ServiceUrlPolicy>()));
        services.AddSingleton(provider => new ConnectorTokens(
            ConnectorCredential.Create(Bot(provider), Rehearsal(provider)), Bot(provider).CloudSettings.ConnectorScope,
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<ConnectorTokens>>()));
        services.AddSingleton<IConnectorTokenSource>(provider => provider.GetRequiredService<ConnectorTokens>());
        services.AddHostedService<SigningKeyPreparation>();
        services.AddHostedService<CredentialWatch>();
    }

    private static ServiceUrlPolicy ServiceHosts(IServiceProvider provider)
    {
        var hosts = ServiceUrlPolicy.Only([.. Bot(provider).CloudSettings.ServiceHosts, .. Bot(provider).ServiceHosts]);
        return Rehearsal(provider) is { IsOn: true } rehearsal ? hosts.Or(ServiceUrlPolicy.OnlyAt(new Uri(rehearsal.ServiceUrl))) : hosts;
    }

    private static SigningKeys Keys(IServiceProvider provider)
    {
        var rehearsal = Rehearsal(provider);
        if (rehearsal.IsOn)
            Log.Rehearsing(provider.GetRequiredService<ILogger<SigningKeyPreparation>>());
        var metadata = rehearsal.IsOn ? new Uri(rehearsal.OpenIdMetadata) : Bot(provider).CloudSettings.OpenIdMetadata;
        // Lives as long as the keys do, which is as long as the service.
        var documents = new SigningKeyDocuments(new HttpClient(SigningKeyDocuments.CreateHandler()) { Timeout = TimeSpan.FromSeconds(10) }, metadata);
        return new SigningKeys(documents.ReadAsync, provider.GetRequiredService<TimeProvider>());
    }

    private static BotOptions Bot(IServiceProvider provider) => provider.GetRequiredService<IOptions<BotOptions>>().Value;

    private static RehearsalOptions Rehearsal(IServiceProvider provider) => provider.GetRequiredService<IOptions<RehearsalOptions>>().Value;
}
