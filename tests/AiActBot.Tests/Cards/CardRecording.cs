using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AiActBot.Compliance;

namespace AiActBot.Tests.Cards;

/// <summary>The cards of the gallery: one of each kind that people saw, with words in the place of those that stand for any.</summary>
internal static partial class CardRecording
{
    /// <summary>Set to write the recording anew, and look at what changed.</summary>
    public const string Variable = "AIACTBOT_TEST_RECORD_CARDS";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const string LongDutch = "De rangschikking zet kandidaten boven de vijftig lager, ook bij gelijke ervaring. ";
    private const string LongEnglish = "The ranking puts applicants over fifty lower, also with the same experience. ";

    /// <summary>What the play says in words of no language.</summary>
    private static readonly Dictionary<string, (string Dutch, string English)> Words = new()
    {
        ["Qx 1."] = ("De rangschikking zet kandidaten boven de vijftig lager.", "The ranking puts applicants over fifty lower."),
        ["Qy 2."] = ("We zetten de rangschikking uit en trainen het model opnieuw.", "We switch the ranking off and train the model anew."),
        ["Qz 3."] = ("Zeg er ook bij per wanneer.", "Please add from when."),
        ["Qy 4."] = ("We zetten de rangschikking vandaag uit en trainen het model opnieuw.", "We switch the ranking off today and train the model anew."),
        ["Qw 5."] = ("Nagemeten over duizend kandidaten: het verschil is weg.", "Measured over a thousand applicants: the difference is gone."),
        ["Qy 6."] = ("We beperken het gebruik tot één afdeling.", "We limit its use to one department."),
        ["Qv 7."] = ("Artikel 250 bestaat niet; de verordening heeft 113 artikelen.", "There is no Article 250; the Regulation has 113 articles."),
        ["Qx 9."] = ("Een kandidaat is door een fout buiten beeld geraakt.", "An applicant was left out by a fault."),
        ["Qr 2."] = ("We halen de versie terug bij alle gebruikers.", "We recall the version from all users."),
        ["Qinv"] = ("Importhuis B.V.", "Importhouse Ltd"),
        ["Qin"] = ("Ilse Bakker", "Ilse Baker"),
        ["Qorg"] = ("Gemeente Voorbeeldstad", "Northwind Recruiting Ltd"),
        ["Qper"] = ("Amira Haddad", "Grace Okafor"),
        ["Qnew"] = ("Bram de Wit", "Brian White"),
        ["Qc"] = ("Rangschikt sollicitanten op hun cv.", "Ranks applicants by their CV."),
        ["Qp"] = ("sollicitanten", "applicants"),
        ["Zr"] = ("Planhulp", "Planning aid"),
        ["Zq"] = ("Wervingshulp", "Hiring aid"),
    };

    public static string Read(Language language) => File.ReadAllText(PathOf(language));

    /// <summary>By what a card is told from another: what can be pressed and filled in on it, and where there is nothing, how it begins.</summary>
    public static string KindOf(JsonObject card)
    {
        var kind = string.Join(' ', PartsOf(card));
        return kind.Length > 0 ? kind : Heading(card).Split(' ')[0];
    }

    /// <summary>What can be pressed and filled in on it.</summary>
    public static IEnumerable<string> PartsOf(JsonObject card)
    {
        var nodes = Nodes(card).ToList();
        var verbs = nodes.Select(node => node["verb"]?.GetValue<string>()).OfType<string>().Distinct().Order();
        var inputs = nodes.Where(node => node["type"]!.GetValue<string>().StartsWith("Input.", StringComparison.Ordinal)).Select(node => node["id"]!.GetValue<string>()).Distinct().Order();
        return [.. verbs, .. inputs];
    }

    public static void Write(Language language, IEnumerable<ShownCard> shown)
    {
        var list = shown.GroupBy(card => KindOf(card.Content)).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group =>
        {
            var richest = group.MaxBy(card => card.Content.ToJsonString().Length)!;
            return (JsonNode)new JsonObject
            {
                ["name"] = group.Key,
                ["summary"] = richest.Activity?["summary"]?.GetValue<string>() ?? Heading(richest.Content),
                ["card"] = richest.Content.DeepClone(),
            };
        });
        var text = Links().Replace(new JsonArray([.. list]).ToJsonString(Readable), "https://bot.example.test/$1");
        text = LongRuns().Replace(text, run => string.Concat(Enumerable.Repeat(language == Language.Dutch ? LongDutch : LongEnglish, run.Length / LongDutch.Length)));
        foreach (var (stands, words) in Words)
            text = text.Replace(stands, language == Language.Dutch ? words.Dutch : words.English, StringComparison.Ordinal);
        File.WriteAllText(PathOf(language), text + "\n");
    }

    private static string Heading(JsonObject card) =>
        Nodes(card).First(node => node["style"] is JsonValue style && style.GetValueKind() == JsonValueKind.String && style.GetValue<string>() == "heading")["text"]!.GetValue<string>().Replace("\\", "", StringComparison.Ordinal);

    private static IEnumerable<JsonObject> Nodes(JsonNode? node) => node switch
    {
        JsonObject found => (found["type"] is JsonValue ? [found] : Array.Empty<JsonObject>())
            .Concat(found.Where(property => property.Key is not ("fallback" or "data")).SelectMany(property => Nodes(property.Value))),
        JsonArray list => list.SelectMany(Nodes),
        _ => [],
    };

    /// <summary>With their tokens, which are another's each time.</summary>
    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/(\w+)/[A-Za-z0-9_-]+")]
    private static partial Regex Links();

    [GeneratedRegex(@"(?:\\*\*1\\*\* ?){20,}")]
    private static partial Regex LongRuns();

    private static string PathOf(Language language)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "AiActBot.sln")))
            root = root.Parent;
        return Path.Combine(root.FullName, "src", "AiActBot", "LocalChat", "Gallery", $"cards-{(language == Language.Dutch ? "nl" : "en")}.json");
    }
}
