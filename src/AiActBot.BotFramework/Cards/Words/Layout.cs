using System.Text.Json.Serialization;

namespace AiActBot.BotFramework.Cards;

[JsonConverter(typeof(CardWordWriter<Spacing>))]
public sealed class Spacing : CardWord
{
    private Spacing(string word)
        : base(word)
    {
    }

    public static Spacing Default { get; } = new("default");

    public static Spacing None { get; } = new("none");

    public static Spacing Small { get; } = new("small");

    public static Spacing Medium { get; } = new("medium");

    public static Spacing Large { get; } = new("large");

    public static Spacing ExtraLarge { get; } = new("extraLarge");

    public static Spacing Padding { get; } = new("padding");
}

[JsonConverter(typeof(CardWordWriter<HorizontalAlignment>))]
public sealed class HorizontalAlignment : CardWord
{
    private HorizontalAlignment(string word)
        : base(word)
    {
    }

    public static HorizontalAlignment Left { get; } = new("left");

    public static HorizontalAlignment Center { get; } = new("center");

    public static HorizontalAlignment Right { get; } = new("right");
}

[JsonConverter(typeof(CardWordWriter<VerticalAlignment>))]
public sealed class VerticalAlignment : CardWord
{
    private VerticalAlignment(string word)
        : base(word)
    {
    }

    public static VerticalAlignment Top { get; } = new("top");

    public static VerticalAlignment Center { get; } = new("center");

    public static VerticalAlignment Bottom { get; } = new("bottom");
}

/// <summary>Colours of a container. Colour alone says nothing to those who do not see it: put it in words too.</summary>
[JsonConverter(typeof(CardWordWriter<ContainerStyle>))]
public sealed class ContainerStyle : CardWord
{
    private ContainerStyle(string word)
        : base(word)
    {
    }

    public static ContainerStyle Default { get; } = new("default");

    public static ContainerStyle Emphasis { get; } = new("emphasis");

    public static ContainerStyle Good { get; } = new("good");

    public static ContainerStyle Attention { get; } = new("attention");

    public static ContainerStyle Warning { get; } = new("warning");

    public static ContainerStyle Accent { get; } = new("accent");
}
