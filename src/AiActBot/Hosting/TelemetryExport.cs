using System.Reflection;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace AiActBot.Hosting;

/// <summary>Sends what is measured to a collector, when one is configured.</summary>
internal static class TelemetryExport
{
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IValidateOptions<TelemetryOptions>, TelemetryOptionsValidator>();
        builder.Services.AddOptions<TelemetryOptions>().BindConfiguration(TelemetryOptions.Section).ValidateOnStart();
        var options = builder.Configuration.GetSection(TelemetryOptions.Section).Get<TelemetryOptions>() ?? new TelemetryOptions();
        // What is wrong with it is said by the validation, not here.
        if (!options.IsOn || !Uri.TryCreate(options.Endpoint, UriKind.Absolute, out _))
            return;
        builder.Logging.AddOpenTelemetry(logs => logs
            .SetResourceBuilder(Resource())
            .AddOtlpExporter(exporter => Configure(exporter, options, "logs")));
        builder.Services.AddHostedService(_ => new Providers(options));
    }

    private static ResourceBuilder Resource() =>
        ResourceBuilder.CreateEmpty().AddService(Telemetry.Name, serviceVersion: Assembly.GetExecutingAssembly().GetName().Version?.ToString());

    private static void Configure(OtlpExporterOptions exporter, TelemetryOptions options, string signal)
    {
        exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = new Uri($"{options.Endpoint.TrimEnd('/')}/v1/{signal}");
        if (options.Headers.Length > 0)
            exporter.Headers = options.Headers;
    }

    /// <summary>Live as long as the service; what is not sent yet is sent when it stops.</summary>
    private sealed class Providers(TelemetryOptions options) : IHostedService, IDisposable
    {
        private TracerProvider? traces;
        private MeterProvider? metrics;

        public Task StartAsync(CancellationToken cancellationToken)
        {
            // The web server's own span, which is not sent, would otherwise decide that no turn is.
            traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(Resource()).SetSampler(new AlwaysOnSampler()).AddSource(Telemetry.Name)
                .AddOtlpExporter(exporter => Configure(exporter, options, "traces")).Build();
            metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(Resource()).AddMeter(Telemetry.Name)
                .AddOtlpExporter(exporter => Configure(exporter, options, "metrics")).Build();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
            traces?.Dispose();
            metrics?.Dispose();
        }
    }
}
