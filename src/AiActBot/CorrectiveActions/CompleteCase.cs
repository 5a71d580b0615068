using AiActBot.BotFramework.Cards;
using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Conversations;

namespace AiActBot.CorrectiveActions;

/// <summary>The last steps: the action was carried out, somebody else confirms that it works, the case closes.</summary>
internal sealed class CompleteCase(CaseFiles files, CaseCards cards)
{
    public async Task CarriedOutAsync(Turn turn, CardData data, CancellationToken cancellationToken)
    {
        if (await files.FindForAsync(turn, data, cancellationToken) is not { } file)
            return;
        data.TryGetText(CaseCard.Comment, CaseMapping.TextLength, out var remark);
        var done = ActionSteps.For(file.Case.Kind).Select(step => step.Id).Intersect(data.Choices(CaseActions.Steps)).ToList();
        var facts = file.FactsAt(turn.Now) with
        {
            OpenSteps = [.. ActionSteps.For(file.Case.Kind).Where(step => !done.Contains(step.Id)).Select(step => step.What)],
        };
        switch (CorrectiveActionLifecycle.Decide(facts, Trigger.CarryOut, file.ActorOf(turn.Person), new Statement(remark)))
        {
            case Decision.Refused(var refusal):
                turn.Refuse(refusal.Text);
                return;
            case Decision.Accepted(var next):
                file.Case.Status = next;
                file.Case.CarriedOutBy = turn.Person.Id;
                file.Case.StepsDone = done;
                file.Case.Remark = remark ?? file.Case.Remark;
                turn.Record("case.carriedOut", $"case:{file.Case.Id}", ("steps", string.Join(",", done)));
                await ShowAsync(turn, file, cancellationToken);
                break;
        }
    }

    /// <summary>Confirms that the action works and closes the case; with a reason where notices are not acknowledged.</summary>
    public async Task CloseAsync(Turn turn, CardData data, CancellationToken cancellationToken)
    {
        if (await files.FindForAsync(turn, data, cancellationToken) is not { } file)
            return;
        var actor = file.ActorOf(turn.Person);
        data.TryGetText(CaseCard.Comment, CaseMapping.TextLength, out var reason);
        var facts = file.FactsAt(turn.Now);
        if (!facts.Verified && CorrectiveActionLifecycle.Decide(facts, Trigger.Verify, actor) is Decision.Refused(var notVerified))
        {
            turn.Refuse(notVerified.Text);
            return;
        }

        switch (CorrectiveActionLifecycle.Decide(facts with { Verified = true }, Trigger.Close, actor, new Statement(reason)))
        {
            case Decision.Refused(var refusal):
                turn.Refuse(refusal.Text);
                return;
            case Decision.Accepted(var next):
                file.Case.Status = next;
                file.Case.VerifiedBy ??= turn.Person.Id;
                file.Case.ClosedAt = turn.Now;
                file.Case.ClosingReason = reason;
                turn.Record("case.closed", $"case:{file.Case.Id}", ("withReason", reason is null ? "no" : "yes"));
                await ShowAsync(turn, file, cancellationToken);
                break;
        }
    }

    private async Task ShowAsync(Turn turn, CaseFile file, CancellationToken cancellationToken)
    {
        await cards.ShowEverybodyAsync(file, turn.Now, cancellationToken);
        turn.Replace(cards.For(file, turn.Person), turn.In(CaseTexts.Summary(file)));
    }
}
