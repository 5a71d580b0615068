using AiActBot.Conversations.Sending;
using AiActBot.Tests.Infrastructure;

namespace AiActBot.Tests.Conversations;

public sealed class WaitingLineTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly SteppedTime time = new();
    private readonly WaitingLine line;
    private readonly Guid older;
    private readonly Guid newer;

    public WaitingLineTests()
    {
        line = new WaitingLine(time);
        (older, newer) = (Guid.CreateVersion7(time.GetUtcNow()), Guid.CreateVersion7(time.GetUtcNow() + Second));
    }

    [Fact]
    public void A_later_one_waits_as_long_as_the_earlier_one_and_for_nobody_else()
    {
        line.HoldBack("Dirk", older, time.GetUtcNow() + 30 * Second);

        Assert.Equal(time.GetUtcNow() + 30 * Second, line.IsBehind("Dirk", newer));
        Assert.Null(line.IsBehind("Dirk", older));
        Assert.Null(line.IsBehind("Sanne", newer));
        line.Leave("Dirk", older);
        Assert.Null(line.IsBehind("Dirk", newer));
    }

    [Fact]
    public void Behind_one_that_is_on_its_way_a_later_one_looks_again_in_a_second_and_not_at_once()
    {
        line.HoldBack("Dirk", older, time.GetUtcNow());

        Assert.Equal(time.GetUtcNow() + Second, line.IsBehind("Dirk", newer));
        time.Advance(59 * Second);
        Assert.Equal(time.GetUtcNow() + Second, line.IsBehind("Dirk", newer));
    }

    [Fact]
    public void One_that_another_sender_must_have_sent_by_now_holds_nobody_up_any_more()
    {
        line.HoldBack("Dirk", older, time.GetUtcNow());
        time.Advance(60 * Second);

        Assert.Null(line.IsBehind("Dirk", newer));
    }
}
