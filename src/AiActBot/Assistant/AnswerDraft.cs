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
    private bool _endsInList;

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

    /// <summary>Adds the first items of a list, each on a line of its own, and how many there are more.</summary>
    public void QuoteList(Chunk chunk, PassageList list, int items)
    {
        Separate();
        var last = list.Items[items - 1];
        _text.Append(list.Introduction).Append(" [").Append(Cite(chunk, chunk.Text[list.Start..(last.Start + last.Text.Length)], MainProvision(chunk))).Append("]\n");
        foreach (var item in list.Items.Take(items))
            _text.Append("\n- ").Append(item.Text.ReplaceLineEndings(" "));
        if (list.Items.Count > items)
            _text.Append("\n- ").Append(AnswerTexts.MoreItems(list.Items.Count - items, MainProvision(chunk), language));
        _endsInList = true;
        Sentences += 2;
    }

    /// <summary>Adds one item of a list after the words that introduce it; the others are seen to be left out.</summary>
    public void QuoteItem(Chunk chunk, PassageList list, PassageListItem item)
    {
        var (before, after) = (item == list.Items[0] ? "" : "… ", item == list.Items[^1] ? "" : " …");
        Say($"{list.Introduction} {before}{item.Text.ReplaceLineEndings(" ").TrimEnd(';')}{after}");
        _text.Append(" [").Append(Cite(chunk, item.Text, MainProvision(chunk))).Append(']');
    }

    private static ProvisionId MainProvision(Chunk chunk) => chunk.Provisions.Count > 0 ? chunk.Provisions[0] : default;

    private void Separate()
    {
        if (_text.Length > 0)
            _text.Append(_endsInList ? "\n\n" : " ");
        _endsInList = false;
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
