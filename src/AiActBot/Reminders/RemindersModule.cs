using Microsoft.Extensions.Options;

namespace AiActBot.Reminders;

internal static class RemindersModule
{
    public static IServiceCollection AddReminders(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<ReminderOptions>, ReminderOptionsValidator>();
        services.AddOptions<ReminderOptions>().BindConfiguration(ReminderOptions.Section).ValidateOnStart();
        services.AddScoped<ReminderLedger>();
        services.AddScoped<ReminderScan>();
        services.AddScoped<ReminderCards>();
        services.AddScoped<MonthlyReportScan>();
        services.AddHostedService<ReminderWorker>();
        return services;
    }
}
