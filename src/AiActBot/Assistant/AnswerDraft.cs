using System.Text;
using AiActBot.Knowledge;
using AiActBot.Knowledge.Index;
using AiActBot.Knowledge.Law;

namespace AiActBot.Assistant;

/// <summary>An answer in the making: sentences, each with its citation, and no passage cited under two numbers for one quote.</summary>
internal sealed class AnswerDraft(DocumentLanguage language)
{
    private readonly StringBuilder _text = new();
    private readonly List<Citation> _citations = [];

    public IReadOnlyList<Citation> Citations => _citations;

    public int Sentences { get; private set; }

    public string Text => _text.ToString();

    /// <summary>Adds words of our own, without a source: corrections of a question, dates of the calendar.</summary>
    public void Say(string sentence)
    {
        Separate();
        _text.Append(sentence);
        Sentences++;
    }

    /// <summary>Adds a sentence of our own that a passage proves.</summary>
    public void Say(string sentence, Chunk chunk, string quote, ProvisionId provision)
    {
        Say(sentence);
        _text.Append(" [").Append(Cite(chunk, quote, provision)).Append(']');
    }

    /// <summary>Adds a sentence that several passages prove.</summary>
    public void Say(string sentence, IReadOnlyList<(Chunk Chunk, string Quote)> proofs)
    {
        Say(sentence);
        foreach (var number in proofs.Select(proof => Cite(proof.Chunk, proof.Quote, MainProvision(proof.Chunk))).Distinct())
            _text.Append(" [").Append(number).Append(']');
    }

    /// <summary>Adds a stretch of a passage, word for word.</summary>
    public void Quote(Chunk chunk, string quote, int sentences)
    {
        Separate();
        _text.Append(quote.ReplaceLineEndings(" ")).Append(" [").Append(Cite(chunk, quote, MainProvision(chunk))).Append(']');
        Sentences += sentences;
    }

    private static ProvisionId MainProvision(Chunk chunk) => chunk.Provisions.Count > 0 ? chunk.Provisions[0] : default;

    private void Separate()
    {
        if (_text.Length > 0)
            _text.Append(' ');
    }

    private int Cite(Chunk chunk, string quote, ProvisionId provision)
    {
        if (_citations.Find(c => c.DocumentId == chunk.DocumentId && c.Quote == quote) is { } known)
            return known.Number;

        _citations.Add(new Citation(
            _citations.Count + 1,
            provision,
            provision == default ? chunk.Title : AnswerTexts.Capital(ProvisionName.Of(provision, language)),
            chunk.DocumentId,
            chunk.Heading.Length > 0 ? chunk.Heading : chunk.Title,
            quote,
            chunk.Url,
            chunk.LawVersion,
            chunk.SupersededBy?.Note(language),
            chunk.Licence));
        return _citations.Count;
    }
}
