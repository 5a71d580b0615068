using AiActBot.Knowledge.Law;

namespace AiActBot.Knowledge.Documents;

/// <summary>
/// A term of the Act in both languages with the words that people use for it, from <c>knowledge/glossary.yaml</c>.
/// The first word of each list is the term itself.
/// </summary>
/// <param name="DutchWords">Staff's own words ("sollicitatie", "cv scan"): they point to the provisions but are no synonyms.</param>
public sealed record GlossaryEntry(
    string Id, IReadOnlyList<string> Dutch, IReadOnlyList<string> English,
    IReadOnlyList<string> DutchWords, IReadOnlyList<string> EnglishWords, IReadOnlyList<ProvisionId> Provisions)
{
    public IReadOnlyList<string> Terms(DocumentLanguage language) => language == DocumentLanguage.Nl ? Dutch : English;

    public IReadOnlyList<string> Words(DocumentLanguage language) => language == DocumentLanguage.Nl ? DutchWords : EnglishWords;
}

/// <summary>Terms, synonyms, abbreviations and staff's words.</summary>
public sealed class Glossary(IReadOnlyList<GlossaryEntry> entries)
{
    public static Glossary Empty { get; } = new([]);

    public IReadOnlyList<GlossaryEntry> Entries { get; } = entries;

    /// <exception cref="FormatException">The file does not have the form; the message names the entry.</exception>
    public static Glossary Read(string yaml)
    {
        var root = FrontMatter.Parse("entries:\n" + yaml.ReplaceLineEndings("\n"));
        return new Glossary([.. root.Items("entries").Select(Entry)]);
    }

    private static GlossaryEntry Entry(FrontMatter entry)
    {
        var id = entry.Text("id") ?? throw new FormatException("An entry of the glossary has no id.");
        var (nl, en) = (entry.List("nl"), entry.List("en"));
        if (nl.Count == 0 || en.Count == 0)
            throw new FormatException($"Glossary entry {id} needs a term in Dutch and in English.");

        return new GlossaryEntry(
            id, nl, en, entry.List("words-nl"), entry.List("words-en"), [.. entry.List("provisions").Select(ProvisionId.Parse)]);
    }
}
