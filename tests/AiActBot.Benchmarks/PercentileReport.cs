using System.Diagnostics;
using AiActBot.Assistant;
using AiActBot.Knowledge.Index;
using AiActBot.Knowledge.Text;

namespace AiActBot.Benchmarks;

/// <summary>Measures one size of the corpus question by question: a mean hides the slow ones.</summary>
internal static class PercentileReport
{
    public static IReadOnlyList<string> Heading { get; } =
    [
        "| size | passages | questions | text MB | build s | heap MB | SQLite MB | plain BM25 p50 / p99 ms | retrieval p50 / p99 ms | answer p50 / p99 ms |",
        "|---|---|---|---|---|---|---|---|---|---|",
    ];

    /// <returns>A row of the table.</returns>
    public static async Task<string> MeasureAsync(int times)
    {
        var corpus = Corpus.Load();
        var chunks = corpus.ImportedAndVaried(times).ToList();
        var (passages, characters) = (corpus.Own.Count + chunks.Count, corpus.Own.Concat(chunks).Sum(c => (long)c.Text.Length));
        var before = Used();
        var clock = Stopwatch.StartNew();
        using var index = SqlitePassageIndex.Open(corpus.Folder.Glossary);
        await index.ReplaceAsync("requirements", [.. corpus.Own], CancellationToken.None);
        await index.ReplaceAsync("imported", chunks, CancellationToken.None);
        var build = clock.Elapsed;
        var after = Used();

        // Of a large corpus fewer questions, evenly chosen, so that a run ends.
        var questions = corpus.Questions.Where((_, i) => i % (times switch { 1 => 1, <= 10 => 4, _ => 12 }) == 0).ToList();
        var assistant = PreparedIndex.Assistant(index);
        var retrieval = await TimeAsync(questions, question => index.SearchAsync(new PassageQuery(question, LanguageDetector.Detect(question)), 40, CancellationToken.None));
        var answer = await TimeAsync(questions, question => assistant.AnswerAsync(new AssistantQuestion(question), CancellationToken.None));
        using var plain = new PlainBm25(corpus.Own.Concat(chunks));
        var bm25 = await TimeAsync(questions, question => Task.FromResult(plain.Search(question)));
        return $"| {times} | {passages} | {questions.Count} | {characters / 1e6:0.0} | {build.TotalSeconds:0.0} | {(after.Heap - before.Heap) / 1e6:0} | {(after.Sqlite - before.Sqlite) / 1e6:0} "
            + $"| {bm25} | {retrieval} | {answer} |";
    }

    private static (long Heap, long Sqlite) Used() => (GC.GetTotalMemory(forceFullCollection: true), SQLitePCL.raw.sqlite3_memory_used());

    // Some questions to warm up, then each once.
    private static async Task<string> TimeAsync<T>(IReadOnlyList<string> questions, Func<string, Task<T>> ask)
    {
        foreach (var question in questions.Take(20))
            await ask(question);
        var times = new List<double>();
        foreach (var question in questions)
        {
            var start = Stopwatch.GetTimestamp();
            await ask(question);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        times.Sort();
        return $"{times[times.Count / 2]:0.00} / {times[(int)(times.Count * 0.99)]:0.00}";
    }
}
