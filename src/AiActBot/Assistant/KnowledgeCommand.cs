using System.CommandLine;
using System.Text.Json;
using AiActBot.Knowledge.Documents;
using AiActBot.Knowledge.Importing;

namespace AiActBot.Assistant;

/// <summary><c>knowledge check</c>, <c>knowledge import</c>, <c>knowledge evaluate</c>.</summary>
internal static class KnowledgeCommand
{
    private const int CheckFailed = 1;
    private const int WrongUse = 2;

    private static readonly Dictionary<string, ImportFormat> Formats = new(StringComparer.Ordinal)
    {
        ["algoritmekader"] = ImportFormat.Algoritmekader, ["eur-lex"] = ImportFormat.EurLex, ["markdown"] = ImportFormat.Markdown, ["text"] = ImportFormat.Text,
    };

    public static Command Create(Func<IServiceProvider> services) =>
        new("knowledge", "Checks, extends and measures what the assistant knows.") { Check(services), Import(services), EvaluateCommand.Create(services) };

    private static Command Check(Func<IServiceProvider> services)
    {
        var json = new Option<bool>("--json") { Description = "Machine-readable output only." };
        var command = new Command("check", "Says what is wrong in the knowledge folder.") { json };
        command.SetAction((parsed, _) => Task.FromResult(Check(services().GetRequiredService<KnowledgeBase>().Folder, parsed.GetValue(json))));
        return command;
    }

    private static int Check(KnowledgeFolder folder, bool json)
    {
        var problems = KnowledgeCheck.Run(folder);
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(new CheckReport(folder.Documents.Count, problems), KnowledgeJson.Default.CheckReport));
        else
        {
            foreach (var problem in problems)
                Console.WriteLine(problem);
            Console.WriteLine($"{folder.Documents.Count} documents, {folder.Calendar.Entries.Count} dates, {folder.Glossary.Entries.Count} terms: {(problems.Count == 0 ? "nothing is wrong" : $"{problems.Count} problems")}.");
        }

        return problems.Count == 0 ? 0 : CheckFailed;
    }

    private static Command Import(Func<IServiceProvider> services)
    {
        var source = new Argument<string>("source") { Description = "A file or a folder." };
        var format = new Option<string>("--format") { Description = string.Join(", ", Formats.Keys), Required = true };
        format.AcceptOnlyFromAmong([.. Formats.Keys]);
        var json = new Option<bool>("--json") { Description = "Machine-readable output only." };
        var command = new Command("import", "Brings outside documents into the organisation's own index.") { source, format, json };
        command.SetAction((parsed, _) => Task.FromResult(Import(services, parsed.GetValue(source)!, Formats[parsed.GetValue(format)!], parsed.GetValue(json))));
        return command;
    }

    private static int Import(Func<IServiceProvider> services, string source, ImportFormat format, bool json)
    {
        if (!File.Exists(source) && !Directory.Exists(source))
        {
            Console.Error.WriteLine($"{source} does not exist.");
            return WrongUse;
        }

        var failed = 0;
        var count = 0;
        foreach (var result in services().GetRequiredService<DocumentImporter>().Import(source, format))
        {
            count++;
            failed += result is ImportResult.Failed ? 1 : 0;
            Console.WriteLine(json ? JsonSerializer.Serialize(ImportReport.Of(result), KnowledgeJson.Default.ImportReport) : Say(result));
        }

        if (count == 0)
            Console.Error.WriteLine($"{source} holds no document of this format.");
        return failed > 0 || count == 0 ? CheckFailed : 0;
    }

    private static string Say(ImportResult result) => result switch
    {
        ImportResult.Imported { Outdated: > 0 } i => $"{i.Source}: imported, {i.Chunks} passages, {i.Outdated} with statements that no longer hold",
        ImportResult.Imported i => $"{i.Source}: imported, {i.Chunks} passages",
        ImportResult.Failed f => $"{f.Source}: failed. {f.Reason}",
        _ => $"{result.Source}: unchanged",
    };
}
