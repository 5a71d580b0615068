using Microsoft.Extensions.Options;

namespace AiActBot.Hosting;

/// <summary>Where traces, metrics and logs go by OpenTelemetry. Nothing is collected without an endpoint.</summary>
public sealed class TelemetryOptions
{
    public const string Section = "Telemetry";

    /// <summary>Collector that speaks OTLP over HTTP, such as http://127.0.0.1:4318.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary>Headers for the collector, as name=value with commas between. May hold a key.</summary>
    public string Headers { get; set; } = "";

    internal bool IsOn => Endpoint.Length > 0;
}

internal sealed class TelemetryOptionsValidator : IValidateOptions<TelemetryOptions>
{
    public ValidateOptionsResult Validate(string? name, TelemetryOptions options) =>
        options.IsOn && !(Uri.TryCreate(options.Endpoint, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
            ? ValidateOptionsResult.Fail("Telemetry:Endpoint is not an absolute address such as http://127.0.0.1:4318.")
            : ValidateOptionsResult.Success;
}
