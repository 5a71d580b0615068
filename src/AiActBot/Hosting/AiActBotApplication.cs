using AiActBot.AiSystems;
using AiActBot.Assistant;
using AiActBot.Conversations;
using AiActBot.CorrectiveActions;
using AiActBot.CorrectiveActions.Attachments;
using AiActBot.LocalChat;
using AiActBot.MessageExtension;
using AiActBot.Notifications;
using AiActBot.Reminders;
using AiActBot.Storage;
using AiActBot.Triage;
using AiActBot.Trust;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AiActBot.Hosting;

/// <summary>Puts the capabilities together: what is registered here is what the product is.</summary>
public static class AiActBotApplication
{
    /// <summary>Address in local mode when none is configured; the port that Bot Framework samples use.</summary>
    private const string LocalUrl = "http://127.0.0.1:3978";

    /// <summary>Settings are validated at the start; watched for changes would be the whole folder with what is written in it, the database too.</summary>
    private static readonly string[] ReadSettingsOnce = ["--hostBuilder:reloadConfigOnChange", "false"];

    /// <param name="args">Settings as <c>--Section:Key value</c>.</param>
    /// <param name="configure">A last word on settings and services, for tests.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = [.. ReadSettingsOnce, .. args] });
        Defaults.AddTo(builder.Configuration);
        configure?.Invoke(builder);
        var bot = builder.Configuration.GetSection(BotOptions.Section).Get<BotOptions>() ?? new BotOptions();
        if (!bot.IsRegistered && string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]))
            builder.WebHost.UseUrls(LocalUrl);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
            // Whoever sends a letter at a time holds a connection no longer than this.
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        });

        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        builder.AddTelemetry();
        services.AddHosting();
        services.AddTrust(bot);
        // What runs in the background starts in this order: the knowledge is read while the database is brought up to date.
        services.AddAssistant(builder.Configuration);
        services.AddStorage();
        services.AddConversations();
        services.AddNotifications();
        services.AddAiSystems();
        services.AddTriage();
        services.AddCorrectiveActions();
        services.AddReminders();
        services.AddMessageExtension();
        if (!bot.IsRegistered)
            services.AddLocalChat(builder.Configuration);

        var app = builder.Build();
        app.MapMessages();
        app.MapAcknowledgements();
        app.MapDocuments();
        app.MapAttachments();
        app.MapHealth();
        if (!bot.IsRegistered)
            app.MapLocalChat();
        return app;
    }

    /// <summary>Brings the database up to date and starts to listen.</summary>
    public static async Task StartAsync(WebApplication app, CancellationToken cancellationToken = default)
    {
        // The host validates the settings before it touches anything.
        await app.StartAsync(cancellationToken);
        if (!app.Services.GetRequiredService<IOptions<BotOptions>>().Value.IsRegistered)
            await LocalExample.EnsureAsync(app.Services, cancellationToken);
    }
}
