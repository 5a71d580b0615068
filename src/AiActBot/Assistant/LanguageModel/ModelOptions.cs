using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace AiActBot.Assistant.LanguageModel;

/// <summary>
/// The language model that words answers. Without an endpoint there is none, and answers are composed from quotes. Any server that
/// speaks OpenAI's chat completions will do: Azure OpenAI's v1 endpoint, OpenAI, Ollama, vLLM.
/// </summary>
public sealed class ModelOptions : OpenAIEndpointOptions
{
    public const string Section = "Model";

    /// <summary>How long an answer may take, all attempts together; after that it is composed from quotes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:00:30")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a call is tried again that failed for the moment (408, 429, 5xx, no connection).</summary>
    [Range(0, 3)]
    public int Retries { get; set; } = 1;

    /// <summary>How many of the best passages the model gets to see.</summary>
    [Range(1, 20)]
    public int Passages { get; set; } = 8;

    /// <summary>Longest output in tokens, what a reasoning model thinks to itself included.</summary>
    [Range(200, 8000)]
    public int OutputTokens { get; set; } = 1500;

    /// <summary>What an organisation may spend on answers in one day (UTC), in tokens in and out together.</summary>
    [Range(50_000, 1_000_000_000)]
    public long TokensPerDay { get; set; } = 2_000_000;
}

[OptionsValidator]
internal sealed partial class ModelLimitsValidator : IValidateOptions<ModelOptions>;
