using AiActBot.BotFramework.Activities;

namespace AiActBot.BotFramework.Tests.Activities;

public sealed class MentionTests
{
    private static readonly Mention Bot = new("28:bot", "AI Act", "<at>AI Act</at>");
    private static readonly Mention Noor = new("29:noor", "Noor", "<at>Noor</at>");

    [Theory]
    [InlineData("<at>AI Act</at> mag dit?", "mag dit?")]
    [InlineData("<AT>ai act</AT> mag dit?", "mag dit?")]
    [InlineData("mag dit, <at>AI Act</at>", "mag dit,")]
    [InlineData("<at>AI Act</at>&nbsp;\u00a0 mag dit?&nbsp;", "mag dit?")]
    [InlineData("<at>AI Act</at>", "")]
    [InlineData("geen", "geen")]
    [InlineData(null, "")]
    public void The_bots_own_mention_is_taken_out_of_the_text(string? text, string left) =>
        Assert.Equal(left, Saying(text, Bot).TextWithoutOwnMention());

    [Fact]
    public void Other_people_stay_in_the_text() =>
        Assert.Equal(
            "vraag <at>Noor</at> eens", Saying("<at>AI Act</at> vraag <at>Noor</at> eens", Bot, Noor).TextWithoutOwnMention());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void A_mention_without_words_is_found_by_its_name(string? words) =>
        Assert.Equal("hoi", Saying("<at>AI Act</at> hoi", Bot with { Text = words }).TextWithoutOwnMention());

    [Fact]
    public void A_mention_of_somebody_with_the_bots_name_is_not_the_bot()
    {
        var activity = Saying("<at>AI Act</at> hoi", Bot with { Id = "29:impostor" });

        Assert.False(activity.MentionsRecipient());
        Assert.Equal("<at>AI Act</at> hoi", activity.TextWithoutOwnMention());
    }

    [Fact]
    public void A_mention_without_an_id_is_nobody_even_when_the_recipient_has_none()
    {
        var activity = Saying("hoi", Bot);
        activity.Recipient = new ChannelAccount();
        activity.Entities = [new Entity { Type = "mention" }];

        Assert.False(activity.MentionsRecipient());
        Assert.Empty(activity.GetMentions());
    }

    [Fact]
    public void The_recipient_is_mentioned_when_one_of_the_mentions_is_theirs() =>
        Assert.True(Saying("<at>Noor</at> <at>AI Act</at>", Noor, Bot).MentionsRecipient());

    private static Activity Saying(string? text, params Mention[] mentions) => new()
    {
        Type = ActivityTypes.Message,
        Text = text,
        Recipient = new ChannelAccount { Id = "28:bot" },
        Entities = [.. mentions.Select(mention => mention.ToEntity())],
    };
}
