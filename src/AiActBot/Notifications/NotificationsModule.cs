using AiActBot.BotFramework.Connector;
using AiActBot.Trust;
using Azure.Core;
using Azure.Identity;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AiActBot.Notifications;

internal static class NotificationsModule
{
    public static IServiceCollection AddNotifications(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<NotificationOptions>, NotificationOptionsValidator>();
        services.AddOptions<NotificationOptions>().BindConfiguration(NotificationOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsValidator>();
        services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section).ValidateOnStart();
        services.AddSingleton<NotificationSignal>();
        services.AddSingleton<IInterceptor, NotificationWaking>();
        services.AddSingleton<AcknowledgementLinks>();
        services.AddScoped<NotificationDelivery>();
        services.AddScoped<NotificationContent>();
        services.AddScoped<TeamsRoute>();
        services.AddSingleton<IValidateOptions<ProactiveInstallOptions>, ProactiveInstallOptionsValidator>();
        services.AddOptions<ProactiveInstallOptions>().BindConfiguration(ProactiveInstallOptions.Section).ValidateOnStart();
        services.AddSingleton<ProactiveInstall>();
        // The bot asks as itself, with its own credential; in local mode nothing is installed.
        services.TryAddKeyedSingleton<IConnectorTokenSource>(ProactiveInstall.Graph, (provider, _) => provider.GetRequiredService<IOptions<BotOptions>>().Value is { IsRegistered: true } bot
            ? new ConnectorTokens(
                ConnectorCredential.Create(bot, provider.GetRequiredService<IOptions<RehearsalOptions>>().Value),
                new Uri(new Uri(provider.GetRequiredService<IOptions<ProactiveInstallOptions>>().Value.GraphEndpoint), "/.default").ToString(),
                provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<ConnectorTokens>>())
            : NoToken.Instance);
        services.AddScoped<MailRoute>();
        services.AddSingleton<FolderMail>();
        services.AddSingleton<SmtpMail>();
        services.AddSingleton<GraphMail>();
        services.AddSingleton<IMailSender>(provider => provider.GetRequiredService<IOptions<MailOptions>>().Value.Sender switch
        {
            MailSending.Smtp => provider.GetRequiredService<SmtpMail>(),
            MailSending.Graph => provider.GetRequiredService<GraphMail>(),
            _ => provider.GetRequiredService<FolderMail>(),
        });
        services.TryAddKeyedSingleton<TokenCredential>(GraphMail.Credential, (provider, _) => provider.GetRequiredService<IOptions<MailOptions>>().Value switch
        {
            { GraphClientSecret.Length: > 0 } own => new ClientSecretCredential(own.GraphTenantId, own.GraphClientId, own.GraphClientSecret),
            _ => new DefaultAzureCredential(),
        });
        services.AddHostedService<NotificationDispatcher>();
        return services;
    }
}
