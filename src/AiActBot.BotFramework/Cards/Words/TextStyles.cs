using System.Text.Json.Serialization;

namespace AiActBot.BotFramework.Cards;

[JsonConverter(typeof(CardWordWriter<TextSize>))]
public sealed class TextSize : CardWord
{
    private TextSize(string word)
        : base(word)
    {
    }

    public static TextSize Default { get; } = new("default");

    public static TextSize Small { get; } = new("small");

    public static TextSize Medium { get; } = new("medium");

    public static TextSize Large { get; } = new("large");

    public static TextSize ExtraLarge { get; } = new("extraLarge");
}

[JsonConverter(typeof(CardWordWriter<TextWeight>))]
public sealed class TextWeight : CardWord
{
    private TextWeight(string word)
        : base(word)
    {
    }

    public static TextWeight Default { get; } = new("default");

    public static TextWeight Lighter { get; } = new("lighter");

    public static TextWeight Bolder { get; } = new("bolder");
}

[JsonConverter(typeof(CardWordWriter<TextColor>))]
public sealed class TextColor : CardWord
{
    private TextColor(string word)
        : base(word)
    {
    }

    public static TextColor Default { get; } = new("default");

    public static TextColor Dark { get; } = new("dark");

    public static TextColor Light { get; } = new("light");

    public static TextColor Accent { get; } = new("accent");

    public static TextColor Good { get; } = new("good");

    public static TextColor Warning { get; } = new("warning");

    public static TextColor Attention { get; } = new("attention");
}

[JsonConverter(typeof(CardWordWriter<TextBlockStyle>))]
public sealed class TextBlockStyle : CardWord
{
    private TextBlockStyle(string word)
        : base(word)
    {
    }

    public static TextBlockStyle Default { get; } = new("default");

    public static TextBlockStyle Heading { get; } = new("heading");
}
