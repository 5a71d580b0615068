using System.Text;
using System.Text.Json;
using AiActBot.BotFramework.Activities;

namespace AiActBot.BotFramework.Tests.Activities;

public sealed class ActivityReaderTests
{
    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("hello")]
    [InlineData("\"message\"")]
    [InlineData("[]")]
    [InlineData("""[{"type":"message"}]""")]
    [InlineData("""{"type":"message" """)]
    [InlineData("""{"type":"message"}{}""")]
    [InlineData("""{"type":"message"} // hi""")]
    [InlineData("""{"type":"message",}""")]
    [InlineData("<activity type='message' />")]
    public async Task What_is_not_one_object_is_refused(string body) =>
        Assert.Equal(400, Read.Refused(await Read.TextAsync(body)).StatusCode);

    [Theory]
    [InlineData("""{"type":5}""")]
    [InlineData("""{"type":["message"]}""")]
    [InlineData("""{"type":"message","text":{}}""")]
    [InlineData("""{"type":"message","text":1}""")]
    [InlineData("""{"type":"message","from":"29:1"}""")]
    [InlineData("""{"type":"message","from":{"id":7}}""")]
    [InlineData("""{"type":"message","conversation":[]}""")]
    [InlineData("""{"type":"message","entities":{}}""")]
    [InlineData("""{"type":"message","entities":["mention"]}""")]
    [InlineData("""{"type":"message","attachments":"x"}""")]
    [InlineData("""{"type":"message","timestamp":"yesterday"}""")]
    [InlineData("""{"type":"message","membersAdded":[1]}""")]
    public async Task A_field_of_the_wrong_type_is_refused(string body) =>
        Assert.Equal(400, Read.Refused(await Read.TextAsync(body)).StatusCode);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"type":null}""")]
    [InlineData("""{"type":""}""")]
    [InlineData("""{"type":"  "}""")]
    [InlineData("""{"Type":"message"}""")]
    public async Task An_activity_without_a_type_is_refused(string body) =>
        Assert.Equal(400, Read.Refused(await Read.TextAsync(body)).StatusCode);

    [Theory]
    [InlineData("""{"type":"message","type":"invoke"}""")]
    [InlineData("""{"type":"message","from":{"id":"a","id":"b"}}""")]
    [InlineData("""{"type":"message","value":{"case":"1","case":"2"}}""")]
    [InlineData("""{"type":"message","channelData":{"tenant":{"id":"a","id":"b"}}}""")]
    [InlineData("""{"type":"message","unknown":1,"unknown":2}""")]
    [InlineData("""{"type":"message","unknown":{"a":1,"a":2}}""")]
    [InlineData("""{"type":"message","entities":[{"type":"mention","text":"a","text":"b"}]}""")]
    [InlineData("""{"type":"message","ty\u0070e":"invoke"}""")]
    [InlineData("""{"type":"message","value":{"case":"1","case\u0000":"2"}}""")]
    public async Task A_key_given_twice_is_refused(string body) =>
        Assert.Equal(400, Read.Refused(await Read.TextAsync(body)).StatusCode);

    [Theory]
    [InlineData("""{"type":"message","text":"\ud800"}""")]
    [InlineData("""{"type":"message","text":"\udc00\ud800"}""")]
    [InlineData("""{"type":"message","text":"\ud83d\ud83d\ude00"}""")]
    [InlineData("""{"type":"message","text":"a\uD83Db"}""")]
    [InlineData("""{"type":"message","value":{"deep":["\udfff"]}}""")]
    [InlineData("""{"type":"message","value":{"\ud800":1}}""")]
    public async Task Half_a_surrogate_pair_is_refused_wherever_it_is(string body) =>
        Assert.Equal(400, Read.Refused(await Read.TextAsync(body)).StatusCode);

    [Fact]
    public async Task An_escaped_backslash_before_letters_like_an_escape_is_text()
    {
        var activity = Read.Accepted(await Read.TextAsync("""{"type":"message","text":"\\ud800 \\u0000 \ud83d\ude00"}"""));

        Assert.Equal("""\ud800 \u0000 😀""", activity.Text);
    }

    [Theory]
    [InlineData("""{"type":"message","text":"a\u0000b"}""")]
    [InlineData("""{"type":"message","text":"\u0000ab\u0000"}""")]
    [InlineData("""{"type":"mess\u0000age","text":"ab"}""")]
    public async Task Nul_is_taken_out_of_text(string body)
    {
        var activity = Read.Accepted(await Read.TextAsync(body));

        Assert.Equal(("message", "ab"), (activity.Type, activity.Text));
    }

    [Fact]
    public async Task Nul_is_taken_out_of_card_data_and_unknown_fields_too()
    {
        var activity = Read.Accepted(await Read.TextAsync(
            """{"type":"message","value":{"n\u0000ote":"x\u0000"},"new":"\u0000y","text":"\\\u0000"}"""));

        Assert.Equal("""{"note":"x"}""", activity.Value!.Value.GetRawText());
        Assert.Equal("y", activity.Properties!["new"].GetString());
        Assert.Equal("\\", activity.Text);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x00 })]
    [InlineData(new byte[] { 0xC0, 0xAF })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xE2, 0x82 })]
    public async Task Bytes_that_are_not_utf8_are_refused_also_inside_card_data(byte[] bad)
    {
        byte[] body = [.. """{"type":"message","value":{"a":" """u8, .. bad, .. "\"}}"u8];

        Assert.Equal(400, Read.Refused(await Read.BytesAsync(body)).StatusCode);
    }

    [Theory]
    [InlineData(70)]
    [InlineData(100_000)]
    public async Task Nesting_beyond_the_limit_is_refused(int depth)
    {
        var body = $$"""{"type":"message","value":{{new string('[', depth)}}{{new string(']', depth)}}}""";

        Assert.Equal(400, Read.Refused(await Read.TextAsync(body)).StatusCode);
    }

    [Fact]
    public async Task Nesting_up_to_the_limit_is_taken()
    {
        string Nested(int levels) => $$"""{"type":"message","value":{{new string('[', levels)}}{{new string(']', levels)}}}""";

        Read.Accepted(await Read.TextAsync(Nested(ActivityReader.MaxDepth - 1)));
        Read.Refused(await Read.TextAsync(Nested(ActivityReader.MaxDepth)));
    }

    [Theory]
    [InlineData(ActivityReader.MaxBytes, true)]
    [InlineData(ActivityReader.MaxBytes + 1, false)]
    [InlineData(1_200_000, false)]
    public async Task A_body_larger_than_the_limit_is_refused_as_too_large(int size, bool taken)
    {
        var frame = """{"type":"message","text":""}""".Length;
        var body = Encoding.UTF8.GetBytes($$"""{"type":"message","text":"{{new string('a', size - frame)}}"}""");
        Assert.Equal(size, body.Length);

        var reading = await Read.BytesAsync(body);

        if (taken)
        {
            Read.Accepted(reading);
        }
        else
        {
            Assert.Equal(413, Read.Refused(reading).StatusCode);
        }
    }

    [Fact]
    public async Task A_body_without_end_is_read_no_further_than_the_limit()
    {
        using var endless = new EndlessStream(piece: 1000);

        var reading = await ActivityReader.ReadAsync(endless, CancellationToken.None);

        Assert.Equal(413, Read.Refused(reading).StatusCode);
        Assert.Equal(ActivityReader.MaxBytes + 1, endless.Given);
    }

    [Fact]
    public async Task A_reason_never_repeats_what_was_sent()
    {
        var refused = Read.Refused(await Read.TextAsync("""{"type":"message","secret-key":1,"secret-key":"secret"}"""));

        Assert.DoesNotContain("secret", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Long_lists_are_cut_to_their_caps()
    {
        string Many(int count, string item) => string.Join(',', Enumerable.Repeat(item, count));
        var body = $$$"""
            {"type":"message",
             "entities":[{{{Many(500, """{"type":"mention","mentioned":{"id":"x"}}""")}}},{{{Many(2000, """{"type":"clientInfo"}""")}}}],
             "attachments":[{{{Many(100, "{}")}}}]}
            """;

        var activity = Read.Accepted(await Read.TextAsync(body));

        Assert.Equal(ActivityReader.MaxEntities, activity.Entities!.Count);
        Assert.Equal(ActivityReader.MaxMentions, activity.GetMentions().Count());
        Assert.Equal(ActivityReader.MaxAttachments, activity.Attachments!.Count);
    }

    [Fact]
    public async Task Nulls_in_lists_are_left_out()
    {
        var activity = Read.Accepted(await Read.TextAsync("""
            {"type":"conversationUpdate","entities":[null,{"type":"x"}],"attachments":[null],"membersAdded":[null,{"id":"a"}],
             "membersRemoved":[null],"reactionsAdded":[null],"reactionsRemoved":[null],
             "suggestedActions":{"to":[null],"actions":[null]}}
            """));

        Assert.Single(activity.Entities!);
        Assert.Single(activity.MembersAdded!);
        Assert.Empty(activity.Attachments!);
        Assert.Empty(activity.MembersRemoved!);
        Assert.Empty(activity.ReactionsAdded!);
        Assert.Empty(activity.ReactionsRemoved!);
        Assert.Empty(activity.SuggestedActions!.To!);
        Assert.Empty(activity.SuggestedActions.Actions!);
    }

    [Fact]
    public async Task Cancellation_is_not_a_refusal()
    {
        using var stream = new MemoryStream([.. "{}"u8]);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ActivityReader.ReadAsync(stream, cancelled.Token));
    }

    [Fact]
    public async Task Odd_but_whole_text_is_taken_as_it_is()
    {
        const string odd = "\u202Egnirts\u200B Z̸̢̛a̵l̶g̷o \U000E0041 раypal";
        var body = JsonSerializer.Serialize(Activity.Message(odd), ActivityJson.Default.Activity);

        Assert.Equal(odd, Read.Accepted(await Read.TextAsync(body)).Text);
    }
}
