using System.Text;
using System.Text.Json;
using AiActBot.BotFramework.Activities;

namespace AiActBot.BotFramework.Tests.Activities;

public sealed class ActivityRoundTripTests
{
    public static TheoryData<string> Names => [.. SampleActivities.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_activity_keeps_every_field_when_read_and_written(string name)
    {
        var sample = SampleActivities.All[name];

        var activity = Read.Accepted(await Read.TextAsync(sample));

        var written = JsonSerializer.SerializeToElement(activity, ActivityJson.Default.Activity);
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(sample), written), $"Written as {written}");
    }

    [Fact]
    public void What_is_null_is_not_written()
    {
        var json = JsonSerializer.Serialize(
            Activity.WithAttachment(new Attachment { ContentType = "text/plain" }), ActivityJson.Default.Activity);

        Assert.Equal("""{"type":"message","attachments":[{"contentType":"text/plain"}]}""", json);
    }

    [Fact]
    public void A_message_is_markdown_in_the_language_given() =>
        Assert.Equal(
            """{"type":"message","text":"Dag","textFormat":"markdown","locale":"nl"}""",
            JsonSerializer.Serialize(Activity.Message("Dag", "nl"), ActivityJson.Default.Activity));

    [Fact]
    public async Task Values_of_a_read_activity_outlive_the_buffer_they_were_read_from()
    {
        var first = Read.Accepted(await Read.TextAsync("""{"type":"message","value":{"a":"one"}}"""));
        for (var i = 0; i < 50; i++)
        {
            await Read.TextAsync($$$"""{"type":"message","value":{"a":"{{{i}}}"}}""");
        }

        Assert.Equal("""{"a":"one"}""", first.Value!.Value.GetRawText());
    }

    [Fact]
    public async Task A_byte_order_mark_is_passed_over()
    {
        byte[] body = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("""{"type":"message"}""")];

        Assert.Equal("message", Read.Accepted(await Read.BytesAsync(body)).Type);
    }
}
