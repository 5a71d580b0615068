using AiActBot.Hosting;

namespace AiActBot.Tests.Infrastructure;

/// <summary>What a command said and how it ended.</summary>
internal sealed record Ran(int ExitCode, string Output, string Error)
{
    /// <summary>The same on a database of a test, which it finds in the environment that all tests of this process share.</summary>
    public static async Task<Ran> CommandAsync(TestDatabase database, params string[] args)
    {
        var settings = database.Settings.ToDictionary(setting => setting.Key.Replace(":", "__", StringComparison.Ordinal), setting => setting.Value);
        settings["DOTNET_ENVIRONMENT"] = "Development";
        var before = settings.Keys.ToDictionary(name => name, Environment.GetEnvironmentVariable);
        try
        {
            foreach (var (name, value) in settings)
                Environment.SetEnvironmentVariable(name, value);
            return await CommandAsync(args);
        }
        finally
        {
            foreach (var (name, value) in before)
                Environment.SetEnvironmentVariable(name, value);
        }
    }

    /// <summary>Runs a command line as a terminal does. Tests that do so stand in <see cref="TheConsole"/>: there is one console.</summary>
    public static async Task<Ran> CommandAsync(params string[] args)
    {
        var (output, error) = (Console.Out, Console.Error);
        using var said = new StringWriter();
        using var complained = new StringWriter();
        Console.SetOut(said);
        Console.SetError(complained);
        try
        {
            var exitCode = await AiActBotCommandLine.RunAsync(args);
            return new Ran(exitCode, said.ToString(), complained.ToString());
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    }
}

[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TheConsole
{
    public const string Name = "The console";
}
