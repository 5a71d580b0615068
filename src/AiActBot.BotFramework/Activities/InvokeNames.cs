namespace AiActBot.BotFramework.Activities;

/// <summary>Names of invokes that Teams sends. An unknown name is answered with 501.</summary>
public static class InvokeNames
{
    public const string AdaptiveCardAction = "adaptiveCard/action";
    public const string Search = "application/search";
    public const string FileConsent = "fileConsent/invoke";
    public const string TaskFetch = "task/fetch";
    public const string TaskSubmit = "task/submit";
    public const string SignInTokenExchange = "signin/tokenExchange";
    public const string SignInVerifyState = "signin/verifyState";
    public const string SignInFailure = "signin/failure";
    public const string ComposeExtensionQuery = "composeExtension/query";
    public const string ComposeExtensionQueryLink = "composeExtension/queryLink";
    public const string ComposeExtensionAnonymousQueryLink = "composeExtension/anonymousQueryLink";
    public const string ComposeExtensionFetchTask = "composeExtension/fetchTask";
    public const string ComposeExtensionSubmitAction = "composeExtension/submitAction";
    public const string ComposeExtensionSelectItem = "composeExtension/selectItem";
    public const string ComposeExtensionSetting = "composeExtension/setting";
    public const string ComposeExtensionQuerySettingUrl = "composeExtension/querySettingUrl";
    public const string ComposeExtensionCardButtonClicked = "composeExtension/onCardButtonClicked";

    /// <summary>Asks for the dialog behind a custom feedback button.</summary>
    public const string MessageFetchTask = "message/fetchTask";

    /// <summary>Brings feedback on a message; see <see cref="FeedbackInvokeValue"/>.</summary>
    public const string MessageSubmitAction = "message/submitAction";
}

/// <summary>Names of events that Teams sends.</summary>
public static class EventNames
{
    public const string ReadReceipt = "application/vnd.microsoft.readReceipt";
    public const string MeetingStart = "application/vnd.microsoft.meetingStart";
    public const string MeetingEnd = "application/vnd.microsoft.meetingEnd";
    public const string MeetingParticipantJoin = "application/vnd.microsoft.meetingParticipantJoin";
    public const string MeetingParticipantLeave = "application/vnd.microsoft.meetingParticipantLeave";
}

/// <summary>The <c>channelData.eventType</c> of conversationUpdate, messageUpdate and messageDelete.</summary>
public static class TeamsEventTypes
{
    public const string ChannelCreated = "channelCreated";
    public const string ChannelDeleted = "channelDeleted";
    public const string ChannelRenamed = "channelRenamed";
    public const string ChannelRestored = "channelRestored";
    public const string ChannelShared = "channelShared";
    public const string ChannelUnshared = "channelUnshared";
    public const string TeamMemberAdded = "teamMemberAdded";
    public const string TeamMemberRemoved = "teamMemberRemoved";
    public const string TeamArchived = "teamArchived";
    public const string TeamUnarchived = "teamUnarchived";
    public const string TeamDeleted = "teamDeleted";
    public const string TeamRenamed = "teamRenamed";
    public const string TeamRestored = "teamRestored";
    public const string EditMessage = "editMessage";
    public const string UndeleteMessage = "undeleteMessage";
    public const string SoftDeleteMessage = "softDeleteMessage";
}
