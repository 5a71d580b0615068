using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using AiActBot.Knowledge;

namespace AiActBot.Assistant;

/// <summary>An answer as machine-readable output: one line of <c>ask --batch</c>, or all of <c>ask --json</c>.</summary>
internal sealed record AnswerReport(
    string? Id, string Language, bool Answered, string Text, IReadOnlyList<CitationReport> Citations, IReadOnlyList<string> Retrieved,
    string? Declined, IReadOnlyList<string> FollowUps)
{
    public static AnswerReport Of(string? id, Answer answer) => new(
        id,
        answer.Language.Code(),
        answer.Answered,
        answer.Text,
        [.. answer.Citations.Select(c => new CitationReport(
            c.Provision.ToString(), c.DocumentId, c.Quote, c.Title, c.Url, c.LawAsOf?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), c.SupersededNote, c.IsOfficial ? true : null))],
        [.. answer.Retrieved.Select(p => p.ToString())],
        answer.Declined is { } reason ? JsonNamingPolicy.CamelCase.ConvertName(reason.ToString()) : null,
        answer.FollowUps);
}

internal sealed record CitationReport(string Provision, string Document, string Quote, string Title, string? Url, string? LawAsOf, string? Superseded, bool? Official);

/// <summary>A line of the file that <c>ask --batch</c> reads.</summary>
internal sealed record BatchQuestion(string? Id, string? Question, string? Lang);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, PropertyNameCaseInsensitive = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AnswerReport))]
[JsonSerializable(typeof(BatchQuestion))]
internal sealed partial class AnswerReportJson : JsonSerializerContext
{
    /// <summary>Dutch accents and quotation marks stay readable: the output goes to a terminal or a file, never into HTML.</summary>
    public static AnswerReportJson Readable { get; } = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    });
}
