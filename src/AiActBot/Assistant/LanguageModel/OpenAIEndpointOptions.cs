using Microsoft.Extensions.Options;

namespace AiActBot.Assistant.LanguageModel;

/// <summary>An API that speaks OpenAI's protocol: where it is, what to be let in with, and which of its models.</summary>
public abstract class OpenAIEndpointOptions
{
    /// <summary>Base address of the API, such as <c>https://example.openai.azure.com/openai/v1/</c>; empty for none.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary>The secret to call it with; empty for a server on this machine that asks for none.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>The model or deployment, as the server calls it. Another name for embeddings makes all vectors anew.</summary>
    public string Name { get; set; } = "";

    public bool IsConfigured => Endpoint.Length > 0;
}

internal sealed class OpenAIEndpointValidator<TOptions>(string section) : IValidateOptions<TOptions>
    where TOptions : OpenAIEndpointOptions
{
    public ValidateOptionsResult Validate(string? name, TOptions options) =>
        OpenAIConnection.Objection(section, options.Endpoint, options.ApiKey, options.Name) is { } objection
            ? ValidateOptionsResult.Fail(objection)
            : ValidateOptionsResult.Success;
}
