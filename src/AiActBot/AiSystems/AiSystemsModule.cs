namespace AiActBot.AiSystems;

internal static class AiSystemsModule
{
    public static IServiceCollection AddAiSystems(this IServiceCollection services)
    {
        services.AddScoped<SystemRegister>();
        services.AddScoped<AddParty>();
        services.AddScoped<EditParty>();
        services.AddScoped<DutyItems>();
        services.AddScoped<DutyOverview>();
        services.AddScoped<UpdateDuty>();
        services.AddScoped<SystemHistory>();
        return services;
    }
}
