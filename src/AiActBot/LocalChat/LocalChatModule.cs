using AiActBot.LocalChat.Client;
using AiActBot.LocalChat.Connector;
using AiActBot.LocalChat.Gallery;
using AiActBot.LocalChat.Mailbox;
using AiActBot.LocalChat.Page;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AiActBot.LocalChat;

/// <summary>
/// A small Teams on this machine: a page with several people, and behind it a connector that speaks to
/// <c>/api/messages</c> as Teams does. For local mode only; what is mapped here refuses everything but loopback.
/// </summary>
internal static class LocalChatModule
{
    public static IServiceCollection AddLocalChat(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<LocalChatEvents>();
        services.AddSingleton<LocalStreams>();
        services.AddSingleton<LocalConnector>();
        services.AddSingleton<LocalActivities>();
        services.AddSingleton<LocalBotClient>();
        services.AddSingleton(provider => new LocalTranscript(
            DataDirectory(provider, configuration), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new MailFolder(
            MailDirectory(provider, configuration),
            provider.GetRequiredService<LocalTranscript>(),
            provider.GetRequiredService<LocalChatEvents>(),
            provider.GetRequiredService<ILogger<MailFolder>>()));
        return services;
    }

    public static void MapLocalChat(this IEndpointRouteBuilder endpoints)
    {
        // Made now and not at the first request: it watches the folder from here on.
        _ = endpoints.ServiceProvider.GetRequiredService<MailFolder>();
        var group = endpoints.MapGroup("").AddEndpointFilter<LoopbackOnly>().ExcludeFromDescription();
        LocalChatPage.Map(group);
        CardGallery.Map(group);
        LocalConnectorEndpoints.Map(group);
        LocalClientEndpoints.Map(group);
    }

    static string DataDirectory(IServiceProvider provider, IConfiguration configuration) =>
        FromContentRoot(provider, configuration["Storage:DataDirectory"] is { Length: > 0 } configured ? configured : "data");

    static string MailDirectory(IServiceProvider provider, IConfiguration configuration) =>
        configuration["Mail:Folder"] is { Length: > 0 } configured
            ? Path.GetFullPath(configured, DataDirectory(provider, configuration))
            : Path.Combine(DataDirectory(provider, configuration), "mail");

    static string FromContentRoot(IServiceProvider provider, string path) =>
        Path.Combine(provider.GetRequiredService<IHostEnvironment>().ContentRootPath, path);
}
