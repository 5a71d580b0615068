using AiActBot.BotFramework.Activities;
using AiActBot.BotFramework.Connector;
using AiActBot.Compliance;

namespace AiActBot.Conversations;

/// <summary>
/// Tells a person in their personal chat that an answer is being written. Nothing of the answer is streamed before the turn is saved; what
/// was saved ends the stream. When the channel takes no stream, there is none, and the answer comes as a plain message.
/// </summary>
internal sealed class AnswerStream([FromKeyedServices(ConnectorClients.OneAttempt)] IConnectorClient connector)
{
    private static readonly Bilingual LookingItUp = new(
        "Ik heb de passages gevonden en schrijf een antwoord…", "I have found the passages and am writing an answer…");

    /// <summary>Streams exist in personal chats only: elsewhere the channel fails them, some without a word.</summary>
    public async Task StartAsync(Turn turn, Language language, CancellationToken cancellationToken)
    {
        if (!turn.Conversation.IsPersonal || turn.StreamId is not null)
            return;
        var typing = new Activity
        {
            Type = ActivityTypes.Typing,
            Text = LookingItUp.In(language),
            Entities = [StreamInfo.Informative(1).ToEntity()],
            From = new ChannelAccount { Id = turn.Conversation.BotId },
            Conversation = new ConversationAccount { Id = turn.Conversation.ConversationId, TenantId = turn.Conversation.TenantId },
        };
        var outcome = await connector.SendAsync(
            new Uri(turn.Conversation.ServiceUrl), turn.Conversation.ConversationId, typing, cancellationToken);
        if (outcome is ConnectorOutcome<ResourceResponse>.Delivered({ Id: { Length: > 0 } streamId }))
            turn.StreamId = streamId;
    }

    /// <summary>The saved answer as the last part of its stream.</summary>
    public static Activity End(Activity answer, string streamId)
    {
        answer.Entities = [.. answer.Entities ?? [], StreamInfo.Final(streamId).ToEntity()];
        return answer;
    }

    /// <summary>The same answer as a message by itself.</summary>
    public static Activity Apart(Activity answer)
    {
        answer.Entities = [.. (answer.Entities ?? []).Where(entity => !entity.IsOfType(EntityTypes.StreamInfo))];
        return answer;
    }

    /// <summary>The person pressed stop, or the answer got there before a crash. The refusals differ in their words only.</summary>
    public static bool IsOver(ConnectorFailure failure) =>
        failure is { Status: 403, Message: { } words }
        && (words.Contains("canceled by user", StringComparison.OrdinalIgnoreCase) || words.Contains("already completed", StringComparison.OrdinalIgnoreCase));
}
