namespace AiActBot.Conversations;

/// <summary>What the buttons of our cards ask for. A card in an old conversation keeps its verb for years: do not reuse one.</summary>
internal static class Verbs
{
    public const string Help = "help";

    public const string StartTriage = "triage/start";
    public const string BeginTriage = "triage/begin";
    public const string AnswerTriage = "triage/answer";
    public const string BackInTriage = "triage/back";
    public const string CancelTriage = "triage/cancel";
    public const string SaveTriage = "triage/save";

    public const string ListSystems = "system/list";
    public const string ShowSystem = "system/show";
    public const string AddParty = "system/addParty";

    public const string StartReport = "case/start";
    public const string Report = "case/report";
    public const string ListCases = "case/list";
    public const string ShowCase = "case/show";
    public const string Approve = "case/approve";
    public const string SendBack = "case/sendBack";
    public const string Resubmit = "case/resubmit";
    public const string CarriedOut = "case/carriedOut";
    public const string Close = "case/close";
    public const string Acknowledge = "notice/acknowledge";

    public const string AskTeam = "question/askTeam";
    public const string AnswerForTeam = "question/answer";
    public const string QuestionReport = "question/report";
}
