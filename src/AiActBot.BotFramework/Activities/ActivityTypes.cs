namespace AiActBot.BotFramework.Activities;

/// <summary>The activity types a channel sends or takes. An unknown type is not an error: it is answered with 200.</summary>
public static class ActivityTypes
{
    public const string Message = "message";
    public const string MessageUpdate = "messageUpdate";
    public const string MessageDelete = "messageDelete";
    public const string MessageReaction = "messageReaction";
    public const string Typing = "typing";
    public const string ConversationUpdate = "conversationUpdate";
    public const string InstallationUpdate = "installationUpdate";
    public const string Event = "event";
    public const string EndOfConversation = "endOfConversation";

    /// <summary>The one type whose HTTP response is the answer, so it cannot wait in a queue.</summary>
    public const string Invoke = "invoke";
}

/// <summary>The <see cref="Activity.Action"/> of an installationUpdate.</summary>
public static class InstallationActions
{
    public const string Add = "add";
    public const string Remove = "remove";
    public const string AddUpgrade = "add-upgrade";
    public const string RemoveUpgrade = "remove-upgrade";
}

/// <summary>The channels this bot speaks to.</summary>
public static class ChannelIds
{
    public const string Teams = "msteams";
    public const string Emulator = "emulator";
    public const string WebChat = "webchat";
    public const string DirectLine = "directline";
}

/// <summary>The <see cref="ConversationAccount.ConversationType"/> in Teams.</summary>
public static class ConversationTypes
{
    public const string Personal = "personal";
    public const string GroupChat = "groupChat";
    public const string Channel = "channel";
}
