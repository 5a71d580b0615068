using AiActBot.Assistant.Chat;
using AiActBot.Assistant.LanguageModel;
using AiActBot.Assistant.Report;
using AiActBot.Knowledge.Importing;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AiActBot.Assistant;

/// <summary>The doors of the assistant.</summary>
internal static class AssistantModule
{
    public static IServiceCollection AddAssistant(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsWithValidateOnStart<AssistantOptions, AssistantOptionsValidator>().Bind(configuration.GetSection(AssistantOptions.Section));
        services.AddOptions<KnowledgeOptions>().Bind(configuration.GetSection(KnowledgeOptions.Section));
        services.AddSingleton(provider => new ImportStore(StoreFolder(
            provider.GetRequiredService<IOptions<KnowledgeOptions>>().Value, configuration, provider.GetRequiredService<IHostEnvironment>())));
        services.AddSingleton<DocumentImporter>();
        services.TryAddSingleton<IKnowledgeReading>(provider => new KnowledgeReading(
            KnowledgePlace.Find(
                provider.GetRequiredService<IOptions<KnowledgeOptions>>().Value.Folder,
                provider.GetRequiredService<IHostEnvironment>().ContentRootPath),
            glossary => SearchModule.Open(provider, glossary)));
        services.AddSingleton<KnowledgeBase>();
        services.AddLanguageModel(configuration);
        services.AddSearch(configuration);
        services.AddSingleton<QuestionAnswering>();
        services.AddSingleton<ReviewedAnswers>();
        services.AddHostedService<KnowledgeWarming>();
        services.AddScoped<AnswerQuestion>();
        services.AddScoped<QuestionContext>();
        services.AddScoped<ShowProvision>();
        services.AddScoped<AnswerFeedback>();
        services.AddScoped<AskTheTeam>();
        services.AddScoped<TeamCards>();
        services.AddScoped<QuestionReports>();
        services.AddScoped<ShowQuestionReport>();
        return services;
    }

    private static string StoreFolder(KnowledgeOptions options, IConfiguration configuration, IHostEnvironment environment) => Path.GetFullPath(
        options.StoreFolder.Length > 0 ? options.StoreFolder : Path.Combine(configuration["Storage:DataDirectory"] ?? "data", "knowledge"),
        environment.ContentRootPath);
}

[OptionsValidator]
internal sealed partial class AssistantOptionsValidator : IValidateOptions<AssistantOptions>;
