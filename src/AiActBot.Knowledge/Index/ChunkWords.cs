using AiActBot.Knowledge.Text;

namespace AiActBot.Knowledge.Index;

/// <summary>The words of a chunk, cut once: which terms they are is known when the words of all chunks are.</summary>
internal sealed class ChunkWords
{
    /// <param name="vocabulary">The words of the language so far, to which those of this chunk are added.</param>
    public ChunkWords(Chunk chunk, HashSet<string> vocabulary)
    {
        Chunk = chunk;
        var end = chunk.Text.IndexOf("\n\n", StringComparison.Ordinal);
        var lead = end > 0 ? end : chunk.Text.Length;
        Title = Words.Of(chunk.Title, vocabulary);
        Heading = Words.Of(chunk.Heading, vocabulary);
        Lead = Words.Of(chunk.Text[..lead], vocabulary);
        Rest = Words.Of(chunk.Text[lead..], vocabulary);
        Questions = [.. chunk.Questions.Select(question => Words.Of(question, vocabulary))];
    }

    public Chunk Chunk { get; }

    public IReadOnlyList<string> Title { get; }

    public IReadOnlyList<string> Heading { get; }

    /// <summary>The first paragraph, which is the answer.</summary>
    public IReadOnlyList<string> Lead { get; }

    public IReadOnlyList<string> Rest { get; }

    public IReadOnlyList<IReadOnlyList<string>> Questions { get; }
}
