using System.Text.Json;
using AiActBot.BotFramework.Activities;
using AiActBot.BotFramework.Cards;
using AiActBot.Compliance;
using AiActBot.Conversations.Sending;
using AiActBot.Storage;
using AiActBot.Storage.Audit;

namespace AiActBot.Conversations;

/// <summary>
/// One activity being handled. A handler loads, decides and changes entities of <see cref="Db"/>, and says what is to be
/// said; the turn is saved once, afterwards, and only then is anything sent.
/// </summary>
public sealed class Turn
{
    private readonly List<Reply> replies = [];

    public required AiActBotDbContext Db { get; init; }

    public required Activity Activity { get; init; }

    public required Person Person { get; init; }

    public required Conversation Conversation { get; init; }

    /// <summary>The moment of this turn; the same everywhere in it.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The person's language, in which everything is said to them.</summary>
    public Language Language => Person.Language;

    /// <summary>What the person wrote, without the mention of the bot.</summary>
    public string Text => Activity.TextWithoutOwnMention();

    internal IReadOnlyList<Reply> Replies => replies;

    /// <summary>The stream that is open in the chat for the answer of this turn, or null.</summary>
    internal string? StreamId { get; set; }

    /// <summary>No capability knows an invoke of this name.</summary>
    internal bool IsUnknownInvoke { get; set; }

    /// <summary>The answer to an invoke of a card, when one was given.</summary>
    internal AdaptiveCardInvokeResponse? Response
    {
        // Teams takes no empty answer to a button: it would say that something went wrong beside the new message.
        get => field ?? (IsButton && replies.Count > 0 ? AdaptiveCardInvokeResponse.Message(In(Texts.SeeBelow)) : null);
        private set;
    }

    private bool IsButton => Activity is { Type: ActivityTypes.Invoke, Name: InvokeNames.AdaptiveCardAction };

    /// <summary>Nobody but this person reads along.</summary>
    public bool IsPrivate => Conversation.IsPersonal && Conversation.PersonId == Person.Id;

    public string In(Bilingual text) => text.In(Language);

    public void Say(Bilingual text) => Say(In(text));

    public void Say(string markdown) => Send(BotFramework.Activities.Activity.Message(markdown));

    /// <param name="questionId">The asked question that this answers, so that feedback on it can be kept.</param>
    /// <param name="endsStream">Whether it is the last part of the stream that is open.</param>
    public void Send(Activity activity, Guid? questionId = null, bool endsStream = false)
    {
        var parts = LongMessages.Split(activity);
        // The first ends the stream that is on the screen; feedback is given on the last.
        replies.AddRange(parts.Select((part, index) => new Reply(part, null, index == parts.Count - 1 ? questionId : null, endsStream && index == 0 ? StreamId : null)));
    }

    /// <param name="card">A card of its own message: text and card in one activity cannot be updated later.</param>
    /// <param name="summary">What a notification and a screen reader say.</param>
    public void Show(AdaptiveCard card, string summary) => Send(BotFramework.Activities.Activity.WithAttachment(card.ToAttachment(), summary));

    /// <summary>Puts a card in the place of the one that the person acted on, in the way that the action came in.</summary>
    public void Replace(AdaptiveCard card, string summary)
    {
        if (Activity.Type == ActivityTypes.Invoke)
            Response = AdaptiveCardInvokeResponse.Card(card.ToJson());
        else if (Activity.ReplyToId is { Length: > 0 } shown)
            replies.Add(new Reply(BotFramework.Activities.Activity.WithAttachment(card.ToAttachment(), summary), shown));
        else
            Show(card, summary);
    }

    /// <summary>Says why something did not happen. The card stays as it is.</summary>
    public void Refuse(Bilingual because)
    {
        if (Activity.Type == ActivityTypes.Invoke)
            Response = AdaptiveCardInvokeResponse.Message(In(because));
        else
            Say(because);
    }

    /// <summary>What came in is not something that a card of ours sends.</summary>
    internal void RefuseAsMalformed()
    {
        var text = In(Texts.NotUnderstoodAction);
        if (Activity.Type == ActivityTypes.Invoke)
            Response = AdaptiveCardInvokeResponse.Error(400, "BadRequest", text);
        else
            Say(text);
    }

    /// <summary>Notes a state change of this turn in the audit trail.</summary>
    public void Record(string action, string subject, params (string Name, string Value)[] details) =>
        Db.Record(new AuditRecord(action, subject, Person.Id, Now, details));
}

/// <summary>Something to be said in a turn.</summary>
/// <param name="UpdatesActivityId">The earlier activity that it replaces, or null for a new one.</param>
/// <param name="QuestionId">The asked question that it answers.</param>
/// <param name="StreamId">The stream that it ends, or null.</param>
public sealed record Reply(Activity Activity, string? UpdatesActivityId, Guid? QuestionId = null, string? StreamId = null)
{
    internal static string Write(IReadOnlyList<Reply> replies) =>
        JsonSerializer.Serialize(replies, ReplyJson.Default.IReadOnlyListReply);

    internal static IReadOnlyList<Reply> Read(string json) =>
        JsonSerializer.Deserialize(json, ReplyJson.Default.IReadOnlyListReply) ?? [];
}
