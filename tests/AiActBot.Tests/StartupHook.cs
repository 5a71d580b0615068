using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

// The runtime looks for a class of this name outside any namespace.
#pragma warning disable CA1050

/// <summary>
/// Loaded by the runtime into the real executable (DOTNET_STARTUP_HOOKS), where it listens to what the database and the HTTP
/// client say about themselves, and kills the process at a named point. The product knows nothing of it.
/// </summary>
internal static partial class StartupHook
{
    public const string BeforeTransaction = "before the transaction";
    public const string AfterInsert = "after the insert";
    public const string AfterCommit = "after the commit";
    public const string AfterClaim = "after the claim";
    public const string AfterSend = "after the send, before the mark";
    public const string AfterMark = "after the mark";

    public const string PointVariable = "AIACTBOT_TEST_KILL_AT";
    public const string CountVariable = "AIACTBOT_TEST_KILL_COUNT";

    private static readonly string? Point = Environment.GetEnvironmentVariable(PointVariable);

    private static int left = int.TryParse(Environment.GetEnvironmentVariable(CountVariable), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 1;

    private static bool inserted;
    private static bool marked;

    public static void Initialize()
    {
        if (Point is not null)
            DiagnosticListener.AllListeners.Subscribe(new Listeners());
    }

    private static void Reached(string point)
    {
        if (point != Point || Interlocked.Decrement(ref left) > 0)
            return;
        using var self = Process.GetCurrentProcess();
        self.Kill();
        // Nothing of this thread runs on while the signal comes in.
        Thread.CurrentThread.Join(Timeout.Infinite);
    }

    private static void OnDatabase(string name, object? said)
    {
        switch (name[(name.LastIndexOf('.') + 1)..])
        {
            // Of a turn, not of the work in the background.
            case "TransactionStarting" when Activity.Current?.OperationName == "Microsoft.AspNetCore.Hosting.HttpRequestIn":
                Reached(BeforeTransaction);
                break;
            case "CommandExecuted" when said?.GetType().GetProperty("Command")?.GetValue(said) is DbCommand command:
                if (Insert().IsMatch(command.CommandText) && Holds(command, "Notice"))
                {
                    inserted = true;
                    Reached(AfterInsert);
                }

                marked |= command.CommandText.Contains("audit_entries", StringComparison.Ordinal) && Holds(command, "notice.sent");
                break;
            case "TransactionCommitted":
                var (afterInsert, afterMark) = (inserted, marked);
                (inserted, marked) = (false, false);
                if (afterInsert)
                    Reached(AfterCommit);
                if (afterMark)
                    Reached(AfterMark);
                break;
        }
    }

    private static bool Holds(DbCommand command, string value) => command.Parameters.Cast<DbParameter>().Any(parameter => parameter.Value is string text && text == value);

    /// <summary>Only what goes to the one recipient of notices.</summary>
    private static bool IsToRecipient(object? said) =>
        said?.GetType().GetProperty("Request")?.GetValue(said) is HttpRequestMessage { RequestUri: { } uri } && uri.ToString().Contains("Dirk", StringComparison.Ordinal);

    private sealed class Listeners : IObserver<DiagnosticListener>
    {
        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.EntityFrameworkCore")
                value.Subscribe(new Events(said => OnDatabase(said.Key, said.Value)));
            else if (value.Name == "HttpHandlerDiagnosticListener")
                value.Subscribe(new Events(said =>
                {
                    if (said.Key == "System.Net.Http.HttpRequestOut.Start" && IsToRecipient(said.Value))
                        Reached(AfterClaim);
                    else if (said.Key == "System.Net.Http.HttpRequestOut.Stop" && IsToRecipient(said.Value))
                        Reached(AfterSend);
                }));
            else if (value.Name == "Microsoft.AspNetCore")
                value.Subscribe(new Events(_ => { }));
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }

    private sealed class Events(Action<KeyValuePair<string, object?>> on) : IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(KeyValuePair<string, object?> value) => on(value);

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }

    [GeneratedRegex("INSERT INTO \"?notifications\"?")]
    private static partial Regex Insert();
}
