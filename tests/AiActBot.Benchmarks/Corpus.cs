using System.Runtime.CompilerServices;
using System.Text;
using AiActBot.Knowledge;
using AiActBot.Knowledge.Documents;
using AiActBot.Knowledge.Importing;
using AiActBot.Knowledge.Index;
using AiActBot.Knowledge.Text;

namespace AiActBot.Benchmarks;

/// <summary>Everything there is to know: the knowledge folder, and the reference data beside the checkout when it is there.</summary>
internal sealed class Corpus
{
    // One word in five is another word of the same language, and one in a hundred a word that nothing else has.
    private const double Replaced = 0.2;
    private const double Invented = 0.01;

    private Corpus(KnowledgeFolder folder, List<Chunk> own, List<Chunk> imported, List<string> questions) =>
        (Folder, Own, Imported, Questions) = (folder, own, imported, questions);

    public KnowledgeFolder Folder { get; }

    public IReadOnlyList<Chunk> Own { get; }

    public IReadOnlyList<Chunk> Imported { get; }

    /// <summary>The judged questions of <c>knowledge/evaluation</c>, in both languages.</summary>
    public IReadOnlyList<string> Questions { get; }

    public static string Checkout([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));

    public static Corpus Load()
    {
        var knowledge = Path.Combine(Checkout(), "knowledge");
        var folder = KnowledgeFolder.Load(knowledge);
        var questions = File.ReadLines(Path.Combine(knowledge, "evaluation", "questions.jsonl")).Where(line => line.Length > 0)
            .Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("question").GetString()!).ToList();
        return new Corpus(folder, [.. folder.Documents.SelectMany(Chunker.Cut)], Import(Path.GetFullPath(Path.Combine(Checkout(), "..", "shared", "data"))), questions);
    }

    /// <summary>What is imported, and as many variations of everything as it takes to make the whole so many times as large.</summary>
    public IEnumerable<Chunk> ImportedAndVaried(int times)
    {
        foreach (var chunk in Imported)
            yield return chunk;
        if (times == 1)
            yield break;
        var words = DocumentLanguages.All.ToDictionary(
            language => language,
            language => Own.Concat(Imported).Where(c => c.Language == language).SelectMany(c => Words.Of(c.Text)).Distinct().Order(StringComparer.Ordinal).ToArray());
        var random = new Random(2026);
        for (var copy = 1; copy < times; copy++)
        {
            foreach (var chunk in Own.Concat(Imported))
            {
                yield return chunk with
                {
                    Id = $"{chunk.Id}~{copy}",
                    DocumentId = $"{chunk.DocumentId}~{copy}",
                    Kind = SourceKind.Imported,
                    Heading = Vary(chunk.Heading, words[chunk.Language], random),
                    Text = Vary(chunk.Text, words[chunk.Language], random),
                    Questions = [.. chunk.Questions.Select(q => Vary(q, words[chunk.Language], random))],
                };
            }
        }
    }

    private static string Vary(string text, string[] words, Random random)
    {
        var varied = new StringBuilder(text.Length);
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetter(text[i]))
                continue;
            if (i > start)
                varied.Append(Another(text[start..i], words, random));
            if (i < text.Length)
                varied.Append(text[i]);
            start = i + 1;
        }

        return varied.ToString();
    }

#pragma warning disable CA5394 // Variation is no secret.
    private static string Another(string word, string[] words, Random random) => random.NextDouble() switch
    {
        < Invented => $"{word}{(char)('a' + random.Next(26))}{(char)('a' + random.Next(26))}{(char)('a' + random.Next(26))}",
        < Invented + Replaced => words[random.Next(words.Length)],
        _ => word,
    };
#pragma warning restore CA5394

    private static List<Chunk> Import(string data)
    {
        if (!Directory.Exists(data))
            return [];
        var store = new ImportStore(Directory.CreateTempSubdirectory("aiactbot-benchmarks-").FullName);
        var importer = new DocumentImporter(store, TimeProvider.System);
        foreach (var (path, format) in ((string, ImportFormat)[])[
            ("law/eur-lex/aiact-nl.oj.html", ImportFormat.EurLex), ("law/eur-lex/aiact-en.oj.html", ImportFormat.EurLex),
            ("algoritmekader", ImportFormat.Algoritmekader), ("seeds", ImportFormat.Markdown), ("seeds", ImportFormat.Text)])
        {
            foreach (var result in importer.Import(Path.Combine(data, path), format))
                _ = result;
        }

        var chunks = store.All().SelectMany(document => document.Chunks).ToList();
        Directory.Delete(store.Folder, recursive: true);
        return chunks;
    }
}
