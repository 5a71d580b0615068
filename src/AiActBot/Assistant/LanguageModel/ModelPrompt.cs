using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AiActBot.BotFramework.Cards;
using AiActBot.Knowledge;
using AiActBot.Knowledge.Index;
using AiActBot.Knowledge.Law;
using Microsoft.Extensions.AI;

namespace AiActBot.Assistant.LanguageModel;

/// <summary>
/// What the model is told and shown. Passages and question stand between lines with a mark that nobody can foresee, so that no document can
/// end its own passage; the canary serves for nothing but to be recognised where it must not be.
/// </summary>
internal sealed class ModelPrompt
{
    /// <summary>Passages are sections; of a longer one the beginning is shown.</summary>
    private const int LongestPassage = 2400;

    private const int MarkBytes = 16;

    private static readonly string Template = ReadTemplate();

    private ModelPrompt(string canary, string boundary, string instructions, string data)
    {
        Canary = canary;
        Boundary = boundary;
        Instructions = instructions;
        Data = data;
    }

    /// <summary>Different in each prompt.</summary>
    public string Canary { get; }

    /// <summary>The mark around data; different in each prompt.</summary>
    public string Boundary { get; }

    public string Instructions { get; }

    /// <summary>Passages and question.</summary>
    public string Data { get; }

    /// <summary>More tokens than any tokenizer makes of it: a token is at least one byte.</summary>
    public long MostTokens => Encoding.UTF8.GetByteCount(Instructions) + Encoding.UTF8.GetByteCount(Data) + 64;

    public IReadOnlyList<ChatMessage> Messages => [new(ChatRole.System, Instructions), new(ChatRole.User, Data)];

    /// <param name="question">As the person wrote it, after the question before when it leans on that.</param>
    /// <param name="sentences">How long the answer may be.</param>
    public static ModelPrompt Write(string question, DocumentLanguage language, IReadOnlyList<Chunk> passages, int sentences)
    {
        var canary = Mark();
        var boundary = Mark();
        var instructions = Template
            .Replace("{language}", language.Choose("Dutch", "English"), StringComparison.Ordinal)
            .Replace("{sentences}", sentences.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{boundary}", boundary, StringComparison.Ordinal)
            .Replace("{canary}", canary, StringComparison.Ordinal);
        var data = new StringBuilder();
        for (var i = 0; i < passages.Count; i++)
            Add(data, string.Create(CultureInfo.InvariantCulture, $"passage {i + 1}"), boundary, Describe(passages[i], language));
        Add(data, "question", boundary, CardText.Plain(question));
        return new ModelPrompt(canary, boundary, instructions, data.ToString());
    }

    internal static void Add(StringBuilder data, string name, string boundary, string content) =>
        data.Append(CultureInfo.InvariantCulture, $"=== {name} {boundary} ===\n{content}\n=== end of {name} {boundary} ===\n\n");

    // Without what does not show: text that people cannot see is not for the model either.
    private static string Describe(Chunk chunk, DocumentLanguage language)
    {
        var about = string.Join(", ", chunk.Provisions.Select(p => ProvisionName.Of(p, language)));
        var text = CardText.Plain(chunk.Text);
        return $"{(about.Length > 0 ? $"About: {about}\n" : "")}Title: {CardText.Plain(chunk.Title)}\nHeading: {CardText.Plain(chunk.Heading)}\n\n{(text.Length > LongestPassage ? text[..LongestPassage] : text)}";
    }

    internal static string Mark() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(MarkBytes));

    private static string ReadTemplate()
    {
        using var stream = typeof(ModelPrompt).Assembly.GetManifestResourceStream("AiActBot.Assistant.LanguageModel.instructions.md")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
