using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text;
using AiActBot.Tests.Infrastructure;

namespace AiActBot.Tests.Reliability;

/// <summary>
/// The real executable as a process of its own, which is killed without warning and started anew, over and over. When it
/// dies is counted in events, so that a seed gives the same plan again.
/// </summary>
internal sealed class KilledBot(TestDatabase database, Random random, int kills) : IAsyncDisposable
{
    /// <summary>At most so many events between a start and the kill; a small number hits the start itself too.</summary>
    private const int LongestLife = 16;

    private readonly Lock gate = new();
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(60) };
    private TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process? process;
    private int eventsLeft;

    /// <summary>How often it was killed so far.</summary>
    public int Killed { get; private set; }

    public bool IsDone => Killed >= kills;

    /// <summary>Starts it, and starts it again whenever it was killed, until all kills are done.</summary>
    public async Task LiveAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var started = Start();
            await AnnounceAsync(started);
            await started.WaitForExitAsync(cancellationToken);
            if (started.ExitCode != 128 + 9)
                throw new InvalidOperationException($"The process ended by itself with {started.ExitCode}: {await started.StandardError.ReadToEndAsync(cancellationToken)}");
        }
    }

    /// <summary>Something happened. The one that was drawn is the last that this process lives to see.</summary>
    public void Happened()
    {
        lock (gate)
        {
            if (IsDone || process is null || process.HasExited || --eventsLeft > 0)
                return;
            Killed++;
            address = new(TaskCreationOptions.RunContinuationsAsynchronously);
            // SIGKILL: nothing of the process runs after this.
            process.Kill();
            process = null;
        }
    }

    /// <summary>Posts an activity until it is answered, as a channel does: the same activity with the same id.</summary>
    public async Task<JsonObject?> PostAsync(JsonObject activity, CancellationToken cancellationToken)
    {
        var body = activity.ToJsonString();
        while (true)
        {
            var target = await AddressAsync().WaitAsync(cancellationToken);
            try
            {
                using var content = new StringContent(body, Encoding.UTF8, "application/json");
                var answering = http.PostAsync(new Uri(target, "/api/messages"), content, cancellationToken);
                Happened();
                using var response = await answering;
                response.EnsureSuccessStatusCode();
                var answer = await response.Content.ReadAsStringAsync(cancellationToken);
                Happened();
                return answer.Length == 0 ? null : JsonNode.Parse(answer)!.AsObject();
            }
            catch (Exception exception) when (exception is HttpRequestException { StatusCode: null } or IOException)
            {
                // It died on us.
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        lock (gate)
        {
            if (process is { HasExited: false })
                process.Kill();
        }

        http.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task<Uri> AddressAsync()
    {
        lock (gate)
            return address.Task;
    }

    private Process Start()
    {
        string[] settings =
        [
            typeof(AiActBot.Hosting.AiActBotApplication).Assembly.Location,
            "--environment", "Development", "--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", "None",
            "--Storage:DataDirectory", database.DataDirectory,
            "--Organisation:ComplianceTeam:0", Drivers.Person.ObjectIdOf("Noor"),
            "--Notifications:FirstRetryAfter", "00:00:00.010", "--Notifications:PollInterval", "00:00:00.200",
            // A kill counts as an attempt of everything in hand.
            "--Notifications:MaximumAttempts", "100",
        ];
        lock (gate)
        {
            eventsLeft = random.Next(1, LongestLife + 1);
            process = Process.Start(new ProcessStartInfo("dotnet", settings)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                // It does not live long enough for anything to be worth compiling twice.
                Environment = { ["DOTNET_TieredPGO"] = "0", ["DOTNET_TC_CallCounting"] = "0" },
            })!;
            return process;
        }
    }

    /// <summary>The page's address stands on a line of its own.</summary>
    private async Task AnnounceAsync(Process started)
    {
        while (await started.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!line.Trim().StartsWith("http://", StringComparison.Ordinal))
                continue;
            lock (gate)
            {
                if (process == started)
                    address.TrySetResult(new Uri(line.Trim()));
            }

            return;
        }
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Killed} of {kills} kills");
}
