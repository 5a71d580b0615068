using System.ComponentModel.DataAnnotations;
using AiActBot.Assistant.LanguageModel;
using AiActBot.Knowledge.Azure;
using AiActBot.Knowledge.Documents;
using AiActBot.Knowledge.Importing;
using AiActBot.Knowledge.Index;
using AiActBot.LocalChat;
using AiActBot.Trust;
using Azure.Identity;
using Azure.Search.Documents;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace AiActBot.Assistant;

/// <summary>Where passages are searched: in the embedded index, with vectors where a model makes them, or in Azure AI Search.</summary>
internal static class SearchModule
{
    // In a folder of its own: the store is read again when something in its folder comes or goes.
    private static readonly string VectorFile = Path.Combine("vectors", "vectors.db");

    public static IServiceCollection AddSearch(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsWithValidateOnStart<EmbeddingOptions, EmbeddingLimitsValidator>().Bind(configuration.GetSection(EmbeddingOptions.Section));
        services.AddSingleton<IValidateOptions<EmbeddingOptions>>(new OpenAIEndpointValidator<EmbeddingOptions>(EmbeddingOptions.Section));
        services.AddOptionsWithValidateOnStart<AzureSearchOptions, AzureSearchValidator>().Bind(configuration.GetSection(AzureSearchOptions.Section));
        services.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(MakeEmbeddings);
        services.AddSingleton(provider => VectorCache.Open(Path.Combine(provider.GetRequiredService<ImportStore>().Folder, VectorFile)));
        return services;
    }

    public static IPassageIndex Open(IServiceProvider services, Glossary glossary)
    {
        var azure = services.GetRequiredService<IOptions<AzureSearchOptions>>().Value;
        var hasEmbeddings = services.GetRequiredService<IOptions<EmbeddingOptions>>().Value.IsConfigured;
        if (!azure.IsConfigured)
        {
            return SqlitePassageIndex.Open(glossary, hasEmbeddings
                ? new EmbeddingSearch(services.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>(), services.GetRequiredService<VectorCache>())
                : null);
        }

        var time = services.GetRequiredService<TimeProvider>();
        var client = AzureSearchConnection.Connect(
            azure, azure.ApiKey.Length > 0 ? null : new DefaultAzureCredential(), services.GetService<SearchClientOptions>());
        var service = new AzurePassageIndex(
            client, azure, OrganisationOf(services.GetRequiredService<IOptions<BotOptions>>().Value), glossary,
            hasEmbeddings ? services.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>() : null, time);
        return new StandbyIndex(service, SqlitePassageIndex.Open(glossary), time, services.GetRequiredService<ILogger<StandbyIndex>>());
    }

    /// <summary>Several organisations may share an index of the service; each finds its own documents only.</summary>
    private static string OrganisationOf(BotOptions bot) => bot.IsRegistered ? bot.TenantId : LocalPeople.TenantId;

    private static OpenAIEmbeddings MakeEmbeddings(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<EmbeddingOptions>>().Value;
        return new OpenAIEmbeddings(
            OpenAIConnection.Connect(options.Endpoint, options.ApiKey, options.Timeout, retries: 1).GetEmbeddingClient(options.Name),
            options, services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ILogger<OpenAIEmbeddings>>());
    }
}

internal sealed class AzureSearchValidator : IValidateOptions<AzureSearchOptions>
{
    public ValidateOptionsResult Validate(string? name, AzureSearchOptions options)
    {
        // The messages name their settings.
        var found = new List<ValidationResult>();
        return Validator.TryValidateObject(options, new ValidationContext(options), found, validateAllProperties: true)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(found.Select(result => result.ErrorMessage!));
    }
}
