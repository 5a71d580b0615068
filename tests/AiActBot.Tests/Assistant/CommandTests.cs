using System.CommandLine;
using System.Text.Json;
using AiActBot.Assistant;

namespace AiActBot.Tests.Assistant;

/// <summary>The commands write to the console, of which there is one.</summary>
[CollectionDefinition(nameof(CommandTests), DisableParallelization = true)]
public sealed class CommandTestsRunAlone;

[Collection(nameof(CommandTests))]
public sealed class CommandTests : IDisposable
{
    private readonly SmallKnowledge _knowledge = new();

    public void Dispose() => _knowledge.Dispose();

    [Fact]
    public async Task Ask_as_json_prints_the_answer_and_nothing_else()
    {
        var (code, output) = await RunAsync("ask", "Hoe lang moeten we logs bewaren?", "--json");

        Assert.Equal(0, code);
        using var answer = JsonDocument.Parse(output);
        Assert.Equal("nl", answer.RootElement.GetProperty("language").GetString());
        Assert.True(answer.RootElement.GetProperty("answered").GetBoolean());
        Assert.Equal("art-26.6", answer.RootElement.GetProperty("citations")[0].GetProperty("provision").GetString());
        Assert.Equal("art-26", answer.RootElement.GetProperty("citations")[0].GetProperty("document").GetString());
        Assert.Equal("art-26", answer.RootElement.GetProperty("retrieved")[0].GetString());
    }

    [Fact]
    public async Task A_batch_gives_one_line_for_each_question_with_its_id()
    {
        var input = Path.Combine(_knowledge.Folder, "in.jsonl");
        var output = Path.Combine(_knowledge.Folder, "out.jsonl");
        await File.WriteAllLinesAsync(input, ["""{"id":"a","question":"How high is the fine?","lang":"en"}""", "", """{"id":"b","question":"Wat is het weer morgen?"}"""]);

        var (code, _) = await RunAsync("ask", "--batch", input, "--output", output);

        Assert.Equal(0, code);
        var lines = (await File.ReadAllLinesAsync(output)).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal(["a", "b"], lines.Select(l => l.GetProperty("id").GetString()));
        Assert.True(lines[0].GetProperty("answered").GetBoolean());
        Assert.False(lines[1].GetProperty("answered").GetBoolean());
        Assert.Equal(JsonValueKind.Array, lines[1].GetProperty("retrieved").ValueKind);
    }

    [Theory]
    [InlineData("ask")]
    [InlineData("ask", "--batch", "does-not-exist.jsonl", "--output", "x.jsonl")]
    [InlineData("knowledge", "import", "does-not-exist", "--format", "text")]
    [InlineData("knowledge", "evaluate", "does-not-exist.jsonl")]
    public async Task Wrong_use_ends_with_exit_code_2(params string[] args) => Assert.Equal(2, (await RunAsync(args)).Code);

    [Fact]
    public async Task Check_fails_on_a_document_that_names_a_provision_the_act_does_not_have()
    {
        var document = Path.Combine(_knowledge.Folder, "requirements", "nl", "art-99.md");
        await File.WriteAllTextAsync(document, (await File.ReadAllTextAsync(document)).Replace("artikel 5", "artikel 115", StringComparison.Ordinal));

        var (code, output) = await RunAsync("knowledge", "check");

        Assert.Equal(1, code);
        Assert.Contains("art-115 does not exist", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_imported_document_is_searched_from_the_next_question_on_and_says_what_changed()
    {
        var file = Path.Combine(_knowledge.Folder, "memo.md");
        await File.WriteAllTextAsync(file, "---\nlicence: CC-BY-4.0\n---\n# Memo Fluistervink\n\nSysteem Fluistervink is een AI-systeem met een hoog risico en voldoet vanaf 2 augustus 2026.\n");
        Assert.False((await _knowledge.AskAsync("Wat weten we van Fluistervink?")).Answered);

        Assert.Equal(0, (await RunAsync("knowledge", "import", file, "--format", "markdown")).Code);
        var answer = await _knowledge.AskAsync("Is AI-systeem Fluistervink een hoog risico?");

        var citation = Assert.Single(answer.Citations, c => c.DocumentId == "memo.md");
        Assert.Contains("2 december 2027", citation.SupersededNote, StringComparison.Ordinal);
        Assert.Equal("CC-BY-4.0", citation.Licence);
    }

    [Fact]
    public async Task Evaluate_prints_the_figures_by_language()
    {
        var file = Path.Combine(_knowledge.Folder, "judged.jsonl");
        await File.WriteAllLinesAsync(file,
        [
            """{"id":"1","lang":"nl","question":"Hoe lang bewaren we de logs?","provisions":["art-26.6"],"facts":["zes maanden"],"mustDecline":false,"kind":"plain"}""",
            """{"id":"2","lang":"en","question":"What is the weather?","provisions":[],"facts":[],"mustDecline":true,"kind":"other"}""",
        ]);

        var (code, output) = await RunAsync("knowledge", "evaluate", file, "--json");

        Assert.Equal(0, code);
        using var figures = JsonDocument.Parse(output);
        var all = figures.RootElement[0];
        Assert.Equal(1, all.GetProperty("successAt1").GetDouble());
        Assert.Equal(0, all.GetProperty("wrongfulRefusals").GetDouble());
        Assert.Equal(0, all.GetProperty("wrongfulAnswers").GetDouble());
    }

    private async Task<(int Code, string Output)> RunAsync(params string[] args)
    {
        var root = new RootCommand();
        root.Subcommands.Add(AskCommand.Create(() => _knowledge.Services));
        root.Subcommands.Add(KnowledgeCommand.Create(() => _knowledge.Services));
        var (console, errors) = (Console.Out, Console.Error);
        var output = new StringWriter();
        Console.SetOut(output);
        Console.SetError(TextWriter.Null);
        try
        {
            return (await root.Parse(args).InvokeAsync(), output.ToString());
        }
        finally
        {
            Console.SetOut(console);
            Console.SetError(errors);
        }
    }
}
