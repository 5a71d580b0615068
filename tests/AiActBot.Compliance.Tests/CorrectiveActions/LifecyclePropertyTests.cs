using AiActBot.Compliance.CorrectiveActions;
using static AiActBot.Compliance.CorrectiveActions.CorrectiveActionStatus;

namespace AiActBot.Compliance.Tests.CorrectiveActions;

public sealed class LifecyclePropertyTests
{
    private const int Sequences = 10_000;

    [Fact]
    public void Nothing_is_carried_out_without_enough_votes_of_people_who_did_not_propose_it()
    {
        var random = new Random(20261122);
        var accepted = 0;
        var carriedOut = 0;
        var closed = 0;
        for (var sequence = 0; sequence < Sequences; sequence++)
        {
            var people = Enumerable.Range(0, 6).Select(_ => PersonId.New()).ToArray();
            var facts = NewCase(random, people);
            for (var step = 0; step < 40; step++)
            {
                facts = facts with { AsOf = facts.AsOf.AddHours(random.Next(0, 3)) };
                var actor = random.Next(12) == 0 ? Actor.Clock : new Actor(Pick(random, people), random.Next(2) == 0);
                // Half of the walk tries anything; the other half what is offered, or it would rarely get far.
                var offered = CorrectiveActionLifecycle.Possible(facts, actor);
                var trigger = Pick(random, offered.Count == 0 || random.Next(2) == 0 ? Enum.GetValues<Trigger>() : offered);
                var statement = new Statement(
                    random.Next(4) == 0 ? null : "A reason.",
                    new Delegation(actor.Person, Pick(random, people), facts.AsOf, facts.AsOf.AddHours(random.Next(-5, 50))));

                if (CorrectiveActionLifecycle.Decide(facts, trigger, actor, statement) is not Decision.Accepted decision)
                    continue;

                var next = CorrectiveActionLifecycle.Apply(facts, trigger, actor, decision, statement);
                Check(facts, trigger, actor, next);
                accepted++;
                carriedOut += (facts.Status, next.Status) == (AwaitingApproval, CarryingOut) ? 1 : 0;
                closed += trigger == Trigger.Close ? 1 : 0;
                facts = next;
            }
        }

        // A walk that never gets anywhere would prove nothing.
        Assert.True(accepted > Sequences && carriedOut > 500 && closed > 50, $"{accepted} accepted, {carriedOut} carried out, {closed} closed");
    }

    private static CaseFacts NewCase(Random random, PersonId[] people) => new()
    {
        Status = Reported,
        AsOf = ACase.Now,
        ReportedBy = Pick(random, people),
        Approvers = [.. people.Where(_ => random.Next(3) == 0)],
        RequiredApprovals = random.Next(1, 4),
        ApprovalExpiresAt = random.Next(3) == 0 ? ACase.Now.AddHours(random.Next(200)) : null,
        Notices = random.Next(2) == 0 ? [] : [new SentNotice("A distributor", random.Next(2) == 0)],
    };

    private static void Check(CaseFacts before, Trigger trigger, Actor actor, CaseFacts after)
    {
        if (trigger is Trigger.Approve or Trigger.SendBack)
        {
            Assert.DoesNotContain(actor.Person, before.Proposers);
            Assert.True(before.Approvers.Contains(actor.Person)
                || before.Delegations.Any(given => given.Delegate == actor.Person && given.IsActive(before.AsOf) && before.Approvers.Contains(given.Approver)));
        }

        if (after.Status == CarryingOut && before.Status != Verifying)
        {
            Assert.Equal((AwaitingApproval, Trigger.Approve), (before.Status, trigger));
            Assert.True(after.Approvals.Select(vote => vote.By).Distinct().Count() >= before.RequiredApprovals);
            Assert.Equal(after.Approvals.Count, after.Approvals.Select(vote => vote.InPlaceOf).Distinct().Count());
            Assert.Empty(after.Approvals.Select(vote => vote.By).Intersect(after.Proposers));
        }

        if (trigger == Trigger.Verify)
            Assert.NotEqual(before.CarriedOutBy, actor.Person);
        if (trigger == Trigger.Close)
            Assert.True(before.Verified);
    }

    private static T Pick<T>(Random random, IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
