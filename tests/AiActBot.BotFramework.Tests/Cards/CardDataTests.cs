using System.Text.Json;
using AiActBot.BotFramework.Cards;

namespace AiActBot.BotFramework.Tests.Cards;

public sealed class CardDataTests
{
    private static readonly CardData Filled = CardData.Read(JsonElement.Parse("""
        { "verb": "approve", "text": "  goed ", "empty": "", "blank": "  ", "yes": "true", "no": false, "odd": "maybe",
          "count": "12", "exact": 12, "part": "1.5", "comma": "1,5", "huge": 1e400, "big": 3000000000, "date": "2026-11-22",
          "datetime": "2026-11-22T10:00:00Z", "choices": "a, b,,c", "none": "", "list": ["a"], "object": {}, "null": null }
        """));

    [Fact]
    public void Texts_are_read_as_they_were_typed_or_without_space()
    {
        Assert.Equal("approve", Filled.Verb);
        Assert.True(Filled.TryGetString("text", out var typed));
        Assert.Equal("  goed ", typed);
        Assert.True(Filled.TryGetText("text", out var text));
        Assert.Equal("goed", text);
        Assert.True(Filled.TryGetString("empty", out _));
        Assert.False(Filled.TryGetText("empty", out _));
        Assert.False(Filled.TryGetText("blank", out _));
    }

    [Theory]
    [InlineData("yes", true, true)]
    [InlineData("no", true, false)]
    [InlineData("odd", false, false)]
    [InlineData("exact", false, false)]
    public void A_tick_is_read_as_text_or_as_itself(string name, bool there, bool value)
    {
        Assert.Equal(there, Filled.TryGetBoolean(name, out var read));
        Assert.Equal(value, read);
    }

    [Theory]
    [InlineData("count", true, 12)]
    [InlineData("exact", true, 12)]
    [InlineData("part", false, 0)]
    [InlineData("comma", false, 0)]
    [InlineData("huge", false, 0)]
    [InlineData("big", false, 0)]
    [InlineData("text", false, 0)]
    public void A_whole_number_is_read_as_text_or_as_itself(string name, bool there, int value)
    {
        Assert.Equal(there, Filled.TryGetInt32(name, out var read));
        Assert.Equal(value, read);
    }

    [Fact]
    public void A_number_has_a_point_and_no_comma()
    {
        Assert.True(Filled.TryGetNumber("part", out var part));
        Assert.Equal(1.5m, part);
        Assert.False(Filled.TryGetNumber("comma", out _));
    }

    [Fact]
    public void A_date_is_a_day_and_nothing_more()
    {
        Assert.True(Filled.TryGetDate("date", out var date));
        Assert.Equal(new DateOnly(2026, 11, 22), date);
        Assert.False(Filled.TryGetDate("datetime", out _));
    }

    [Fact]
    public void Choices_come_apart_at_the_commas()
    {
        Assert.Equal(["a", "b", "c"], Filled.Choices("choices"));
        Assert.Empty(Filled.Choices("none"));
        Assert.Empty(Filled.Choices("list"));
        Assert.Empty(Filled.Choices("missing"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""["verb"]""")]
    [InlineData("\"verb\"")]
    [InlineData("5")]
    [InlineData("{}")]
    [InlineData("""{"verb":null}""")]
    [InlineData("""{"verb":{}}""")]
    [InlineData("""{"verb":["approve"]}""")]
    [InlineData("""{"verb":7}""")]
    [InlineData("""{"verb":"\ud800"}""")]
    public void Data_of_any_other_shape_holds_nothing_and_never_throws(string? json)
    {
        var data = CardData.Read(json is null ? null : JsonElement.Parse(json));

        Assert.Null(data.Verb);
        Assert.False(data.TryGetString("verb", out _));
        Assert.False(data.TryGetText("verb", out _));
        Assert.False(data.TryGetBoolean("verb", out _));
        Assert.False(data.TryGetDate("verb", out _));
        Assert.Empty(data.Choices("verb"));
        Assert.False(data.TryGetInt32("other", out _));
    }

    [Theory]
    [InlineData("list")]
    [InlineData("object")]
    [InlineData("null")]
    public void A_value_of_another_kind_is_not_there(string name)
    {
        Assert.False(Filled.TryGetString(name, out _));
        Assert.False(Filled.TryGetNumber(name, out _));
        Assert.False(Filled.TryGetBoolean(name, out _));
    }
}
