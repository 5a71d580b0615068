using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace AiActBot.Tests.Reliability;

/// <summary>A PostgreSQL server of its own, which a test may kill.</summary>
internal sealed class PostgreSqlServer : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("aiactbot-pg").FullName;
    private readonly string programs;

    private PostgreSqlServer(string programs) => this.programs = programs;

    private int Port { get; } = FreePort();

    public string ConnectionString => $"Host=127.0.0.1;Port={Port};Username=postgres;Database=postgres;Maximum Pool Size=20;Timeout=5;Command Timeout=10";

    private string Data => Path.Combine(folder, "data");

    public static async Task<PostgreSqlServer> StartAsync()
    {
        var programs = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").Order().Select(version => Path.Combine(version, "bin")).LastOrDefault() : null;
        Skip.If(programs is null || Environment.UserName != "root", "A PostgreSQL server of its own needs Debian's postgresql, and root.");
        var server = new PostgreSqlServer(programs!);
        await RunAsync("chown", "postgres", server.folder);
        await server.AsPostgresAsync("initdb", "--pgdata", server.Data, "--username", "postgres", "--auth", "trust", "--encoding", "UTF8");
        await server.StartAgainAsync();
        return server;
    }

    public Task StartAgainAsync() => AsPostgresAsync(
        "pg_ctl", "start", "--pgdata", Data, "--wait", "--log", Path.Combine(folder, "log"), "--options", $"-p {Port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder}");

    /// <summary>As if the machine lost power: every process at once, nothing written down.</summary>
    public Task KillAsync() => AsPostgresAsync("pg_ctl", "stop", "--pgdata", Data, "--mode", "immediate", "--wait");

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Directory.Delete(folder, recursive: true);
    }

    private Task AsPostgresAsync(string program, params string[] arguments) => RunAsync("runuser", ["-u", "postgres", "--", Path.Combine(programs, program), .. arguments]);

    private static async Task RunAsync(string program, params string[] arguments)
    {
        // To nowhere: the server would keep a pipe open for as long as it runs.
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >/dev/null 2>&1", "sh", program, .. arguments]) { WorkingDirectory = "/" })!;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
