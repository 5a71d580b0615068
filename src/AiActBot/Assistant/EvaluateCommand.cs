using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using AiActBot.Knowledge;
using AiActBot.Knowledge.Evaluation;

namespace AiActBot.Assistant;

/// <summary><c>knowledge evaluate FILE.jsonl</c>: how well questions are answered.</summary>
internal static class EvaluateCommand
{
    private const int WrongUse = 2;

    public static Command Create(Func<IServiceProvider> services)
    {
        var file = new Argument<FileInfo>("file") { Description = """Lines {"id","lang","question","provisions":["art-26.5"],"facts":[],"mustDecline":false,"kind"}.""" };
        var misses = new Option<bool>("--misses") { Description = "Also lists the questions that went wrong." };
        var json = new Option<bool>("--json") { Description = "Machine-readable output only." };
        var command = new Command("evaluate", "Measures retrieval and answers on a file of judged questions.") { file, misses, json };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(services, parsed.GetValue(file)!, parsed.GetValue(misses), parsed.GetValue(json), cancellationToken));
        return command;
    }

    internal static async Task<IReadOnlyList<EvaluatedQuestion>> EvaluateAsync(
        QuestionAnswering assistant, IEnumerable<RelevanceJudgement> judgements, CancellationToken cancellationToken)
    {
        var evaluated = new List<EvaluatedQuestion>();
        foreach (var judgement in judgements)
        {
            var answer = await assistant.AnswerAsync(new AssistantQuestion(judgement.Question, DocumentLanguages.Parse(judgement.Lang)), cancellationToken);
            evaluated.Add(new EvaluatedQuestion(
                judgement, judgement.RankIn(answer.Retrieved), answer.Answered, !answer.Answered || answer.Corrects, judgement.FactsIn(answer.Text)));
        }

        return evaluated;
    }

    private static async Task<int> RunAsync(Func<IServiceProvider> services, FileInfo file, bool misses, bool json, CancellationToken cancellationToken)
    {
        IReadOnlyList<RelevanceJudgement> judgements;
        try
        {
            judgements = RelevanceJudgement.ReadAll(await File.ReadAllLinesAsync(file.FullName, cancellationToken));
        }
        catch (Exception e) when (e is IOException or FormatException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return WrongUse;
        }

        var evaluated = await EvaluateAsync(services().GetRequiredService<QuestionAnswering>(), judgements, cancellationToken);
        var figures = EvaluationFigures.ByGroup(evaluated);
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(figures, KnowledgeJson.Default.IReadOnlyListEvaluationFigures));
        else
            Print(figures);
        if (misses && !json)
            PrintMisses(evaluated);
        return 0;
    }

    private static void Print(IReadOnlyList<EvaluationFigures> figures)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{"group",-28} {"n",5} {"s@1",6} {"s@5",6} {"s@10",6} {"MRR",6} {"refused",8} {"facts",6} {"decline",8} {"answered",9} {"corrected",10}"));
        foreach (var f in figures)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{f.Group,-28} {f.Questions,5} {f.SuccessAt1,6:F3} {f.SuccessAt5,6:F3} {f.SuccessAt10,6:F3} {f.MeanReciprocalRank,6:F3} {f.WrongfulRefusals,8:F3} {f.Facts,6:F3} {f.ToDecline,8} {f.WrongfulAnswers,9:F3} {f.Corrected,10:F3}"));
    }

    private static void PrintMisses(IEnumerable<EvaluatedQuestion> evaluated)
    {
        foreach (var e in evaluated)
        {
            var what = e.Judgement.MustDecline ? (e.Declined ? null : "answered") : !e.Answered ? "refused" : e.AnsweredWithCorrection ? "corrected" : e.Rank is 0 or > 5 ? $"rank {e.Rank}" : null;
            if (what is not null)
                Console.WriteLine($"{e.Judgement.Id}\t{what}\t{e.Judgement.Question}");
        }
    }
}
