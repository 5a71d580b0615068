using System.Globalization;
using AiActBot.Compliance.Triage;

namespace AiActBot.Compliance;

/// <summary>What Article 111 asks of a system that was there before a date of application.</summary>
/// <param name="PlacedOnMarket">The last day on which it can have been placed on the market or put into service; null when it is new or not known.</param>
/// <param name="ForPublicAuthorities">A high-risk system meant for use by public authorities (111(2)).</param>
/// <param name="ChangedSince">Its design changes significantly after the date of application (111(2)).</param>
/// <param name="LargeScaleIt">A part of one of the large IT systems of Annex X (111(1)).</param>
public sealed record MarketHistory(
    DateOnly? PlacedOnMarket = null, bool ForPublicAuthorities = false, bool ChangedSince = false, bool LargeScaleIt = false)
{
    /// <summary>The question whose choices are "before-" with the day that it was there before.</summary>
    public const string WhenOnMarket = "on-market";

    private const string Before = "before-";

    public static MarketHistory Unknown { get; } = new();

    public static MarketHistory Of(Answers answers) => new(
        PlacedBefore(answers.To(WhenOnMarket)),
        IsYes(answers.To("meant-for-authorities")),
        IsYes(answers.To("significant-change")),
        IsYes(answers.To("large-it-system")));

    private static DateOnly? PlacedBefore(Answer? answer) =>
        answer is Answer.Chosen { Choices: [var choice] } && choice.StartsWith(Before, StringComparison.Ordinal)
        && DateOnly.TryParseExact(choice[Before.Length..], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.AddDays(-1)
            : null;

    private static bool IsYes(Answer? answer) => answer is Answer.Chosen chosen && chosen.Choices.Contains(Question.Yes);
}
