using Microsoft.EntityFrameworkCore.Diagnostics;
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
        services.AddScoped<MailRoute>();
        services.AddHostedService<NotificationDispatcher>();
        return services;
    }
}
