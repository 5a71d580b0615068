using AiActBot.Conversations.Sending;
using AiActBot.Tests.Infrastructure;
using Microsoft.Extensions.Options;

namespace AiActBot.Tests.Conversations;

/// <summary>The pace by itself, on a clock that a test moves, beside a count of every call that ever began.</summary>
public sealed class PaceTests
{
    private readonly SteppedTime time = new();
    private readonly SendingPace pace;

    public PaceTests() => pace = new SendingPace(time, Options.Create(new SendingOptions()));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Whatever_is_asked_no_window_ever_holds_more_than_its_limit_and_what_is_free_goes_now(int seed)
    {
#pragma warning disable CA5394 // A plan that can be repeated, not a secret.
        var random = new Random(seed);
        var book = new CallBook();
        for (var step = 0; step < 1500; step++)
        {
            time.Advance(TimeSpan.FromMilliseconds(random.Next(60)));
            foreach (var ending in book.UnderWay.Where(_ => random.Next(2) == 0))
            {
                TimeSpan? pause = random.Next(200) == 0 ? TimeSpan.FromSeconds(2) : null;
                pace.End(ending.Slot, pause);
                book.End(ending, time.Elapsed, pause);
            }

            for (var asked = random.Next(7); asked > 0; asked--)
            {
                var conversation = random.Next(24);
                var isAboutMembers = random.Next(4) == 0;
                var call = new PacedCall($"a:{conversation}", conversation < 20 ? "large" : "small", isAboutMembers, !isAboutMembers && random.Next(5) == 0);
                var toMany = random.Next(2) == 0;
                var isFree = book.IsFree(call, toMany, time.Elapsed);
                var slot = pace.TryBegin(call, toMany, out var wait);
                Assert.Equal(isFree, slot is not null);
                Assert.Equal(isFree, wait == TimeSpan.Zero);
                if (slot is not null)
                    book.Begin(call, slot, time.Elapsed);
            }
        }

        foreach (var ending in book.UnderWay)
        {
            pace.End(ending.Slot, null);
            book.End(ending, time.Elapsed, null);
        }

        // Each reached the other side at some moment while it was under way.
        book.ShouldFit(call => call.Began + random.NextDouble() * (call.Ended!.Value - call.Began));
        book.ShouldFit(call => call.Began);
        book.ShouldFit(call => call.Ended!.Value);
#pragma warning restore CA5394
    }

    [Fact]
    public void After_the_wait_that_is_named_the_call_goes()
    {
        for (var i = 0; i < 200; i++)
        {
            if (Begin("a:Sanne", "t", out var wait) is not { } slot)
            {
                Assert.True(wait > TimeSpan.Zero);
                time.Advance(wait);
                slot = Begin("a:Sanne", "t", out _)!;
                Assert.NotNull(slot);
            }

            pace.End(slot, null);
        }
    }

    [Fact]
    public void However_much_goes_to_many_an_answer_goes_at_once()
    {
        var many = Enumerable.Range(0, 60).Count(i => pace.TryBegin(Send($"a:{i}", "t"), toMany: true, out _) is not null);
        var answers = Enumerable.Range(100, 60).Count(i => pace.TryBegin(Send($"a:{i}", "t"), toMany: false, out _) is not null);

        Assert.Equal((40, 10), (many, answers));
    }

    [Fact]
    public void A_call_ends_where_it_began_though_its_tenant_became_known_meanwhile()
    {
        var unknown = Enumerable.Range(0, 50).Select(i => pace.TryBegin(AskMembers($"a:{i}", null), toMany: false, out _)!).ToList();
        var known = Enumerable.Range(0, 50).Select(i => Begin($"a:{i}", "t", out _)!).ToList();
        foreach (var slot in unknown.Concat(known))
            pace.End(slot, null);
        time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(50, Enumerable.Range(100, 60).Count(i => pace.TryBegin(AskMembers($"a:{i}", null), toMany: false, out _) is not null));
        Assert.Equal(50, Enumerable.Range(200, 110).Count(i => Begin($"a:{i}", "t", out _) is not null));
    }

    [Fact]
    public void Whose_conversation_it_is_stays_known_while_anything_of_it_is_counted()
    {
        pace.End(pace.TryBegin(AskMembers("a:Sanne", "t"), toMany: false, out _)!, null);
        time.Advance(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(1));
        pace.End(Begin("a:Sanne", "t", out _)!, null);
        // So many others that what is over is forgotten: what Sanne's chat was asked about its members an hour ago.
        for (var i = 0; i < 1200; i++)
            pace.End(Begin($"b:{i}", $"t{i}", out _)!, null);
        Assert.Equal(49, Enumerable.Range(0, 60).Count(i => Begin($"c:{i}", "t", out _) is not null));

        Assert.Null(pace.TryBegin(AskMembers("a:Sanne", null), toMany: false, out _));
    }

    private static PacedCall Send(string conversation, string? tenant) => new(conversation, tenant, IsAboutMembers: false, IsPartOfStream: false);

    private static PacedCall AskMembers(string conversation, string? tenant) => new(conversation, tenant, IsAboutMembers: true, IsPartOfStream: false);

    private SendingSlot? Begin(string conversation, string tenant, out TimeSpan wait) => pace.TryBegin(Send(conversation, tenant), toMany: false, out wait);
}
