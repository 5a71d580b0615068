using AiActBot.Assistant;
using AiActBot.Knowledge.Index;
using AiActBot.Knowledge.Text;
using BenchmarkDotNet.Attributes;

namespace AiActBot.Benchmarks;

/// <summary>One round over all judged questions, on the corpus as it is.</summary>
[InProcess]
[MemoryDiagnoser]
public class RetrievalBenchmarks : IDisposable
{
    private Corpus _corpus = null!;
    private SqlitePassageIndex _index = null!;
    private QuestionAnswering _assistant = null!;
    private PlainBm25 _plain = null!;

    [GlobalSetup]
    public async Task PrepareAsync()
    {
        _corpus = Corpus.Load();
        _index = SqlitePassageIndex.Open(_corpus.Folder.Glossary);
        await _index.ReplaceAsync("requirements", [.. _corpus.Own], CancellationToken.None);
        await _index.ReplaceAsync("imported", [.. _corpus.Imported], CancellationToken.None);
        _assistant = PreparedIndex.Assistant(_index);
        _plain = new PlainBm25(_corpus.Own.Concat(_corpus.Imported));
    }

    [Benchmark(Baseline = true)]
    public int Plain() => _corpus.Questions.Sum(_plain.Search);

    [Benchmark]
    public async Task<int> RetrievalAsync()
    {
        var found = 0;
        foreach (var question in _corpus.Questions)
            found += (await _index.SearchAsync(new PassageQuery(question, LanguageDetector.Detect(question)), 40, CancellationToken.None)).Count;
        return found;
    }

    [Benchmark]
    public async Task<int> AnswersAsync()
    {
        var answered = 0;
        foreach (var question in _corpus.Questions)
            answered += (await _assistant.AnswerAsync(new AssistantQuestion(question), CancellationToken.None)).Answered ? 1 : 0;
        return answered;
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _index.Dispose();
        _plain.Dispose();
        GC.SuppressFinalize(this);
    }
}
