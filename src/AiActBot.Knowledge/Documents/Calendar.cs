using System.Globalization;
using AiActBot.Knowledge.Law;

namespace AiActBot.Knowledge.Documents;

/// <summary>One date of the Act.</summary>
/// <param name="Kind">"application", "deadline" or "publication".</param>
/// <param name="Basis">The provision that sets the date.</param>
public sealed record CalendarEntry(
    string Id, DateOnly Date, string Kind, string TitleNl, string TitleEn, IReadOnlyList<ProvisionId> Provisions, ProvisionId Basis)
{
    public string Title(DocumentLanguage language) => language.Choose(TitleNl, TitleEn);
}

/// <summary>Every date of the Act that an answer may name, from <c>knowledge/calendar.yaml</c>.</summary>
public sealed class Calendar(IReadOnlyList<CalendarEntry> entries)
{
    public static Calendar Empty { get; } = new([]);

    public IReadOnlyList<CalendarEntry> Entries { get; } = entries;

    public CalendarEntry? Find(string id) => Entries.FirstOrDefault(e => e.Id == id);

    public bool Knows(DateOnly date) => Entries.Any(e => e.Date == date);

    /// <exception cref="FormatException">The file does not have the form; the message names the entry.</exception>
    public static Calendar Read(string yaml)
    {
        var root = FrontMatter.Parse("entries:\n" + yaml.ReplaceLineEndings("\n"));
        return new Calendar([.. root.Items("entries").Select(Entry)]);
    }

    private static CalendarEntry Entry(FrontMatter entry)
    {
        var id = entry.Text("id") ?? throw new FormatException("An entry of the calendar has no id.");
        string Field(string key) => entry.Text(key) ?? throw new FormatException($"Calendar entry {id} has no {key}.");
        var title = entry.Part("title") ?? throw new FormatException($"Calendar entry {id} has no title.");
        return new CalendarEntry(
            id,
            DateOnly.TryParseExact(Field("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                ? date
                : throw new FormatException($"Calendar entry {id} has no date such as 2027-12-02."),
            Field("kind"),
            title.Text("nl") ?? throw new FormatException($"Calendar entry {id} has no Dutch title."),
            title.Text("en") ?? throw new FormatException($"Calendar entry {id} has no English title."),
            [.. entry.List("provisions").Select(ProvisionId.Parse)],
            ProvisionId.Parse(Field("basis")));
    }
}
