using System.Text.Json.Serialization;

namespace AiActBot.BotFramework.Cards;

[JsonConverter(typeof(CardWordWriter<ImageSize>))]
public sealed class ImageSize : CardWord
{
    private ImageSize(string word)
        : base(word)
    {
    }

    public static ImageSize Auto { get; } = new("auto");

    public static ImageSize Stretch { get; } = new("stretch");

    public static ImageSize Small { get; } = new("small");

    public static ImageSize Medium { get; } = new("medium");

    public static ImageSize Large { get; } = new("large");
}

[JsonConverter(typeof(CardWordWriter<ImageStyle>))]
public sealed class ImageStyle : CardWord
{
    private ImageStyle(string word)
        : base(word)
    {
    }

    public static ImageStyle Default { get; } = new("default");

    public static ImageStyle Person { get; } = new("person");
}
