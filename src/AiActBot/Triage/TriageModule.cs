using AiActBot.Assistant;
using AiActBot.Compliance.Triage;
using AiActBot.Triage.Proposals;
using AiActBot.Triage.RuleFiles;

namespace AiActBot.Triage;

internal static class TriageModule
{
    public static IServiceCollection AddTriage(this IServiceCollection services)
    {
        services.AddSingleton(provider => RuleBookFolder.LoadAll(
            Path.Combine(provider.GetRequiredService<KnowledgeBase>().Folder.Path, "rules")));
        services.AddSingleton(provider => provider.GetRequiredService<RuleFolderContent>().Book);
        services.AddSingleton(provider => new TriageEngine(provider.GetRequiredService<RuleBook>()));
        services.AddSingleton(provider => new CueProposals(provider.GetRequiredService<RuleFolderContent>().Cues));
        services.AddSingleton<AnswerProposals>();
        services.AddSingleton<DescriptionReading>();
        services.AddSingleton<DocumentLinks>();
        services.AddScoped<ReviewScan>();
        services.AddScoped<TriageAgain>();
        services.AddHostedService<ReviewWorker>();
        services.AddScoped<TriageInterview>();
        services.AddScoped<ChangeAnswer>();
        services.AddScoped<SaveAssessment>();
        return services;
    }
}
