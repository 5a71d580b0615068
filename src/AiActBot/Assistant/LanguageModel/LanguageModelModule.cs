using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace AiActBot.Assistant.LanguageModel;

internal static class LanguageModelModule
{
    /// <summary>Registers the language model; without settings it is never made.</summary>
    public static IServiceCollection AddLanguageModel(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsWithValidateOnStart<ModelOptions, ModelLimitsValidator>().Bind(configuration.GetSection(ModelOptions.Section));
        services.AddSingleton<IValidateOptions<ModelOptions>>(new OpenAIEndpointValidator<ModelOptions>(ModelOptions.Section));
        services.AddSingleton<IChatClient>(provider => Connect(provider.GetRequiredService<IOptions<ModelOptions>>().Value));
        services.AddSingleton<TokenBudget>();
        services.AddSingleton<MeteredModel>();
        services.AddSingleton<ModelAnswering>();
        return services;
    }

    private static OpenAIChatClient Connect(ModelOptions options) => new(
        OpenAIConnection.Connect(options.Endpoint, options.ApiKey, options.Timeout, options.Retries).GetChatClient(options.Name),
        options.Endpoint, options.Name);
}
