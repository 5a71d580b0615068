using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using AiActBot.Assistant.LanguageModel;
using AiActBot.Knowledge;
using AiActBot.Storage;

namespace AiActBot.Assistant;

/// <summary><c>ask</c>: one answer in the terminal, or a file of questions into a file of answers.</summary>
internal static class AskCommand
{
    private const int WrongUse = 2;

    public static Command Create(Func<IServiceProvider> services)
    {
        var question = new Argument<string?>("question") { Description = "The question, in quotation marks.", Arity = ArgumentArity.ZeroOrOne };
        var language = new Option<string?>("--language") { Description = "nl or en; without it the language of the question." };
        language.AcceptOnlyFromAmong("nl", "en");
        var json = new Option<bool>("--json") { Description = "Machine-readable output only." };
        var batch = new Option<FileInfo?>("--batch") { Description = """A file with one question a line: {"id": "1", "question": "...", "lang": "nl"}.""" };
        var output = new Option<FileInfo?>("--output") { Description = "Where the answers to the batch go, one a line." };
        var command = new Command("ask", "Answers a question about the EU AI Act.") { question, language, json, batch, output };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            services, parsed.GetValue(question), DocumentLanguages.Parse(parsed.GetValue(language)), parsed.GetValue(json),
            parsed.GetValue(batch), parsed.GetValue(output), cancellationToken));
        return command;
    }

    private static Task<int> RunAsync(
        Func<IServiceProvider> services, string? question, DocumentLanguage? language, bool json, FileInfo? batch, FileInfo? output,
        CancellationToken cancellationToken) => (question, batch, output) switch
    {
        (null, { Exists: true }, not null) => AskAllAsync(services, batch, output, cancellationToken),
        (null, { Exists: false }, _) => Wrong($"{batch.FullName} does not exist."),
        (null, not null, null) => Wrong("Say where the answers go: --output OUT.jsonl."),
        ({ Length: > 0 }, null, null) => AskAsync(services, question, language, json, cancellationToken),
        _ => Wrong("Give a question, or --batch IN.jsonl --output OUT.jsonl."),
    };

    private static async Task<int> AskAsync(Func<IServiceProvider> services, string question, DocumentLanguage? language, bool json, CancellationToken cancellationToken)
    {
        var answer = await (await AssistantAsync(services(), cancellationToken)).AnswerAsync(new AssistantQuestion(question, language), cancellationToken);
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(AnswerReport.Of(null, answer), AnswerReportJson.Readable.AnswerReport));
        else
            Print(answer);
        return 0;
    }

    private static async Task<int> AskAllAsync(Func<IServiceProvider> services, FileInfo batch, FileInfo output, CancellationToken cancellationToken)
    {
        var assistant = await AssistantAsync(services(), cancellationToken);
        await using var answers = new StreamWriter(output.FullName);
        var number = 0;
        await foreach (var line in File.ReadLinesAsync(batch.FullName, cancellationToken))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            if (Read(line) is not { Question: { Length: > 0 } question } asked)
                return await Wrong($"Line {number} of {batch.Name} is no question such as {{\"id\": \"1\", \"question\": \"...\"}}.");

            var answer = await assistant.AnswerAsync(new AssistantQuestion(question, DocumentLanguages.Parse(asked.Lang)), cancellationToken);
            var report = AnswerReport.Of(asked.Id ?? number.ToString(CultureInfo.InvariantCulture), answer);
            await answers.WriteLineAsync(JsonSerializer.Serialize(report, AnswerReportJson.Readable.AnswerReport).AsMemory(), cancellationToken);
        }

        return 0;
    }

    // What a model may still spend is counted in the database, which need not be there yet.
    private static async Task<QuestionAnswering> AssistantAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        if (services.GetRequiredService<ModelAnswering>().IsConfigured)
            await StorageModule.MigrateAsync(services, cancellationToken);
        return services.GetRequiredService<QuestionAnswering>();
    }

    private static BatchQuestion? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, AnswerReportJson.Default.BatchQuestion);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Print(Answer answer)
    {
        var language = answer.Language;
        Console.WriteLine(answer.Text);
        foreach (var citation in answer.Citations)
        {
            var asOf = citation.LawAsOf is { } date ? language.Choose($", wet per {date:yyyy-MM-dd}", $", law as of {date:yyyy-MM-dd}") : "";
            Console.WriteLine();
            Console.WriteLine($"[{citation.Number}] {citation.Name}, {citation.Title} ({citation.DocumentId}{asOf})");
            if (citation.IsOfficial)
                Console.WriteLine($"    “{citation.Quote.ReplaceLineEndings(" ")}”");
            if (citation.Url is not null)
                Console.WriteLine($"    {citation.Url}");
            if (citation.Licence is not null)
                Console.WriteLine($"    {language.Choose("licentie", "licence")}: {citation.Licence}");
            if (citation.SupersededNote is not null)
                Console.WriteLine($"    {citation.SupersededNote}");
        }

        if (answer.FollowUps.Count == 0)
            return;
        Console.WriteLine();
        Console.WriteLine(language.Choose("Verder:", "Next:"));
        foreach (var next in answer.FollowUps)
            Console.WriteLine($"- {next}");
    }

    private static Task<int> Wrong(string message)
    {
        Console.Error.WriteLine(message);
        return Task.FromResult(WrongUse);
    }
}
