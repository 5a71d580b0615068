using System.Text.RegularExpressions;
using AiActBot.Knowledge.Documents;

namespace AiActBot.Assistant;

/// <summary>Signs that a sentence answers the kind of question: a date for "when", an amount for "how much".</summary>
internal static partial class AnswerSigns
{
    private const double Worth = 0.35;

    public static double Of(QuestionIntent intent, string sentence)
    {
        double worth = 0;
        if (intent.HasFlag(QuestionIntent.When) && TextDates.Find(sentence).Count > 0)
            worth += Worth;
        if (intent.HasFlag(QuestionIntent.HowMuch) && Amount().IsMatch(sentence))
            worth += Worth;
        if (intent.HasFlag(QuestionIntent.HowLong) && Period().IsMatch(sentence))
            worth += Worth;
        if (intent.HasFlag(QuestionIntent.Who) && Body().IsMatch(sentence))
            worth += Worth / 2;
        if (intent.HasFlag(QuestionIntent.Allowed) && Permission().IsMatch(sentence))
            worth += Worth / 2;
        return worth;
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\d\s?%|\beuro\b|\bEUR\b|€|miljoen|million", Options)]
    private static partial Regex Amount();

    [GeneratedRegex(
        @"\b(?:\d+|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twaalf|vijftien|dertig|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|thirty) (?:werkdagen|working days|dagen|days|uur|uren|hours?|"
        + @"maand|maanden|months?|jaar|years?|weken|weeks)\b|onmiddellijk|immediately|onverwijld|without undue delay|zonder onnodige vertraging",
        Options)]
    private static partial Regex Period();

    [GeneratedRegex(@"autoriteit|authorit|instantie|body|bodies|bureau|office|aanbieder|provider|gebruiksverantwoordelijke|deployer|Commissie|Commission", Options)]
    private static partial Regex Body();

    [GeneratedRegex(@"\b(?:mag|mogen|verboden|toegestaan|uitzondering|behalve|tenzij|may|prohibited|forbidden|allowed|except|unless)\b", Options)]
    private static partial Regex Permission();
}
