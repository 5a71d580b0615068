using System.Text.Json.Serialization;

namespace AiActBot.BotFramework.Cards;

[JsonConverter(typeof(CardWordWriter<TextInputStyle>))]
public sealed class TextInputStyle : CardWord
{
    private TextInputStyle(string word)
        : base(word)
    {
    }

    public static TextInputStyle Text { get; } = new("text");

    public static TextInputStyle Tel { get; } = new("tel");

    public static TextInputStyle Url { get; } = new("url");

    public static TextInputStyle Email { get; } = new("email");
}

/// <summary>Compact is a list that folds out; expanded shows every choice.</summary>
[JsonConverter(typeof(CardWordWriter<ChoiceStyle>))]
public sealed class ChoiceStyle : CardWord
{
    private ChoiceStyle(string word)
        : base(word)
    {
    }

    public static ChoiceStyle Compact { get; } = new("compact");

    public static ChoiceStyle Expanded { get; } = new("expanded");

    public static ChoiceStyle Filtered { get; } = new("filtered");
}
