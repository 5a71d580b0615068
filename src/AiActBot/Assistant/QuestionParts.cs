using System.Text.RegularExpressions;

namespace AiActBot.Assistant;

/// <summary>Parts a question that asks two things: "what is a serious incident and within how many days must we report it".</summary>
internal static partial class QuestionParts
{
    /// <returns>The two questions, or null when it is one.</returns>
    public static (string First, string Second)? Of(string question) =>
        TwoQuestions().Match(question) is { Success: true } match && Asks().IsMatch(match.Groups["first"].Value)
            ? (match.Groups["first"].Value, match.Groups["second"].Value)
            : null;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private const string Opening =
        "(?:wat|welke?|hoe(?:veel| ?lang)?|wanneer|wie|waar\\w*|binnen|vanaf|moet(?:en)?|mag|mogen|is|zijn|what(?:'?s)?|which|how|when|who|where|within|must|do|does|can|may|should|are)";

    [GeneratedRegex($@"^\W*(?<first>\w.{{8,}}?)\s*[,;?]?\s+(?:en|and|&)\s+(?<second>{Opening}\b.{{4,}})$", Options)]
    private static partial Regex TwoQuestions();

    [GeneratedRegex($@"^(?:\w+[,:]? )?{Opening}\b", Options)]
    private static partial Regex Asks();
}
