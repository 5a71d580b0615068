using System.Text.Json;
using AiActBot.BotFramework.Activities;

namespace AiActBot.BotFramework.Tests.Activities;

public sealed class ConversationReferenceTests
{
    [Fact]
    public async Task An_answer_goes_back_to_the_person_and_the_activity_it_came_from()
    {
        var incoming = Read.Accepted(await Read.TextAsync(SampleActivities.All["message"]));

        var answer = ConversationReference.From(incoming).ApplyTo(Activity.Message("Ja"));

        Assert.Equal("28:bot", answer.From!.Id);
        Assert.Equal("29:1fenna", answer.Recipient!.Id);
        Assert.Equal("a:1personal", answer.Conversation!.Id);
        Assert.Equal("1732270000001", answer.ReplyToId);
        Assert.Equal("nl-NL", answer.Locale);
        Assert.Null(answer.ServiceUrl);
    }

    [Fact]
    public async Task A_message_for_later_answers_nothing()
    {
        var incoming = Read.Accepted(await Read.TextAsync(SampleActivities.All["message"]));

        Assert.Null(ConversationReference.From(incoming).ForLater().ApplyTo(Activity.Message("Dag")).ReplyToId);
    }

    [Fact]
    public async Task A_language_already_chosen_stays()
    {
        var incoming = Read.Accepted(await Read.TextAsync(SampleActivities.All["message"]));

        Assert.Equal("en", ConversationReference.From(incoming).ApplyTo(Activity.Message("Yes", "en")).Locale);
    }

    [Fact]
    public async Task References_to_one_conversation_are_equal_and_survive_storage()
    {
        var sample = SampleActivities.All["message in a channel"];
        var first = ConversationReference.From(Read.Accepted(await Read.TextAsync(sample)));
        var second = ConversationReference.From(Read.Accepted(await Read.TextAsync(sample)));

        var stored = JsonSerializer.Serialize(first, ActivityJson.Default.ConversationReference);

        Assert.Equal(first, second);
        Assert.Equal(first, JsonSerializer.Deserialize(stored, ActivityJson.Default.ConversationReference));
        Assert.Equal(("19:team", "19:channel"), (first.TeamId, first.TeamsChannelId));
    }

    [Theory]
    [InlineData("19:abc@thread.tacv2;messageid=1700", "19:abc@thread.tacv2")]
    [InlineData("19:abc@thread.tacv2", "19:abc@thread.tacv2")]
    public void A_thread_belongs_to_its_channel(string id, string channel)
    {
        var reference = new ConversationReference { ServiceUrl = "https://x.example", ChannelId = "msteams", ConversationId = id };

        Assert.Equal(channel, reference.ConversationIdWithoutThread);
    }

    [Theory]
    [InlineData("""{"type":"message"}""")]
    [InlineData("""{"type":"message","serviceUrl":"https://x.example","channelId":"msteams"}""")]
    [InlineData("""{"type":"message","serviceUrl":"https://x.example","channelId":"msteams","conversation":{}}""")]
    [InlineData("""{"type":"message","serviceUrl":"","channelId":"msteams","conversation":{"id":"a"}}""")]
    [InlineData("""{"type":"message","serviceUrl":"https://x.example","conversation":{"id":"a"}}""")]
    public async Task An_activity_from_nowhere_gives_no_reference(string body)
    {
        var activity = Read.Accepted(await Read.TextAsync(body));

        Assert.False(ConversationReference.TryFrom(activity, out _));
        Assert.Throws<ArgumentException>(() => ConversationReference.From(activity));
    }

    [Fact]
    public async Task The_tenant_of_the_channel_data_serves_when_the_conversation_names_none()
    {
        var activity = Read.Accepted(await Read.TextAsync("""
            {"type":"message","serviceUrl":"https://x.example","channelId":"msteams","conversation":{"id":"a"},
             "channelData":{"tenant":{"id":"t"}}}
            """));

        Assert.Equal("t", ConversationReference.From(activity).TenantId);
    }
}
