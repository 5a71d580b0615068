using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace AiActBot.Assistant.LanguageModel;

/// <summary>The model that makes vectors of texts, to find passages by meaning as well. Without an endpoint they are found by their words.</summary>
public sealed class EmbeddingOptions : OpenAIEndpointOptions
{
    public const string Section = "Embeddings";

    /// <summary>How long one call may take; a question is then searched by its words.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:00:30")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);
}

[OptionsValidator]
internal sealed partial class EmbeddingLimitsValidator : IValidateOptions<EmbeddingOptions>;
