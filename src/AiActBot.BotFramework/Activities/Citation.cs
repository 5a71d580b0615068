namespace AiActBot.BotFramework.Activities;

/// <summary>A source behind an answer, shown when a person points at its number in the text.</summary>
public sealed record Citation
{
    public const int MaxNameLength = 80;
    public const int MaxAbstractLength = 160;
    public const int MaxKeywords = 3;
    public const int MaxKeywordLength = 28;

    /// <param name="position">The number between brackets in the text, from one.</param>
    /// <param name="name">Title of the source, at most <see cref="MaxNameLength"/> characters.</param>
    /// <param name="abstract">What it says, at most <see cref="MaxAbstractLength"/> characters.</param>
    /// <param name="url">Where to read on; null makes a citation that cannot be followed.</param>
    /// <param name="keywords">At most <see cref="MaxKeywords"/> words of at most <see cref="MaxKeywordLength"/> characters.</param>
    /// <exception cref="ArgumentException">A limit of Teams is passed; the whole message would be refused.</exception>
    public Citation(int position, string name, string @abstract, Uri? url = null, IReadOnlyList<string>? keywords = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(position, 1);
        Position = position;
        Name = Within(name, MaxNameLength, nameof(name));
        Abstract = Within(@abstract, MaxAbstractLength, nameof(@abstract));
        Url = url is null or { IsAbsoluteUri: true } ? url : throw new ArgumentException("A citation links to a full address.", nameof(url));
        Keywords = keywords ?? [];
        if (Keywords.Count > MaxKeywords)
        {
            throw new ArgumentException($"A citation has at most {MaxKeywords} keywords.", nameof(keywords));
        }

        foreach (var keyword in Keywords)
        {
            Within(keyword, MaxKeywordLength, nameof(keywords));
        }
    }

    public int Position { get; }
    public string Name { get; }
    public string Abstract { get; }
    public Uri? Url { get; }
    public IReadOnlyList<string> Keywords { get; }

    /// <summary>How confidential the source is, if that is to be shown.</summary>
    public UsageInfo? UsageInfo { get; init; }

    /// <summary>The same as the constructor, but what is too long is shortened with an ellipsis.</summary>
    public static Citation Fitted(
        int position, string name, string @abstract, Uri? url = null, IEnumerable<string>? keywords = null) => new(
            position,
            Shorten(name, MaxNameLength),
            Shorten(@abstract, MaxAbstractLength),
            url,
            [.. (keywords ?? []).Where(word => !string.IsNullOrWhiteSpace(word)).Take(MaxKeywords).Select(word => Shorten(word, MaxKeywordLength))]);

    private static string Within(string text, int length, string parameter)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text, parameter);
        return text.Length <= length ? text : throw new ArgumentException($"Longer than {length} characters.", parameter);
    }

    private static string Shorten(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        // One place is for the ellipsis; a pair of surrogates is one character and stays whole or goes.
        var keep = char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1;
        return string.Concat(text.AsSpan(0, keep).TrimEnd(), "…");
    }
}

/// <summary>A sensitivity label shown with a message or a citation.</summary>
/// <param name="Name">The label.</param>
/// <param name="Description">What it means, shown on pointing at it.</param>
/// <param name="LabelId">The label's id in Purview, when it is one.</param>
public sealed record UsageInfo(string Name, string? Description = null, string? LabelId = null);
