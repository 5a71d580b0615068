using AiActBot.Notifications;
using AiActBot.Storage;
using AiActBot.Tests.Infrastructure;

namespace AiActBot.Tests.Notifications;

/// <summary>Takes as long as the Connector is given to answer, for each database.</summary>
public class UncertainDeliveryTests
{
    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task Notification_that_the_channel_took_without_an_answer_is_sent_again_and_flagged(DatabaseProvider provider)
    {
        await using var bot = await RunningBot.StartAsync(provider);
        await bot.Person("Dirk").InstallsAsync();
        var calls = 0;
        bot.Connector.Answer = sent => sent.Text == "onzeker" && Interlocked.Increment(ref calls) == 1 ? ChannelAnswers.Hangs() : null;

        var message = await bot.HoldsAsync("Dirk", text: "onzeker");
        var other = await bot.BecomesAsync(await bot.HoldsAsync(mail: "grace@example.test"), NotificationState.Sent);
        var sent = await bot.BecomesAsync(message, NotificationState.Sent);

        Assert.Equal(["1 Teams Uncertain", "2 Teams delivered"], sent.Outcomes());
        Assert.True(sent.MayBeDuplicate);
        Assert.False(other.MayBeDuplicate);
    }
}
