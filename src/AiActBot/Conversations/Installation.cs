using AiActBot.BotFramework.Activities;
using AiActBot.Compliance;

namespace AiActBot.Conversations;

/// <summary>Keeps track of where the app is installed, and welcomes once.</summary>
internal static class Installation
{
    /// <summary>The channel announces an installation in up to three ways, or not at all; any of them will do.</summary>
    public static void Handle(Turn turn)
    {
        var activity = turn.Activity;
        if (activity.Type == ActivityTypes.InstallationUpdate)
            Track(turn, activity.Action ?? "");
        else if (StateAfter(TeamsChannelData.Read(activity.ChannelData).EventType) is { } state)
            SetState(turn, state);
        else if (IsAmong(activity.MembersRemoved, activity))
            SetState(turn, InstallState.Removed);
        else if (IsAmong(activity.MembersAdded, activity))
            SetState(turn, InstallState.Installed);
        if (turn.Conversation.Installed == InstallState.Installed && ConcernsTheBot(activity))
            WelcomeOnce(turn);
    }

    /// <summary>Whoever writes has the app, whatever was announced before.</summary>
    public static void Spoke(Turn turn) => SetState(turn, InstallState.Installed);

    private static void Track(Turn turn, string action) =>
        SetState(turn, action.StartsWith("remove", StringComparison.Ordinal) ? InstallState.Removed : InstallState.Installed);

    /// <summary>A team or channel that is gone or can only be read takes the bot's messages no more than one without the app.</summary>
    private static InstallState? StateAfter(string? eventType) => eventType switch
    {
        TeamsEventTypes.TeamDeleted or TeamsEventTypes.TeamArchived or TeamsEventTypes.ChannelDeleted => InstallState.Removed,
        TeamsEventTypes.TeamRestored or TeamsEventTypes.TeamUnarchived or TeamsEventTypes.ChannelRestored => InstallState.Installed,
        _ => null,
    };

    private static void SetState(Turn turn, InstallState state)
    {
        if (turn.Conversation.Installed == state)
            return;
        turn.Conversation.Installed = state;
        turn.Record("app." + state.ToString().ToLowerInvariant(), $"conversation:{turn.Conversation.Id}");
    }

    private static bool ConcernsTheBot(Activity activity) =>
        activity.Type == ActivityTypes.InstallationUpdate || IsAmong(activity.MembersAdded, activity);

    private static bool IsAmong(IEnumerable<ChannelAccount>? members, Activity activity) =>
        activity.Recipient?.Id is { Length: > 0 } bot && (members ?? []).Any(member => member.Id == bot);

    private static void WelcomeOnce(Turn turn)
    {
        if (turn.Conversation.WelcomedAt is not null)
            return;
        turn.Conversation.WelcomedAt = turn.Now;
        turn.Record("conversation.welcomed", $"conversation:{turn.Conversation.Id}");
        turn.Say(Welcome);
        Help.Show(turn);
    }

    private static readonly Bilingual Welcome = new(
        """
        **Welkom bij AiActBot.** Stel me in je eigen woorden een vraag over de AI-verordening; ik antwoord kort en laat zien waar het staat.

        Ik help je ook om een AI-systeem te toetsen, een afwijking te melden en maatregelen af te handelen. Wat ik zeg is geen juridisch advies.
        """,
        """
        **Welcome to AiActBot.** Ask me about the EU AI Act in your own words; I answer briefly and show where it says so.

        I also help you triage an AI system, report that one does not conform, and see corrective actions through. Nothing I say is legal advice.
        """);
}
