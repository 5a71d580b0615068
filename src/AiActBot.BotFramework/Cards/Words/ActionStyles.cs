using System.Text.Json.Serialization;

namespace AiActBot.BotFramework.Cards;

[JsonConverter(typeof(CardWordWriter<ActionStyle>))]
public sealed class ActionStyle : CardWord
{
    private ActionStyle(string word)
        : base(word)
    {
    }

    public static ActionStyle Default { get; } = new("default");

    public static ActionStyle Positive { get; } = new("positive");

    public static ActionStyle Destructive { get; } = new("destructive");
}

[JsonConverter(typeof(CardWordWriter<ActionMode>))]
public sealed class ActionMode : CardWord
{
    private ActionMode(string word)
        : base(word)
    {
    }

    public static ActionMode Primary { get; } = new("primary");

    public static ActionMode Secondary { get; } = new("secondary");
}

[JsonConverter(typeof(CardWordWriter<AssociatedInputs>))]
public sealed class AssociatedInputs : CardWord
{
    private AssociatedInputs(string word)
        : base(word)
    {
    }

    public static AssociatedInputs Auto { get; } = new("auto");

    public static AssociatedInputs None { get; } = new("none");
}
