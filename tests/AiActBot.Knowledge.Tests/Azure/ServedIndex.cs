using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AiActBot.Knowledge.Tests.Azure;

/// <summary>One index of the server: its definition, its documents, and a search by words and by vectors that is simple but obeys it.</summary>
internal sealed partial class ServedIndex(JsonObject definition, Func<string, string?> synonyms)
{
    public const int MostDocuments = 1000;

    private Dictionary<string, JsonObject>? _found;

    public JsonObject Definition { get; } = definition;

    public SortedDictionary<string, JsonObject> Documents { get; } = new(StringComparer.Ordinal);

    /// <summary>From now on searches find what was there now: the service, too, needs a moment before what is sent can be found.</summary>
    public void StopFindingChanges() => _found = Documents.ToDictionary(d => d.Key, d => (JsonObject)d.Value.DeepClone());

    private IEnumerable<JsonNode> Fields => Definition["fields"]!.AsArray()!;

    public (bool Done, int Status, string? Why) Apply(JsonObject action)
    {
        var (kind, key) = ((string)action["@search.action"]!, (string)action["id"]!);
        if (!Key().IsMatch(key))
            return (false, 400, "Invalid document key");
        if (kind == "delete")
        {
            Documents.Remove(key);
            return (true, 200, null);
        }

        if (kind != "mergeOrUpload")
            return (false, 400, $"Unexpected action {kind}");
        var document = Documents.TryGetValue(key, out var existing) ? existing : [];
        foreach (var (name, value) in action.Where(p => p.Key != "@search.action"))
        {
            if (Problem(name, value) is { } problem)
                return (false, 400, problem);
            document[name] = value?.DeepClone();
        }

        Documents[key] = document;
        return (true, existing is null ? 201 : 200, null);
    }

    /// <exception cref="FormatException">The request asks for what the definition does not have.</exception>
    public JsonObject Search(JsonObject request)
    {
        var filter = FilterExpression.Parse((string?)request["filter"]);
        foreach (var field in filter.Fields)
            Demand(field, "filterable");
        var within = (_found ?? (IEnumerable<KeyValuePair<string, JsonObject>>)Documents).Where(d => filter.Matches(d.Value)).Select(d => d.Value).ToList();

        var text = (string?)request["search"];
        var semantic = (string?)request["queryType"] == "semantic";
        if (semantic && !Has(Definition["semantic"]?["configurations"], (string?)request["semanticConfiguration"]))
            throw new FormatException("Unknown semantic configuration");

        var scores = new Dictionary<JsonObject, double>();
        if (text == "*")
            within.ForEach(d => scores[d] = 1);
        else if (text is not null)
            ByWords(within, text, (string?)request["searchFields"], scores);
        else if (request["vectorQueries"] is null)
            within.ForEach(d => scores[d] = 1);
        if (request["vectorQueries"] is JsonArray vectors)
            scores = Fuse(scores, vectors.SelectMany(v => Nearest(within, v!)));

        var hits = scores.OrderByDescending(s => s.Value).ThenBy(s => (string?)s.Key["id"], StringComparer.Ordinal);
        foreach (var order in ((string?)request["orderby"])?.Split(',').Reverse() ?? [])
            hits = Order(hits, order.Split(' ')[0], order.EndsWith(" desc", StringComparison.Ordinal));
        return new JsonObject
        {
            ["value"] = new JsonArray([.. hits.Take((int?)request["top"] ?? 50).Select(h => Hit(h.Key, h.Value, (string?)request["select"], semantic ? text : null))]),
        };
    }

    private IOrderedEnumerable<KeyValuePair<JsonObject, double>> Order(IEnumerable<KeyValuePair<JsonObject, double>> hits, string field, bool falling)
    {
        Demand(field, "sortable");
        // The only number that is sorted by has one digit.
        string Value(KeyValuePair<JsonObject, double> hit) => hit.Key[field]!.ToString();
        return falling ? hits.OrderByDescending(Value, StringComparer.Ordinal) : hits.OrderBy(Value, StringComparer.Ordinal);
    }

    private void ByWords(List<JsonObject> within, string text, string? searchFields, Dictionary<JsonObject, double> scores)
    {
        var fields = searchFields?.Split(',') ?? [.. Fields.Where(f => (bool?)f["searchable"] == true).Select(f => (string)f["name"]!)];
        foreach (var field in fields)
        {
            Demand(field, "searchable");
            var weight = (double?)Definition["scoringProfiles"]?[0]?["text"]?["weights"]?[field] ?? 1;
            var asked = Expand(text, Field(field)["synonymMaps"]?.AsArray().Select(m => synonyms((string)m!)).FirstOrDefault());
            foreach (var document in within)
            {
                if (weight * asked.Count(WordsOf(document[field]).Contains) is > 0 and var score)
                    scores[document] = scores.GetValueOrDefault(document) + score;
            }
        }
    }

    // Rules of several words apply to what stands in quotes only, as in the service.
    private static HashSet<string> Expand(string text, string? rules)
    {
        var phrases = Quoted().Matches(text).Select(m => m.Groups[1].Value.ToLowerInvariant());
        var asked = WordsOf(text).Concat(phrases).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var rule in rules?.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            var sides = rule.Split(" => ");
            if (sides[0].Split(", ").Any(asked.Contains))
                asked.UnionWith(sides[^1].Split(", ").SelectMany(WordsOf));
        }

        return asked;
    }

    private IEnumerable<JsonObject> Nearest(List<JsonObject> within, JsonNode query)
    {
        var asked = query["vector"]!.AsArray().Select(v => (float)v!).ToArray();
        var field = Field((string)query["fields"]!);
        if (asked.Length != (int?)field["dimensions"])
            throw new FormatException("The vector has another number of dimensions than the field.");
        return within.Where(d => d["vector"] is not null)
            .OrderByDescending(d => d["vector"]!.AsArray().Select((v, i) => (float)v! * asked[i]).Sum())
            .Take((int)query["k"]!);
    }

    private static Dictionary<JsonObject, double> Fuse(Dictionary<JsonObject, double> byWords, IEnumerable<JsonObject> byMeaning)
    {
        var fused = new Dictionary<JsonObject, double>();
        foreach (var (document, rank) in byWords.OrderByDescending(s => s.Value).Select((s, i) => (s.Key, i)).Concat(byMeaning.Select((d, i) => (d, i))))
            fused[document] = fused.GetValueOrDefault(document) + 1.0 / (60 + rank);
        return fused;
    }

    private JsonObject Hit(JsonObject document, double score, string? select, string? semantic)
    {
        var hit = new JsonObject { ["@search.score"] = score };
        if (semantic is not null)
            hit["@search.rerankerScore"] = 4.0 * WordsOf(semantic).Count(WordsOf(document["questions_en"]).Contains) / Math.Max(1, WordsOf(semantic).Count);
        foreach (var name in select?.Split(',') ?? Fields.Select(f => (string)f["name"]!))
        {
            Demand(name, "retrievable");
            hit[name] = document[name]?.DeepClone();
        }

        return hit;
    }

    private string? Problem(string name, JsonNode? value)
    {
        if (Fields.FirstOrDefault(f => (string?)f["name"] == name) is not { } field)
            return $"The property '{name}' does not exist";
        var fits = ((string)field["type"]!, value) switch
        {
            (var type, null) => !type.StartsWith("Collection", StringComparison.Ordinal),
            ("Edm.Int32", JsonValue v) => v.TryGetValue<int>(out _),
            ("Edm.DateTimeOffset", JsonValue v) => DateTimeOffset.TryParse((string?)v, CultureInfo.InvariantCulture, out _),
            ("Edm.String", JsonValue v) => v.TryGetValue<string>(out _),
            ("Collection(Edm.Single)", JsonArray a) => a.Count == (int)field["dimensions"]!,
            ("Collection(Edm.String)", JsonArray) => true,
            _ => false,
        };
        return fits ? null : $"The property '{name}' has the wrong type";
    }

    private JsonNode Field(string name) => Fields.FirstOrDefault(f => (string?)f["name"] == name) ?? throw new FormatException($"Could not find a property named '{name}'");

    private void Demand(string name, string what)
    {
        if ((bool?)Field(name)[what] == false)
            throw new FormatException($"The field '{name}' is not {what}");
    }

    private static bool Has(JsonNode? list, string? name) => list is JsonArray items && items.Any(i => (string?)i!["name"] == name);

    private static HashSet<string> WordsOf(JsonNode? value) => value is JsonArray list ? [.. list.SelectMany(v => WordsOf((string)v!))] : WordsOf((string?)value ?? "");

    private static HashSet<string> WordsOf(string text) => [.. Word().Matches(text.ToLowerInvariant()).Select(m => m.Value)];

    [GeneratedRegex("^[A-Za-z0-9_=-]{1,1024}$")]
    private static partial Regex Key();

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();

    [GeneratedRegex("\"([^\"]+)\"")]
    private static partial Regex Quoted();
}
