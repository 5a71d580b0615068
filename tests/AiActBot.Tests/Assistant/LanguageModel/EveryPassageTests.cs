using System.Globalization;
using System.Text.RegularExpressions;
using AiActBot.Assistant;
using AiActBot.Assistant.LanguageModel;
using AiActBot.Knowledge.Documents;
using AiActBot.Knowledge.Index;
using AiActBot.Knowledge.Law;
using AiActBot.Knowledge.Text;

namespace AiActBot.Tests.Assistant.LanguageModel;

/// <summary>The check of a model's answers over every passage of the knowledge: what stands there passes, what was changed does not.</summary>
public sealed partial class EveryPassageTests
{
    private static readonly IReadOnlyList<Chunk> Chunks =
        [.. KnowledgeFolder.Load(KnowledgePlace.Find("", AppContext.BaseDirectory)).Documents.SelectMany(Chunker.Cut).Where(chunk => chunk.Text.Length > 80)];

    private static readonly IReadOnlyList<(Chunk Chunk, string Text)> Said =
        [.. Chunks.SelectMany(chunk => Sentences.Of(chunk.Text).Where(s => s.Length is > 40 and < 500 && s.Text[^1] == '.' && !s.Text[..^1].Contains(". ", StringComparison.Ordinal))
            .Take(1).Select(s => (chunk, s.Text)))];

    [Fact]
    public void What_a_passage_says_passes_in_nearly_all_cases()
    {
        var refused = Said.Select(said => (said.Text, Objection: Check(said.Chunk, $"{said.Text} [1]"))).Where(said => said.Objection is not null).ToList();

        Assert.True(Said.Count > 500);
        Assert.True(refused.Count <= Said.Count * 0.03, string.Create(CultureInfo.InvariantCulture,
            $"{refused.Count} of {Said.Count}: {string.Join(" | ", refused.Take(20).Select(r => $"{r.Objection}: {r.Text}"))}"));
    }

    [Fact]
    public void A_provision_that_the_passage_does_not_name_never_passes()
    {
        var provisions = ActStructure.Current.All.Concat(["art-114", "art-999", "anx-XV", "rct-181"]).Select(ProvisionId.Parse).ToList();
        var invented = 0;
        for (var i = 0; i < Said.Count; i++)
        {
            var (chunk, text) = Said[i];
            var provision = provisions[i * 37 % provisions.Count];
            var name = ProvisionName.Of(provision, chunk.Language);
            // Points of Annex I go by a name that leaves their section out.
            if (new SourcePassage(chunk).Names(new LawReference(provision, 0, 0, null)) || ReferenceFinder.Find(name) is not [var read] || read.Provision != provision)
                continue;
            invented++;
            Assert.True(Check(chunk, $"{text[..^1]} ({name}). [1]") is not null, $"{name}: {text}");
        }

        Assert.True(invented > 300, $"Only {invented} were tried.");
    }

    [Fact]
    public void A_number_that_was_changed_never_passes()
    {
        var changed = 0;
        foreach (var (chunk, text) in Said.Where(said => Number().IsMatch(said.Text)))
        {
            var written = Number().Replace(text, match => (int.Parse(match.Value, CultureInfo.InvariantCulture) + 4713).ToString(CultureInfo.InvariantCulture), 1);
            changed++;
            Assert.True(Check(chunk, $"{written} [1]") is not null, written);
        }

        Assert.True(changed > 100, $"Only {changed} sentences have a number.");
    }

    [Fact]
    public void A_quote_in_which_one_word_was_changed_never_passes()
    {
        foreach (var (chunk, text) in Said)
        {
            var words = text.TrimEnd('.').Split(' ');
            words[words.Length / 2] = words[words.Length / 2] + "s";
            var written = $"“{string.Join(' ', words)}”. [1]";
            Assert.True(new SourcePassage(chunk).Holds(string.Join(' ', words)) || Check(chunk, written) is not null, written);
        }
    }

    private static AnswerObjection? Check(Chunk chunk, string written)
    {
        var question = chunk.Heading;
        var prompt = ModelPrompt.Write(question, chunk.Language, [chunk], 6);
        return new ModelAnswerCheck(prompt, [new SourcePassage(chunk)], question, chunk.Language, 6).Check(written).Objection;
    }

    [GeneratedRegex(@"\b\d{1,4}\b")]
    private static partial Regex Number();
}
