using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AiActBot.Knowledge.Tests.Azure;

/// <summary>The part of OData filters that the index uses; anything else is refused, as a wrong filter would be.</summary>
internal sealed partial class FilterExpression
{
    private readonly List<(string Field, Func<JsonNode?, bool> Holds)> _clauses = [];

    private FilterExpression()
    {
    }

    public IEnumerable<string> Fields => _clauses.Select(c => c.Field);

    /// <exception cref="FormatException">The filter has another form.</exception>
    public static FilterExpression Parse(string? filter)
    {
        var expression = new FilterExpression();
        foreach (var clause in filter is null ? [] : Clause().Split(filter))
            expression._clauses.Add(Read(clause));
        return expression;
    }

    public bool Matches(JsonObject document) => _clauses.All(c => c.Holds(document[c.Field]));

    private static (string Field, Func<JsonNode?, bool> Holds) Read(string clause)
    {
        if (Comparison().Match(clause) is { Success: true } comparison)
        {
            var value = Unquote(comparison.Groups["value"].Value);
            return (comparison.Groups["field"].Value, comparison.Groups["how"].Value == "eq"
                ? node => (string?)node == value
                : node => string.CompareOrdinal((string?)node, value) > 0);
        }

        if (Among().Match(clause) is { Success: true } among)
        {
            var values = Values(among);
            return (among.Groups["field"].Value, node => node is not null && values.Contains((string)node!));
        }

        if (AnyAmong().Match(clause) is { Success: true } any)
        {
            var values = Values(any);
            return (any.Groups["field"].Value, node => node is JsonArray list && list.Any(v => values.Contains((string)v!)));
        }

        throw new FormatException($"Invalid expression: {clause}");
    }

    private static HashSet<string> Values(Match match) => [.. Unquote(match.Groups["value"].Value).Split(match.Groups["by"].Value)];

    private static string Unquote(string value) => value.Replace("''", "'", StringComparison.Ordinal);

    // "and" outside quotes: an even number of quotes follows.
    [GeneratedRegex(" and (?=(?:[^']*'[^']*')*[^']*$)")]
    private static partial Regex Clause();

    [GeneratedRegex("^(?<field>\\w+) (?<how>eq|gt) '(?<value>(?:[^']|'')*)'$")]
    private static partial Regex Comparison();

    [GeneratedRegex("^search\\.in\\((?<field>\\w+), '(?<value>(?:[^']|'')*)', '(?<by>.)'\\)$")]
    private static partial Regex Among();

    [GeneratedRegex("^(?<field>\\w+)/any\\(p: search\\.in\\(p, '(?<value>(?:[^']|'')*)', '(?<by>.)'\\)\\)$")]
    private static partial Regex AnyAmong();
}
