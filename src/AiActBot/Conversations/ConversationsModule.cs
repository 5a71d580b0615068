namespace AiActBot.Conversations;

internal static class ConversationsModule
{
    public static IServiceCollection AddConversations(this IServiceCollection services)
    {
        services.AddSingleton<InboxWriter>();
        services.AddSingleton<SenderLookup>();
        services.AddSingleton<Inbox>();
        services.AddSingleton<TurnQueue>();
        services.AddHostedService(provider => provider.GetRequiredService<TurnQueue>());
        services.AddSingleton<TurnRunner>();
        services.AddSingleton<ReplySending>();
        services.AddSingleton<ImmediateTurns>();
        services.AddSingleton<AnswerStream>();
        services.AddHostedService<InboxRecovery>();
        services.AddScoped<TurnOpening>();
        services.AddScoped<TurnRouter>();
        services.AddScoped<ChangedMessage>();
        services.AddScoped<Colleagues>();
        return services;
    }
}
