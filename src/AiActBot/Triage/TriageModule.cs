using AiActBot.Assistant;
using AiActBot.Compliance.Triage;
using AiActBot.Triage.RuleFiles;

namespace AiActBot.Triage;

internal static class TriageModule
{
    public static IServiceCollection AddTriage(this IServiceCollection services)
    {
        services.AddSingleton(provider => RuleBookFolder.Load(
            Path.Combine(provider.GetRequiredService<KnowledgeBase>().Folder.Path, "rules")));
        services.AddSingleton(provider => new TriageEngine(provider.GetRequiredService<RuleBook>()));
        services.AddScoped<TriageInterview>();
        services.AddScoped<SaveAssessment>();
        return services;
    }
}
