using AiActBot.Knowledge.Index;

namespace AiActBot.Knowledge.Law;

/// <summary>A provision of the Act in its official words.</summary>
/// <param name="Provision">The provision asked for, or the paragraph that holds it.</param>
/// <param name="Text">Word for word: a substring of the imported text.</param>
/// <param name="Version">The day of the law that the text gives; null when the source does not say.</param>
/// <param name="Superseded">What has changed since; null while the text stands.</param>
public sealed record OfficialPassage(
    ProvisionId Provision, string Heading, string Text, string? Url, string? Licence, DateOnly? Version, Supersession? Superseded);

/// <summary>The official text of the Act as the organisation imported it, by language and provision.</summary>
public sealed class OfficialText
{
    private readonly Dictionary<(DocumentLanguage Language, string Provision), Chunk> _paragraphs = [];

    /// <param name="chunks">Those that are not <see cref="SourceKind.OfficialText"/> are passed over; of two versions the newest counts.</param>
    public static OfficialText Of(IEnumerable<Chunk> chunks)
    {
        var text = new OfficialText();
        foreach (var chunk in chunks.Where(c => c.Kind == SourceKind.OfficialText && c.Provisions.Count > 0))
        {
            var key = (chunk.Language, chunk.Provisions[0].ToString());
            if (!text._paragraphs.TryGetValue(key, out var known) || known.LawVersion < chunk.LawVersion)
                text._paragraphs[key] = chunk;
        }

        return text;
    }

    public bool IsThere(DocumentLanguage language) => _paragraphs.Keys.Any(key => key.Language == language);

    /// <summary>
    /// The provision itself; for an article its paragraphs in order; for a point that cannot be told apart in the text the paragraph that holds
    /// it. Nothing when the text does not have it, as with what was inserted later.
    /// </summary>
    public IReadOnlyList<OfficialPassage> Find(ProvisionId provision, DocumentLanguage language)
    {
        if (_paragraphs.TryGetValue((language, provision.ToString()), out var exact))
            return [Passage(exact, provision, exact.Text, language)];
        var paragraphs = _paragraphs.Where(p => p.Key.Language == language && provision.Contains(p.Value.Provisions[0])).Select(p => p.Value)
            .OrderBy(c => Number(c.Provisions[0].Parts[^1])).ToList();
        if (paragraphs.Count > 0)
            return [.. paragraphs.Select(c => Passage(c, c.Provisions[0], c.Text, language))];

        for (var above = provision.Parent; above is { } current; above = current.Parent)
        {
            if (!_paragraphs.TryGetValue((language, current.ToString()), out var holder))
                continue;
            var point = Point(holder.Text, provision.Parts.AsSpan(current.Parts.Length));
            // A later insertion is not in the text, and its neighbours say something else.
            return point is not null ? [Passage(holder, provision, point, language)] : [];
        }

        return [];
    }

    private static OfficialPassage Passage(Chunk chunk, ProvisionId provision, string text, DocumentLanguage language) => new(
        provision, chunk.Heading, text, Link(chunk.Url, provision, language), chunk.Licence, chunk.LawVersion, chunk.SupersededBy);

    // EUR-Lex serves each language under its own address, with an anchor for each article, annex and recital.
    private static string? Link(string? url, ProvisionId provision, DocumentLanguage language) =>
        url is not null && url.EndsWith("/oj", StringComparison.Ordinal)
            ? $"{url}/{language.Choose("nld", "eng")}#{provision.Root.ToString().Replace('-', '_')}"
            : url;

    // The lines of a list item are those below its mark that stand further in, up to the next mark at its own depth.
    private static string? Point(string text, ReadOnlySpan<string> path)
    {
        var (start, end) = (0, text.Length);
        foreach (var part in path)
        {
            if (part.Length == 1 && char.IsAsciiLetterUpper(part[0]))
                continue;
            if (Item(text, start, end, part) is not { } item)
                return null;
            (start, end) = item;
        }

        return text[start..end].Trim('\n', ' ');
    }

    private static (int Start, int End)? Item(string text, int from, int until, string mark)
    {
        (int Start, int Depth)? found = null;
        for (var line = from; line < until;)
        {
            var stop = text.IndexOf('\n', line, until - line) is >= 0 and var newline ? newline : until;
            var content = text.AsSpan(line, stop - line);
            var depth = content.Length - content.TrimStart(' ').Length;
            if (found is { } open && depth <= open.Depth && IsItem(content.Trim()))
                return (open.Start, line);
            if (found is null && Bears(content.Trim(), mark))
                found = (line, depth);
            line = stop + 1;
        }

        return found is { } last ? (last.Start, until) : null;
    }

    private static bool Bears(ReadOnlySpan<char> line, string mark) =>
        line.StartsWith($"({mark}) ", StringComparison.Ordinal) || line.StartsWith($"{mark}) ", StringComparison.Ordinal)
        || line.StartsWith($"{mark}. ", StringComparison.Ordinal);

    // "(a) ", "a) ", "12. ", "(iv) ".
    private static bool IsItem(ReadOnlySpan<char> line)
    {
        var space = line.IndexOf(' ');
        return space is > 1 and <= 8 && line[space - 1] is ')' or '.' && (line[0] == '(' || char.IsAsciiLetterOrDigit(line[0])) && space <= 7;
    }

    private static int Number(string part) => int.TryParse(part, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;
}
