using System.ComponentModel.DataAnnotations;

namespace AiActBot.Knowledge.Azure;

/// <summary>Where Azure AI Search is and how to use it. Without an endpoint the embedded index is used.</summary>
public sealed class AzureSearchOptions : IValidatableObject
{
    public const string Section = "AzureSearch";

    /// <summary>The address of the service, such as <c>https://example.search.windows.net</c>; empty when Azure AI Search is not used.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary>The index, which is made when it does not exist. Its synonym map is called the same with <c>-glossary</c> after it.</summary>
    [RegularExpression("^[a-z0-9](-?[a-z0-9]){1,100}$", ErrorMessage = $"{Section}:{nameof(IndexName)} has 2 to 100 lower-case letters, digits and single dashes, and no dash at either end.")]
    public string IndexName { get; set; } = "aiactbot";

    /// <summary>An admin key of the service; empty to sign in with the identity that the host gives (a managed identity, say).</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>What the semantic configurations are called: this name with <c>-nl</c> and <c>-en</c> after it.</summary>
    [RegularExpression("^[A-Za-z0-9_-]{1,60}$", ErrorMessage = $"{Section}:{nameof(SemanticConfiguration)} has 1 to 60 letters, digits, dashes and underscores.")]
    [Required(ErrorMessage = $"{Section}:{nameof(SemanticConfiguration)} is empty.")]
    public string SemanticConfiguration { get; set; } = "passages";

    /// <summary>Lets the service reorder the best passages by meaning. It needs a paid tier and is charged by the question.</summary>
    public bool UseSemanticRanking { get; set; }

    /// <summary>True when an endpoint is given, so that this index stands in for the embedded one.</summary>
    public bool IsConfigured => Endpoint.Length > 0;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        // A key over plain http can be read on the way.
        if (IsConfigured && !(Uri.TryCreate(Endpoint, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps))
            yield return new ValidationResult($"{Section}:{nameof(Endpoint)} is no https address.", [nameof(Endpoint)]);
        if (IndexName.Length == 0)
            yield return new ValidationResult($"{Section}:{nameof(IndexName)} is empty.", [nameof(IndexName)]);
    }
}
