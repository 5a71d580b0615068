using System.Text.Json;
using System.Text.Json.Serialization;

namespace AiActBot.BotFramework.Cards;

/// <summary>
/// One of the words that the schema knows for a property, as the schema spells it: clients ignore case, but a validator need not.
/// Each property has a class of its own, and not an enum: JSON's code for a value type is compiled anew for every type when the
/// process starts, and fifteen of them made people wait for their first card.
/// </summary>
public abstract class CardWord
{
    private protected CardWord(string word) => Word = word;

    public string Word { get; }

    public override string ToString() => Word;
}

/// <summary>Cards are written here and never read.</summary>
internal sealed class CardWordWriter<T> : JsonConverter<T>
    where T : CardWord
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Word);
}
