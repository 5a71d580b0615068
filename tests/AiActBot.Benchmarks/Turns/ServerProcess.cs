using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace AiActBot.Benchmarks.Turns;

/// <summary>A bot in a process of its own, so that its processor time is its own.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("aiactbot-bench");

    private ServerProcess(string name, Func<ServerProcess, IEnumerable<string>> arguments, IReadOnlyDictionary<string, string> settings)
    {
        Name = name;
        var start = new ProcessStartInfo(Environment.ProcessPath is { } own && Path.GetFileNameWithoutExtension(own) == "dotnet" ? own : "dotnet", arguments(this))
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
        };
        foreach (var (setting, value) in settings)
            start.Environment[setting] = value;
        start.Environment["Storage__DataDirectory"] = _folder.FullName;
        _process = Process.Start(start)!;
        // What goes wrong in a server is part of what is measured.
        _process.OutputDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        _process.BeginOutputReadLine();
    }

    public string Name { get; }

    public Uri Address { get; } = FreeAddress();

    /// <summary>From the start of the process to its first reply.</summary>
    public TimeSpan ColdStart { get; private set; }

    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Resident, in bytes.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    public string FileIn(string name) => Path.Combine(_folder.FullName, name);

    public static async Task<ServerProcess> StartAsync(
        string name, Channel channel, Func<ServerProcess, IEnumerable<string>> arguments, IReadOnlyDictionary<string, string>? settings = null)
    {
        var clock = Stopwatch.StartNew();
        var server = new ServerProcess(name, arguments, settings ?? new Dictionary<string, string>());
        await server.ListensAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await channel.ConverseAsync(server.Address, 0, patience.Token);
        server.ColdStart = clock.Elapsed;
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task ListensAsync()
    {
        while (true)
        {
            if (_process.HasExited)
                throw new InvalidOperationException($"{Name} ended with {_process.ExitCode} before it listened.");
            try
            {
                using var probe = new TcpClient();
                await probe.ConnectAsync(IPAddress.Loopback, Address.Port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
            }
        }
    }

    private static Uri FreeAddress()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}");
    }
}
