using System.Text.Json;
using System.Text.Json.Serialization;

namespace AiActBot.BotFramework.Cards;

[JsonConverter(typeof(CardWord<TextSize>))]
public enum TextSize { Default, Small, Medium, Large, ExtraLarge }

[JsonConverter(typeof(CardWord<TextWeight>))]
public enum TextWeight { Default, Lighter, Bolder }

[JsonConverter(typeof(CardWord<TextColor>))]
public enum TextColor { Default, Dark, Light, Accent, Good, Warning, Attention }

[JsonConverter(typeof(CardWord<TextBlockStyle>))]
public enum TextBlockStyle { Default, Heading }

[JsonConverter(typeof(CardWord<Spacing>))]
public enum Spacing { Default, None, Small, Medium, Large, ExtraLarge, Padding }

[JsonConverter(typeof(CardWord<HorizontalAlignment>))]
public enum HorizontalAlignment { Left, Center, Right }

[JsonConverter(typeof(CardWord<VerticalAlignment>))]
public enum VerticalAlignment { Top, Center, Bottom }

/// <summary>Colours of a container. Colour alone says nothing to those who do not see it: put it in words too.</summary>
[JsonConverter(typeof(CardWord<ContainerStyle>))]
public enum ContainerStyle { Default, Emphasis, Good, Attention, Warning, Accent }

[JsonConverter(typeof(CardWord<ImageSize>))]
public enum ImageSize { Auto, Stretch, Small, Medium, Large }

[JsonConverter(typeof(CardWord<ImageStyle>))]
public enum ImageStyle { Default, Person }

[JsonConverter(typeof(CardWord<TextInputStyle>))]
public enum TextInputStyle { Text, Tel, Url, Email }

/// <summary>Compact is a list that folds out; expanded shows every choice.</summary>
[JsonConverter(typeof(CardWord<ChoiceStyle>))]
public enum ChoiceStyle { Compact, Expanded, Filtered }

[JsonConverter(typeof(CardWord<ActionStyle>))]
public enum ActionStyle { Default, Positive, Destructive }

[JsonConverter(typeof(CardWord<ActionMode>))]
public enum ActionMode { Primary, Secondary }

[JsonConverter(typeof(CardWord<AssociatedInputs>))]
public enum AssociatedInputs { Auto, None }

/// <summary>Writes these as the schema spells them. Clients ignore case, but a validator need not.</summary>
internal sealed class CardWord<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase) where T : struct, Enum;
