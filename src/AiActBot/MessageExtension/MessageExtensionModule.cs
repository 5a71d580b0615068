namespace AiActBot.MessageExtension;

internal static class MessageExtensionModule
{
    public static IServiceCollection AddMessageExtension(this IServiceCollection services)
    {
        services.AddScoped<SearchInChat>();
        services.AddScoped<RequirementSearch>();
        services.AddScoped<SystemSearch>();
        services.AddScoped<CaseSearch>();
        return services;
    }
}
