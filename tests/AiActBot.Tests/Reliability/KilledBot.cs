using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json.Nodes;
using AiActBot.Storage;
using AiActBot.Tests.Infrastructure;

namespace AiActBot.Tests.Reliability;

/// <summary>
/// The real executable as processes of their own, one or several on one database, which end without warning and are started
/// anew, over and over. When one dies is counted in events, so that a seed gives the same plan again.
/// </summary>
internal sealed class KilledBot(TestDatabase database, Random random, int deaths, Death death, int replicas = 1) : IAsyncDisposable
{
    /// <summary>At most so many events between a start and the kill; a small number hits the start itself too.</summary>
    private const int LongestLife = 16;

    private const int SigTerm = 15;

    private readonly Lock gate = new();
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(60) };
    private readonly Replica[] all = [.. Enumerable.Range(0, replicas).Select(_ => new Replica())];
    private TaskCompletionSource announced = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int eventsLeft = 1 + random.Next(LongestLife);

    /// <summary>How often one died so far.</summary>
    public int Died { get; private set; }

    public bool IsDone => Died >= deaths;

    /// <summary>The longest that one took from SIGTERM to its end.</summary>
    public TimeSpan SlowestStop { get; private set; }

    /// <summary>Starts them, and each again whenever it died, until it is cancelled.</summary>
    public async Task LiveAsync(CancellationToken cancellationToken) => await await Task.WhenAny(all.Select(replica => LiveAsync(replica, cancellationToken)));

    /// <summary>Something happened. The one that was drawn is the last that a process lives to see.</summary>
    public void Happened()
    {
        lock (gate)
        {
            if (IsDone || death is Death.At || --eventsLeft > 0)
                return;
            var alive = all.Where(replica => replica is { Process.HasExited: false, StoppingSince: 0 }).ToList();
            if (alive.Count == 0)
                return;
            eventsLeft = 1 + random.Next(LongestLife);
            Died++;
            var chosen = alive[random.Next(alive.Count)];
            chosen.Address = null;
            chosen.StoppingSince = Stopwatch.GetTimestamp();
            if (death is Death.Stopped)
                _ = Signal(chosen.Process!.Id, SigTerm);
            else
                // SIGKILL: nothing of the process runs after this.
                chosen.Process!.Kill();
        }
    }

    /// <summary>Posts an activity until it is answered, as a channel does: the same activity with the same id.</summary>
    public async Task<JsonObject?> PostAsync(JsonObject activity, CancellationToken cancellationToken)
    {
        var body = activity.ToJsonString();
        while (true)
        {
            var target = await AddressAsync(cancellationToken);
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
                // It died on us. Its place is taken before it is asked again.
                lock (gate)
                {
                    foreach (var gone in all.Where(replica => replica.Address == target))
                        gone.Address = null;
                }
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        lock (gate)
        {
            foreach (var replica in all)
            {
                if (replica.Process is { HasExited: false } process)
                    process.Kill();
            }
        }

        http.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task LiveAsync(Replica replica, CancellationToken cancellationToken)
    {
        while (true)
        {
            var started = Start(replica);
            await AnnounceAsync(replica, started);
            await started.WaitForExitAsync(cancellationToken);
            lock (gate)
            {
                var meant = death is Death.At ? !IsDone : replica.StoppingSince != 0;
                var expected = death is Death.Stopped ? 0 : 128 + 9;
                if (!meant || started.ExitCode != expected)
                    throw new InvalidOperationException($"The process ended by itself with {started.ExitCode}: {started.StandardError.ReadToEnd()}");
                replica.Address = null;
                if (death is Death.At)
                    Died++;
                else if (Stopwatch.GetElapsedTime(replica.StoppingSince) is var took && took > SlowestStop)
                    SlowestStop = took;
            }
        }
    }

    private async Task<Uri> AddressAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (gate)
            {
                var known = all.Select(replica => replica.Address).OfType<Uri>().ToList();
                if (known.Count > 0)
                    return known[random.Next(known.Count)];
                changed = announced.Task;
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    private Process Start(Replica replica)
    {
        string[] settings =
        [
            Product.Executable,
            "--environment", "Development", "--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", "None",
            .. database.Settings.Where(setting => setting.Value is { Length: > 0 }).SelectMany(setting => new[] { "--" + setting.Key, setting.Value! }),
            "--Organisation:ComplianceTeam:0", Drivers.Person.ObjectIdOf("Noor"),
            "--Notifications:FirstRetryAfter", "00:00:00.010", "--Notifications:PollInterval", "00:00:00.200",
            // What a dead replica had in hand, another takes after this; one process alone does not wait for it.
            "--Notifications:Lease", database.Provider == DatabaseProvider.PostgreSql ? "00:00:05" : "00:01:00",
            // A kill counts as an attempt of everything in hand.
            "--Notifications:MaximumAttempts", "100",
            // Nobody asks it anything: reading and indexing the knowledge is a good third of what a start costs.
            "--Knowledge:Folder", Directory.CreateDirectory(Path.Combine(database.DataDirectory, "nothing-to-know")).FullName,
            // With every life it forgets what it sent.
            "--Sending:KeepsToTeamsLimits", "false",
        ];
        lock (gate)
        {
            var start = new ProcessStartInfo("dotnet", settings)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                // It does not live long enough for anything to be worth compiling twice.
                Environment = { ["DOTNET_TieredPGO"] = "0", ["DOTNET_TC_CallCounting"] = "0" },
            };
            if (death is Death.At(var point) && !IsDone)
            {
                start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(KilledBot).Assembly.Location;
                start.Environment[StartupHook.PointVariable] = point;
                start.Environment[StartupHook.CountVariable] = random.Next(1, 4).ToString(CultureInfo.InvariantCulture);
            }

            replica.StoppingSince = 0;
            replica.Process = Process.Start(start)!;
            return replica.Process;
        }
    }

    /// <summary>The page's address stands on a line of its own.</summary>
    private async Task AnnounceAsync(Replica replica, Process started)
    {
        while (await started.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!line.Trim().StartsWith("http://", StringComparison.Ordinal))
                continue;
            lock (gate)
            {
                if (replica.StoppingSince == 0)
                    replica.Address = new Uri(line.Trim());
                announced.TrySetResult();
                announced = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            return;
        }
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Died} of {deaths} {death}");

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Signal(int process, int signal);

    private sealed class Replica
    {
        public Process? Process { get; set; }

        public Uri? Address { get; set; }

        /// <summary>When it was killed or asked to stop; 0 while it is to live.</summary>
        public long StoppingSince { get; set; }
    }
}
