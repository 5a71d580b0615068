using System.Globalization;
using AiActBot.BotFramework.Cards;
using AiActBot.Compliance;

namespace AiActBot.Conversations;

/// <summary>The part of a long list that stands on a card, and the way to the parts before and after it.</summary>
internal sealed class ListPart
{
    /// <summary>The field of a button that says where its part begins.</summary>
    private const string From = "from";

    private readonly int _count;
    private readonly int _size;
    private readonly int _first;

    /// <param name="count">Length of the whole list.</param>
    /// <param name="size">How many stand on a card at once.</param>
    /// <param name="first">Where the part begins; one that is beyond the list becomes its last part.</param>
    public ListPart(int count, int size, int first)
    {
        (_count, _size) = (count, size);
        _first = Math.Clamp(first, 0, Math.Max(0, (count - 1) / size * size));
    }

    /// <returns>Where the part begins that a button asks for; the start when it says nothing.</returns>
    public static int FromOf(CardData data) => data.TryGetInt32(From, out var first) ? first : 0;

    /// <summary>What a button carries that leads to the part that begins there.</summary>
    public static (string Name, string Value) Beginning(int first) => (From, first.ToString(CultureInfo.InvariantCulture));

    /// <summary>What a button carries that leads back to this part.</summary>
    public (string Name, string Value) Itself => Beginning(_first);

    public IEnumerable<T> Of<T>(IEnumerable<T> list) => list.Skip(_first).Take(_size);

    /// <summary>What the buttons to the other parts say and carry; none where all fits.</summary>
    public IEnumerable<(string Title, (string Name, string Value) Data)> Others(Language language)
    {
        if (_first > 0)
            yield return Titled("Vorige", "Previous", Math.Max(0, _first - _size));
        if (_first + _size < _count)
            yield return Titled("Volgende", "Next", _first + _size);

        (string, (string, string)) Titled(string nl, string en, int first)
        {
            var last = Math.Min(_count, first + _size);
            return (new Bilingual($"{nl}: {first + 1}-{last} van {_count}", $"{en}: {first + 1}-{last} of {_count}").In(language), Beginning(first));
        }
    }
}
