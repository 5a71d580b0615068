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

    private static readonly string Template = ReadTemplate("AiActBot.Assistant.LanguageModel.instructions.md");

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

    /// <summary>What others wrote.</summary>
    public string Data { get; }

    /// <summary>More tokens than any tokenizer makes of it: a token is at least one byte.</summary>
    public long MostTokens => Encoding.UTF8.GetByteCount(Instructions) + Encoding.UTF8.GetByteCount(Data) + 64;

    public IReadOnlyList<ChatMessage> Messages => [new(ChatRole.System, Instructions), new(ChatRole.User, Data)];

    /// <param name="question">As the person wrote it, after the question before when it leans on that.</param>
    /// <param name="sentences">How long the answer may be.</param>
    public static ModelPrompt Write(string question, DocumentLanguage language, IReadOnlyList<Chunk> passages, int sentences)
    {
        var template = Template
            .Replace("{language}", language.Choose("Dutch", "English"), StringComparison.Ordinal)
            .Replace("{sentences}", sentences.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return Of(template,
        [
            .. passages.Select((passage, index) => (string.Create(CultureInfo.InvariantCulture, $"passage {index + 1}"), Describe(passage, language))),
            ("question", CardText.Plain(question)),
        ]);
    }

    /// <param name="template">Instructions that name <c>{boundary}</c> and <c>{canary}</c>.</param>
    /// <param name="data">What others wrote, each part by its name.</param>
    public static ModelPrompt Of(string template, IEnumerable<(string Name, string Content)> data)
    {
        var (canary, boundary) = (Mark(), Mark());
        var instructions = template
            .Replace("{boundary}", boundary, StringComparison.Ordinal)
            .Replace("{canary}", canary, StringComparison.Ordinal);
        var shown = new StringBuilder();
        foreach (var (name, content) in data)
            shown.Append(CultureInfo.InvariantCulture, $"=== {name} {boundary} ===\n{content}\n=== end of {name} {boundary} ===\n\n");
        return new ModelPrompt(canary, boundary, instructions, shown.ToString());
    }

    /// <param name="resource">The file as it is embedded.</param>
    public static string ReadTemplate(string resource)
    {
        using var stream = typeof(ModelPrompt).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    // Without what does not show: text that people cannot see is not for the model either.
    private static string Describe(Chunk chunk, DocumentLanguage language)
    {
        var about = string.Join(", ", chunk.Provisions.Select(p => ProvisionName.Of(p, language)));
        var text = CardText.Plain(chunk.Text);
        return $"{(about.Length > 0 ? $"About: {about}\n" : "")}Title: {CardText.Plain(chunk.Title)}\nHeading: {CardText.Plain(chunk.Heading)}\n\n{(text.Length > LongestPassage ? text[..LongestPassage] : text)}";
    }

    private static string Mark() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(MarkBytes));
}
