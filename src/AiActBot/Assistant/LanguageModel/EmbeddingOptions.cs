using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace AiActBot.Assistant.LanguageModel;

/// <summary>The model that makes vectors of texts, to find passages by meaning as well. Without an endpoint they are found by their words.</summary>
public sealed class EmbeddingOptions
{
    public const string Section = "Embeddings";

    /// <summary>Base address of an API that speaks OpenAI's embeddings; empty for none.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary>The secret to call it with; empty for a server on this machine that asks for none.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>The model or deployment, as the server calls it. Another name makes all vectors anew.</summary>
    public string Name { get; set; } = "";

    /// <summary>How long one call may take; a question is then searched by its words.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:00:30")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    public bool IsConfigured => Endpoint.Length > 0;
}

[OptionsValidator]
internal sealed partial class EmbeddingLimitsValidator : IValidateOptions<EmbeddingOptions>;

internal sealed class EmbeddingEndpointValidator : IValidateOptions<EmbeddingOptions>
{
    public ValidateOptionsResult Validate(string? name, EmbeddingOptions options) =>
        OpenAIConnection.Objection(EmbeddingOptions.Section, options.Endpoint, options.ApiKey, options.Name) is { } objection
            ? ValidateOptionsResult.Fail(objection)
            : ValidateOptionsResult.Success;
}
