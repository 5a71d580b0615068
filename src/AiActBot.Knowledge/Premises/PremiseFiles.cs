using AiActBot.Knowledge.Documents;
using AiActBot.Knowledge.Law;

namespace AiActBot.Knowledge.Premises;

/// <summary>Reads the lists of misconceptions and of other subjects.</summary>
public static class PremiseFiles
{
    /// <exception cref="FormatException">The file does not have the form; the message names the entry.</exception>
    public static IReadOnlyList<Misconception> Misconceptions(string yaml) => Entries(yaml, (entry, id) => new Misconception(
        id,
        [.. entry.List("provisions").Select(ProvisionId.Parse)],
        ReadWording(entry),
        Texts(entry, "correction") ?? throw new FormatException("There is no correction.")));

    /// <exception cref="FormatException">The file does not have the form; the message names the entry.</exception>
    public static IReadOnlyList<OtherSubject> OtherSubjects(string yaml) => Entries(yaml, (entry, id) => new OtherSubject(
        id,
        Texts(entry, "law"),
        Texts(entry, "contact"),
        ReadWording(entry)));

    /// <exception cref="FormatException">The file does not have the form; the message names the entry.</exception>
    public static IReadOnlyList<PremiseExamples> Examples(string yaml) =>
        Entries(yaml, (entry, id) => new PremiseExamples(id, Lists(entry, "examples"), Lists(entry, "counterexamples")));

    private static List<T> Entries<T>(string yaml, Func<FrontMatter, string, T> read)
    {
        var entries = new List<T>();
        foreach (var entry in FrontMatter.Parse("entries:\n" + yaml.ReplaceLineEndings("\n")).Items("entries"))
        {
            var id = entry.Text("id") ?? throw new FormatException("An entry has no id.");
            try
            {
                entries.Add(read(entry, id));
            }
            catch (FormatException e)
            {
                throw new FormatException($"{id}: {e.Message}", e);
            }
        }

        return entries;
    }

    private static InBothLanguages<Wording> ReadWording(FrontMatter entry)
    {
        var (when, unless) = (entry.Part("when") ?? throw new FormatException("There is no \"when\"."), entry.Part("unless"));
        return new(In("nl"), In("en"));

        Wording In(string language) => new(when.Lists(language), unless?.List(language) ?? []);
    }

    private static InBothLanguages<string>? Texts(FrontMatter entry, string key) => entry.Part(key) switch
    {
        { } texts when texts.Text("nl") is { Length: > 0 } nl && texts.Text("en") is { Length: > 0 } en => new(nl.Trim(), en.Trim()),
        { } => throw new FormatException($"\"{key}\" is not there in both languages."),
        null => null,
    };

    private static InBothLanguages<IReadOnlyList<string>> Lists(FrontMatter entry, string key) => entry.Part(key) switch
    {
        { } lists when lists.List("nl") is { Count: > 0 } nl && lists.List("en") is { Count: > 0 } en => new(nl, en),
        _ => throw new FormatException($"\"{key}\" are not there in both languages."),
    };
}
