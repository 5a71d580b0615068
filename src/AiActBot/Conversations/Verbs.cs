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
    public const string ResumeTriage = "triage/resume";
    public const string ShowAnswers = "triage/answers";
    public const string EditTriage = "triage/edit";
    public const string ChangeTriage = "triage/change";

    public const string ListSystems = "system/list";
    public const string ShowSystem = "system/show";
    public const string AddParty = "system/addParty";
    public const string ChangeParty = "system/changeParty";
    public const string RemoveParty = "system/removeParty";
    public const string ListDuties = "system/duties";
    public const string UpdateDuty = "system/updateDuty";
    public const string TriageAgain = "system/triageAgain";
    public const string ShowHistory = "system/history";

    public const string StartReport = "case/start";
    public const string Report = "case/report";
    public const string ListCases = "case/list";
    public const string ShowCase = "case/show";
    public const string Approve = "case/approve";
    public const string SendBack = "case/sendBack";
    public const string Resubmit = "case/resubmit";
    public const string CarriedOut = "case/carriedOut";
    public const string Close = "case/close";
    public const string Assess = "case/assess";
    public const string SaveAssessedCase = "case/assessed";
    public const string Dismiss = "case/dismiss";
    public const string TakeBack = "case/takeBack";
    public const string Ineffective = "case/ineffective";
    public const string Reopen = "case/reopen";
    public const string ShowDuties = "case/duties";
    public const string ShowAttachments = "case/attachments";
    public const string DelegateApproval = "case/delegate";
    public const string SetAbsence = "absence/set";
    public const string EndAbsence = "absence/end";
    public const string ReadTexts = "case/texts";
    public const string ReadRecipients = "case/recipients";
    public const string ListNotices = "notice/list";
    public const string EditNotice = "notice/edit";
    public const string SaveNotice = "notice/save";
    public const string RetryNotice = "notice/retry";
    public const string ConfirmFiling = "filing/confirm";
    public const string Acknowledge = "notice/acknowledge";

    public const string AskTeam = "question/askTeam";
    public const string AnswerForTeam = "question/answer";
    public const string QuestionReport = "question/report";
}
