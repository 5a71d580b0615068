using System.CommandLine;
using System.Text.Json;
using AiActBot.Compliance;
using AiActBot.Compliance.Triage;
using AiActBot.Hosting;
using AiActBot.Triage.Proposals;

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
        var document = new Option<FileInfo>("--document") { Description = "Also writes the outcome as a document: FILE.pdf or FILE.docx." };
        document.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<FileInfo>() is { Extension: not (".pdf" or ".docx") })
                result.AddError("A document ends with .pdf or .docx.");
        });
        var name = new Option<string>("--name") { Description = "The system's name in the document.", DefaultValueFactory = _ => "AI" };
        var command = new Command("triage", "Settles role and risk class of one AI system.") { answers, language, json, document, name };
        command.SetAction((parsed, _) => Task.FromResult(Run(
            services(),
            parsed.GetValue(answers),
            parsed.GetValue(language) == "en" ? Language.English : Language.Dutch,
            parsed.GetValue(json),
            parsed.GetValue(document),
            parsed.GetValue(name)!)));
        return command;
    }

    private static int Run(IServiceProvider services, FileInfo? file, Language language, bool asJson, FileInfo? document, string name)
    {
        var engine = services.GetRequiredService<TriageEngine>();
        GivenAnswers? given;
        if (file is not null)
        {
            given = AnswersFile.Read(file, engine, Console.Error) is { } read ? GivenAnswers.Of(read) : null;
        }
        else if (Console.IsInputRedirected || asJson)
        {
            Console.Error.WriteLine("Give the answers in a file (--answers FILE.json), or run the verb in a terminal.");
            given = null;
        }
        else
        {
            given = TerminalInterview.Run(engine, services.GetRequiredService<CueProposals>(), language, Console.In, Console.Out);
        }

        if (given is null)
            return AiActBotCommandLine.WrongUse;
        var outcome = engine.Evaluate(given.ToAnswers());
        if (document is not null && !Write(document, name, given, outcome, engine, services.GetRequiredService<TimeProvider>(), language))
            return AiActBotCommandLine.WrongUse;
        if (asJson)
            Console.WriteLine(JsonSerializer.Serialize(TriageReport.Of(outcome, language), TriageReportJson.Default.TriageReport));
        else
            TerminalInterview.Print(outcome, engine.Book, language, Console.Out);
        return 0;
    }

    /// <returns>False after saying that the file cannot be written.</returns>
    private static bool Write(
        FileInfo file, string name, GivenAnswers given, TriageOutcome outcome, TriageEngine engine, TimeProvider time, Language language)
    {
        // Who sits at a terminal has a clock of their own; no setting is needed for that.
        var (now, today) = (time.GetUtcNow(), DateOnly.FromDateTime(time.GetLocalNow().DateTime));
        var subject = new OutcomeSubject(name, "", Environment.UserName, shown => OrganisationClock.Show(today, shown), today, now);
        var format = file.Extension == ".pdf" ? OutcomeFormat.Pdf : OutcomeFormat.Word;
        try
        {
            File.WriteAllBytes(file.FullName, OutcomeFile.Write(new OutcomeDocument(subject, given, outcome, engine, language).Build(), format));
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"{file.Name} cannot be written.");
            return false;
        }
    }
}
