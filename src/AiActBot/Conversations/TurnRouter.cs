using AiActBot.AiSystems;
using AiActBot.Assistant.Chat;
using AiActBot.Assistant.Report;
using AiActBot.BotFramework.Activities;
using AiActBot.BotFramework.Cards;
using AiActBot.Compliance;
using AiActBot.CorrectiveActions;
using AiActBot.CorrectiveActions.Attachments;
using AiActBot.Triage;

namespace AiActBot.Conversations;

/// <summary>From an activity to the capability that handles it. Everything that the bot reacts to stands here.</summary>
internal sealed class TurnRouter(IServiceProvider services, ILogger<TurnRouter> log)
{
    /// <summary>Longest message that is read, in characters; what is longer is no question.</summary>
    internal const int LongestMessage = 4000;

    /// <summary>Whether there is an answer to an invoke of this name; asked before anything is stored for it.</summary>
    public static bool Knows(Activity invoke) => invoke.Name is
        InvokeNames.AdaptiveCardAction or InvokeNames.MessageSubmitAction or InvokeNames.ComposeExtensionQuery;

    /// <summary>Whether handling it is a matter of a moment: it asks no language model and streams nothing.</summary>
    public static bool WaitsForNobody(Activity activity) => activity switch
    {
        { Type: ActivityTypes.InstallationUpdate or ActivityTypes.ConversationUpdate } => true,
        { Type: ActivityTypes.Message, Value: null } => Commands.Read(activity.TextWithoutOwnMention()) != Command.Question,
        _ => false,
    };

    /// <summary>Opens the turn and lets its capability handle it; nothing is saved or sent.</summary>
    /// <returns>Null when there is nobody to answer to.</returns>
    public async Task<Turn?> HandleAsync(Activity activity, CancellationToken cancellationToken)
    {
        var turn = await Use<TurnOpening>().OpenAsync(activity, cancellationToken);
        if (turn is not null)
            await RouteAsync(turn, cancellationToken);
        return turn;
    }

    private Task RouteAsync(Turn turn, CancellationToken cancellationToken) => turn.Activity switch
    {
        { Type: ActivityTypes.Message } => OnMessageAsync(turn, cancellationToken),
        { Type: ActivityTypes.MessageUpdate } => Use<ChangedMessage>().EditedAsync(turn, cancellationToken),
        { Type: ActivityTypes.MessageDelete } => Use<ChangedMessage>().DeletedAsync(turn, cancellationToken),
        { Type: ActivityTypes.Invoke, Name: InvokeNames.AdaptiveCardAction } => OnExecuteAsync(turn, cancellationToken),
        { Type: ActivityTypes.Invoke, Name: InvokeNames.MessageSubmitAction } => Use<AnswerFeedback>().KeepAsync(turn, cancellationToken),
        { Type: ActivityTypes.Invoke } => OnUnknownInvoke(turn),
        { Type: ActivityTypes.InstallationUpdate or ActivityTypes.ConversationUpdate } => OnInstallation(turn),
        _ => NothingHandles(turn),
    };

    private Task OnTextAsync(Turn turn, CancellationToken cancellationToken)
    {
        Installation.Spoke(turn);
        var text = turn.Text;
        var hasFile = ShowAttachments.IsSent(turn.Activity);
        if (text.Length == 0)
            return Say(turn, hasFile ? AttachmentTexts.SentInChat : Texts.NothingToRead);
        if (text.Length > LongestMessage)
            return Say(turn, Texts.TooLong);
        if (hasFile)
            turn.Say(AttachmentTexts.SentInChat);
        return Commands.Read(text) switch
        {
            Command.Help => Done(() => Help.Show(turn, Use<ComplianceTeam>().Includes(turn.Person))),
            Command.Dutch => Done(() => LanguageChoice.Choose(turn, Language.Dutch)),
            Command.English => Done(() => LanguageChoice.Choose(turn, Language.English)),
            Command.Triage => Use<TriageInterview>().StartAsync(turn, cancellationToken),
            Command.Systems => Use<SystemRegister>().ListAsync(turn, cancellationToken),
            Command.Report => Use<ReportNonConformity>().ShowFormAsync(turn, cancellationToken),
            Command.Cases => Use<CaseOverview>().ListAsync(turn, cancellationToken),
            Command.Stuck => Use<StuckNotices>().ListAsync(turn, cancellationToken),
            Command.Away => Use<Absence>().ShowAsync(turn, cancellationToken),
            Command.QuestionReport => Use<ShowQuestionReport>().ShowAsync(turn, cancellationToken),
            _ when ShowProvision.Read(text) is var (provision, language) => Use<ShowProvision>().ShowAsync(turn, provision, language, cancellationToken),
            _ => Use<AnswerQuestion>().AnswerAsync(turn, cancellationToken),
        };
    }

    /// <summary>A card's <c>Action.Execute</c>: the client waits for the card that takes its place.</summary>
    private Task OnExecuteAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (!AdaptiveCardInvokeValue.TryRead(turn.Activity.Value, out var invoke))
            return Done(turn.RefuseAsMalformed);
        return OnCardAsync(turn, invoke.Action.Verb, CardData.Read(invoke.Action.Data), cancellationToken);
    }

    /// <summary>A card's <c>Action.Submit</c>, from clients that know no other, is a message with a value: the same checks,
    /// the same handlers.</summary>
    private Task OnMessageAsync(Turn turn, CancellationToken cancellationToken)
    {
        var data = CardData.Read(turn.Activity.Value);
        if (data.Verb is { } verb)
            return OnCardAsync(turn, verb, data, cancellationToken);
        return turn.Activity.Value is not null && turn.Text.Length == 0
            ? Done(turn.RefuseAsMalformed)
            : OnTextAsync(turn, cancellationToken);
    }

    private Task OnCardAsync(Turn turn, string verb, CardData data, CancellationToken cancellationToken) => verb switch
    {
        Verbs.Help => Done(() => Help.Show(turn, Use<ComplianceTeam>().Includes(turn.Person))),
        Verbs.StartTriage => Use<TriageInterview>().StartAsync(turn, cancellationToken),
        Verbs.BeginTriage => Use<TriageInterview>().BeginAsync(turn, data, cancellationToken),
        Verbs.AnswerTriage => Use<TriageInterview>().AnswerAsync(turn, data, cancellationToken),
        Verbs.BackInTriage => Use<TriageInterview>().BackAsync(turn, data, cancellationToken),
        Verbs.CancelTriage => Use<TriageInterview>().CancelAsync(turn, data, cancellationToken),
        Verbs.ResumeTriage => Use<TriageInterview>().ResumeAsync(turn, data, cancellationToken),
        Verbs.ShowAnswers => Use<ChangeAnswer>().ShowAsync(turn, data, cancellationToken),
        Verbs.EditTriage => Use<ChangeAnswer>().EditAsync(turn, data, cancellationToken),
        Verbs.ChangeTriage => Use<ChangeAnswer>().ChangeAsync(turn, data, cancellationToken),
        Verbs.SaveTriage => Use<SaveAssessment>().HandleAsync(turn, data, cancellationToken),
        Verbs.ListSystems => Use<SystemRegister>().FilterAsync(turn, data, cancellationToken),
        Verbs.ShowSystem => Use<SystemRegister>().ShowAsync(turn, data, cancellationToken),
        Verbs.AddParty => Use<AddParty>().HandleAsync(turn, data, cancellationToken),
        Verbs.ChangeParty => Use<EditParty>().ChangeAsync(turn, data, cancellationToken),
        Verbs.RemoveParty => Use<EditParty>().RemoveAsync(turn, data, cancellationToken),
        Verbs.ListDuties => Use<DutyOverview>().ShowAsync(turn, data, cancellationToken),
        Verbs.UpdateDuty => Use<UpdateDuty>().HandleAsync(turn, data, cancellationToken),
        Verbs.TriageAgain => Use<TriageAgain>().HandleAsync(turn, data, cancellationToken),
        Verbs.ShowHistory => Use<SystemHistory>().ShowAsync(turn, data, cancellationToken),
        Verbs.StartReport => Use<ReportNonConformity>().ShowFormAsync(turn, cancellationToken),
        Verbs.Report => Use<ReportNonConformity>().HandleAsync(turn, data, cancellationToken),
        Verbs.ListCases => Use<CaseOverview>().ListAsync(turn, cancellationToken),
        Verbs.ShowCase => Use<CaseOverview>().ShowAsync(turn, data, cancellationToken),
        Verbs.Approve => Use<DecideApproval>().ApproveAsync(turn, data, cancellationToken),
        Verbs.SendBack => Use<DecideApproval>().SendBackAsync(turn, data, cancellationToken),
        Verbs.Resubmit => Use<ResubmitCase>().HandleAsync(turn, data, cancellationToken),
        Verbs.CarriedOut => Use<CompleteCase>().CarriedOutAsync(turn, data, cancellationToken),
        Verbs.Close => Use<CompleteCase>().CloseAsync(turn, data, cancellationToken),
        Verbs.Assess => Use<AssessCase>().ShowAsync(turn, data, cancellationToken),
        Verbs.SaveAssessedCase => Use<AssessCase>().SaveAsync(turn, data, cancellationToken),
        Verbs.Dismiss => Use<MoveCase>().DismissAsync(turn, data, cancellationToken),
        Verbs.TakeBack => Use<MoveCase>().TakeBackAsync(turn, data, cancellationToken),
        Verbs.Ineffective => Use<MoveCase>().FindIneffectiveAsync(turn, data, cancellationToken),
        Verbs.Reopen => Use<MoveCase>().ReopenAsync(turn, data, cancellationToken),
        Verbs.ShowAttachments => Use<ShowAttachments>().HandleAsync(turn, data, cancellationToken),
        Verbs.ShowDuties => Use<ShowDuties>().HandleAsync(turn, data, cancellationToken),
        Verbs.DelegateApproval => Use<DelegateApproval>().HandleAsync(turn, data, cancellationToken),
        Verbs.SetAbsence => Use<Absence>().SetAsync(turn, data, cancellationToken),
        Verbs.EndAbsence => Use<Absence>().EndAsync(turn, cancellationToken),
        Verbs.ReadTexts => Use<ReadTexts>().HandleAsync(turn, data, cancellationToken),
        Verbs.ReadRecipients => Use<ReadRecipients>().HandleAsync(turn, data, cancellationToken),
        Verbs.ListNotices => Use<EditNotices>().ListAsync(turn, data, cancellationToken),
        Verbs.EditNotice => Use<EditNotices>().ShowAsync(turn, data, cancellationToken),
        Verbs.SaveNotice => Use<EditNotices>().SaveAsync(turn, data, cancellationToken),
        Verbs.RetryNotice => Use<StuckNotices>().RetryAsync(turn, data, cancellationToken),
        Verbs.ConfirmFiling => Use<ConfirmFiling>().HandleAsync(turn, data, cancellationToken),
        Verbs.Acknowledge => Use<AcknowledgeNotice>().ByButtonAsync(turn, data, cancellationToken),
        Verbs.AskTeam => Use<AskTheTeam>().AskAsync(turn, data, cancellationToken),
        Verbs.QuestionReport => Use<ShowQuestionReport>().ShowAsync(turn, data, cancellationToken),
        Verbs.AnswerForTeam => Use<AskTheTeam>().AnswerAsync(turn, data, cancellationToken),
        _ => Done(turn.RefuseAsMalformed),
    };

    private static Task OnInstallation(Turn turn) => Done(() => Installation.Handle(turn));

    private static Task OnUnknownInvoke(Turn turn) => Done(() => turn.IsUnknownInvoke = true);

    private Task NothingHandles(Turn turn) => Done(() => Log.NothingHandles(log, turn.Activity.Type));

    private T Use<T>()
        where T : notnull => services.GetRequiredService<T>();

    private static Task Say(Turn turn, Bilingual text) => Done(() => turn.Say(text));

    private static Task Done(Action handle)
    {
        handle();
        return Task.CompletedTask;
    }
}
