namespace AiActBot.Compliance.CorrectiveActions;

/// <summary>Whether a duty of a case applies on a day already.</summary>
public enum DutyApplies
{
    Now,

    /// <summary>By one reading now, by another later: the question is open and is named.</summary>
    OpenQuestion,

    /// <summary>Only where the condition holds that Article 111 sets for what was there before; the date names it.</summary>
    OnCondition,

    Later,
}

/// <summary>Which duties of a case apply on which date (Article 113, and Article 111 for what was there before).</summary>
public static class DutyDates
{
    public static (DutyApplies Applies, ApplicationDate Date) On(DateOnly day, ArticleReference provision, RiskBasis basis, MarketHistory? history = null)
    {
        var date = ApplicationDates.For(provision, basis, history);
        return (date switch
        {
            _ when day < date.From => DutyApplies.Later,
            { Condition: not null } => DutyApplies.OnCondition,
            { AlternativeFrom: { } other } when day < other => DutyApplies.OpenQuestion,
            _ => DutyApplies.Now,
        }, date);
    }
}
