using AiActBot.Compliance.CorrectiveActions;

namespace AiActBot.Compliance.Tests.CorrectiveActions;

/// <summary>What the lifecycle answers, as a test expects it.</summary>
internal static class Decided
{
    public static Decision.Accepted Accepted(CaseFacts facts, Trigger trigger, Actor actor, Statement? statement = null) =>
        Assert.IsType<Decision.Accepted>(CorrectiveActionLifecycle.Decide(facts, trigger, actor, statement));

    public static RefusalCode Refused(CaseFacts facts, Trigger trigger, Actor actor, Statement? statement = null) =>
        Assert.IsType<Decision.Refused>(CorrectiveActionLifecycle.Decide(facts, trigger, actor, statement)).Refusal.Code;
}
