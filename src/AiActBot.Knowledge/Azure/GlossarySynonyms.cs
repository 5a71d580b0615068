using System.Text;
using AiActBot.Knowledge.Documents;

namespace AiActBot.Knowledge.Azure;

/// <summary>
/// The glossary as synonym rules in Solr's notation: terms of both languages stand for each other, and one of staff's words brings the
/// terms along but is not brought along by them.
/// </summary>
internal static class GlossarySynonyms
{
    // The service allows 20 alternatives in a rule and, in the free tier, 5,000 rules in a map.
    private const int MostInRule = 20;
    private const int MostRules = 5000;

    // A map without a rule is refused, and a field refers to it by name; an empty glossary leaves the name of the law itself.
    private const string OnlyRule = "AI Act, AI-verordening";

    public static string Rules(Glossary glossary)
    {
        var rules = new List<string>();
        var terms = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in glossary.Entries)
        {
            string[] equal = [.. Terms(entry).Take(MostInRule)];
            terms.UnionWith(equal);
            if (equal.Length > 1)
                rules.Add(string.Join(", ", equal));
        }

        // A word may belong to several entries ("keten"); one rule for it holds them all.
        var words = glossary.Entries
            .SelectMany(e => DocumentLanguages.All.SelectMany(e.Words).Select(w => (Word: Clean(w), Entry: e)))
            .Where(w => w.Word.Length > 0 && !terms.Contains(w.Word))
            .GroupBy(w => w.Word, w => w.Entry, StringComparer.OrdinalIgnoreCase);
        foreach (var word in words)
            rules.Add($"{word.Key} => {string.Join(", ", word.SelectMany(Terms).Prepend(word.Key).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostInRule))}");

        return rules.Count == 0 ? OnlyRule : string.Join('\n', rules.Take(MostRules));
    }

    private static IEnumerable<string> Terms(GlossaryEntry entry) =>
        DocumentLanguages.All.SelectMany(entry.Terms).Select(Clean).Where(t => t.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase);

    // Comma, arrow and backslash mean something in a rule.
    private static string Clean(string term)
    {
        var clean = new StringBuilder(term.Length);
        foreach (var c in term)
            clean.Append(c is ',' or '\\' or '=' or '>' || char.IsWhiteSpace(c) ? ' ' : c);
        return string.Join(' ', clean.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
