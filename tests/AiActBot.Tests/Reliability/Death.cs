namespace AiActBot.Tests.Reliability;

/// <summary>How the processes of a test end.</summary>
internal abstract record Death
{
    private Death()
    {
    }

    /// <summary>SIGKILL, at an event that is drawn.</summary>
    public sealed record Killed : Death;

    /// <summary>SIGTERM, as an operator or an orchestrator stops a service, at an event that is drawn.</summary>
    public sealed record Stopped : Death;

    /// <summary>SIGKILL by the process itself at a named point of its work, see <see cref="StartupHook"/>.</summary>
    public sealed record At(string Point) : Death;
}
