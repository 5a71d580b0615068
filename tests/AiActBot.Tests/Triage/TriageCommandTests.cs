using System.Text.Json;
using System.Text.Json.Nodes;
using AiActBot.Tests.Documents;
using AiActBot.Tests.Drivers;
using AiActBot.Tests.Infrastructure;

namespace AiActBot.Tests.Triage;

[Collection(TheConsole.Name)]
public sealed class TriageCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("aiactbot_").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Prints_the_contract_and_nothing_else()
    {
        var ran = await Ran.CommandAsync("triage", "--answers", Write(Answers(RegisterTalk.RanksApplicants)), "--json");

        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        var outcome = JsonNode.Parse(ran.Output)!.AsObject();
        Assert.Equal(["duties", "firedRules", "needsReview", "openQuestions", "risk", "roles"], outcome.Select(property => property.Key).Order());
        Assert.Equal("""["provider"]""", outcome["roles"]!.ToJsonString());
        Assert.Contains(outcome["risk"]!.AsArray(), risk => risk!["class"]!.GetValue<string>() == "high-risk" && risk["provision"]!.GetValue<string>() == "anx-III.4.a");
        Assert.All(outcome["duties"]!.AsArray(), duty =>
        {
            Assert.Equal(["appliesFrom", "id", "provision"], duty!.AsObject().Select(property => property.Key).Order());
            Assert.Matches(@"^\d{4}-\d\d-\d\d$", duty["appliesFrom"]!.GetValue<string>());
        });
        Assert.NotEmpty(outcome["firedRules"]!.AsArray());
        Assert.Empty(outcome["openQuestions"]!.AsArray());
    }

    [Fact]
    public async Task What_is_not_answered_is_an_open_question()
    {
        var ran = await Ran.CommandAsync("triage", "--answers", Write("""{"subject":"system","technique":"?"}"""), "--json");

        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("technique", JsonNode.Parse(ran.Output)!["openQuestions"]!.AsArray().Select(id => id!.GetValue<string>()));
    }

    [Theory]
    [InlineData("nl", "Rol: aanbieder", "hoog risico")]
    [InlineData("en", "Role: provider", "high-risk")]
    public async Task Says_it_in_words_in_either_language(string language, string role, string risk)
    {
        var ran = await Ran.CommandAsync("triage", "--answers", Write(Answers(RegisterTalk.RanksApplicants)), "--language", language);

        Assert.Equal(0, ran.ExitCode);
        Assert.Contains(role, ran.Output, StringComparison.Ordinal);
        Assert.Contains(risk, ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense", "is not JSON")]
    [InlineData("[]", "an object")]
    [InlineData("""{"subject":5}""", "'subject'")]
    [InlineData("""{"subject":[]}""", "'subject'")]
    [InlineData("""{"subject":"rocket"}""", "rocket")]
    [InlineData("""{"colour":"red"}""", "colour")]
    public async Task A_file_that_does_not_hold_answers_is_wrong_use_and_says_what_is_wrong(string content, string words)
    {
        var ran = await Ran.CommandAsync("triage", "--answers", Write(content), "--json");

        Assert.Equal((2, ""), (ran.ExitCode, ran.Output));
        Assert.Contains(words, ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("triage", "--answers", "missing.json")]
    [InlineData("triage", "--language", "fr")]
    [InlineData("triage", "--json")]
    [InlineData("tirage")]
    public async Task Wrong_use_ends_with_2_and_no_output(params string[] args)
    {
        var ran = await Ran.CommandAsync(args);

        Assert.Equal((2, ""), (ran.ExitCode, ran.Output));
        Assert.NotEqual("", ran.Error);
    }

    [Theory]
    [InlineData("nl", "Uitkomst van de toets: TalentScan", "hoog risico")]
    [InlineData("en", "Outcome of the triage: TalentScan", "high-risk")]
    public async Task Writes_the_outcome_as_a_document(string language, string title, string risk)
    {
        var file = Path.Combine(folder, "outcome.pdf");

        var ran = await Ran.CommandAsync("triage", "--answers", Write(Answers(RegisterTalk.RanksApplicants)), "--language", language, "--document", file, "--name", "TalentScan");

        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        var pdf = new PdfReading(await File.ReadAllBytesAsync(file));
        Assert.Equal(title, pdf.Title);
        Assert.Contains(risk, pdf.Flowing, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_of_another_kind_is_wrong_use()
    {
        var ran = await Ran.CommandAsync("triage", "--answers", Write("{}"), "--document", Path.Combine(folder, "outcome.txt"));

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains(".pdf or .docx", ran.Error, StringComparison.Ordinal);
    }

    private static string Answers(IReadOnlyDictionary<string, string> answers) => JsonSerializer.Serialize(
        answers.ToDictionary(answer => answer.Key, answer => answer.Value.Contains(',', StringComparison.Ordinal) ? (object)answer.Value.Split(',') : answer.Value));

    private string Write(string content)
    {
        var file = Path.Combine(folder, "answers.json");
        File.WriteAllText(file, content);
        return file;
    }
}
