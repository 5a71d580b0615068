using System.CommandLine;
using AiActBot.Assistant;
using AiActBot.Assistant.Report;
using AiActBot.CorrectiveActions.Evidence;
using AiActBot.Packaging;
using AiActBot.Storage.Audit;
using AiActBot.Storage.Backup;
using AiActBot.Storage.Persons;
using AiActBot.Triage;
using Microsoft.Extensions.Logging.Console;

namespace AiActBot.Hosting;

/// <summary>
/// The verbs of the command line. Exit codes: 0 it went well, 1 a check failed, 2 it was called wrongly.
/// </summary>
public static class AiActBotCommandLine
{
    internal const int CheckFailed = 1;
    internal const int WrongUse = 2;

    /// <summary>Longer than the service takes to finish what it has in hand; cut short, that would be sent again.</summary>
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(35);

    public static async Task<int> RunAsync(string[] args)
    {
        WebApplication? built = null;
        var root = new RootCommand("An assistant for the EU AI Act in Microsoft Teams. Without a verb it starts the service.");
        var serve = ServeCommand.Create();
        root.Subcommands.Add(serve);
        root.Subcommands.Add(AskCommand.Create(Services));
        root.Subcommands.Add(KnowledgeCommand.Create(Services));
        root.Subcommands.Add(QuestionsCommand.Create(Services));
        root.Subcommands.Add(TriageCommand.Create(Services));
        root.Subcommands.Add(CaseCommand.Create(Services));
        root.Subcommands.Add(PersonCommand.Create(Services));
        root.Subcommands.Add(AuditCommand.Create(Services));
        root.Subcommands.Add(BackupCommand.Create(Services));
        root.Subcommands.Add(BackupCommand.CreateOutbox(Services));
        root.Subcommands.Add(ConfigCommand.Create(Services));
        root.Subcommands.Add(ManifestCommand.Create(Services));

        // A setting such as --Storage:DataDirectory is not a verb: it goes with the default one.
        var isSettingOnly = args.Length == 0 || (args[0].StartsWith("--", StringComparison.Ordinal) && args[0] is not ("--help" or "--version"));
        var parsed = root.Parse(isSettingOnly ? ["serve", .. args] : args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync("See --help.");
            return WrongUse;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = LongestStop });
        }
        finally
        {
            // Lets go of the files, which the caller may move or delete.
            if (built is not null)
                await built.DisposeAsync();
        }

        IServiceProvider Services() => (built ??= Build()).Services;
    }

    /// <summary>The application, of which a command uses the services and not the web server.</summary>
    private static WebApplication Build() => AiActBotApplication.Build([], builder =>
    {
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // What a command prints is its output, which others may read as JSON.
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    });
}
