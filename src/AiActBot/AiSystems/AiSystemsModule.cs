namespace AiActBot.AiSystems;

internal static class AiSystemsModule
{
    public static IServiceCollection AddAiSystems(this IServiceCollection services)
    {
        services.AddScoped<SystemRegister>();
        services.AddScoped<AddParty>();
        return services;
    }
}
