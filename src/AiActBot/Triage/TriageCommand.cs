using System.CommandLine;
using System.Text.Json;
using AiActBot.Compliance;
using AiActBot.Compliance.Triage;
using AiActBot.Hosting;

namespace AiActBot.Triage;

/// <summary><c>triage</c>: the same interview in the terminal, or from a file of answers.</summary>
internal static class TriageCommand
{
    public static Command Create(Func<IServiceProvider> services)
    {
        var answers = new Option<FileInfo>("--answers") { Description = """Answers as JSON: {"question": "choice"}, a list where several can be chosen, "?" for not known.""" };
        var language = new Option<string>("--language") { Description = "nl or en.", DefaultValueFactory = _ => "nl" };
        language.AcceptOnlyFromAmong("nl", "en");
        var json = new Option<bool>("--json") { Description = "Machine-readable output only." };
        var command = new Command("triage", "Settles role and risk class of one AI system.") { answers, language, json };
        command.SetAction((parsed, _) => Task.FromResult(Run(
            services().GetRequiredService<TriageEngine>(),
            parsed.GetValue(answers),
            parsed.GetValue(language) == "en" ? Language.English : Language.Dutch,
            parsed.GetValue(json))));
        return command;
    }

    private static int Run(TriageEngine engine, FileInfo? file, Language language, bool asJson)
    {
        Answers? answers;
        if (file is not null)
        {
            answers = AnswersFile.Read(file, engine, Console.Error);
        }
        else if (Console.IsInputRedirected || asJson)
        {
            Console.Error.WriteLine("Give the answers in a file (--answers FILE.json), or run the verb in a terminal.");
            answers = null;
        }
        else
        {
            answers = TerminalInterview.Run(engine, language, Console.In, Console.Out);
        }

        if (answers is null)
            return AiActBotCommandLine.WrongUse;
        var outcome = engine.Evaluate(answers);
        if (asJson)
            Console.WriteLine(JsonSerializer.Serialize(TriageReport.Of(outcome, language), TriageReportJson.Default.TriageReport));
        else
            TerminalInterview.Print(outcome, engine.Book, language, Console.Out);
        return 0;
    }
}
