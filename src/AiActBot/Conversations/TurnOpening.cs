using AiActBot.BotFramework.Activities;
using AiActBot.Compliance;
using AiActBot.Hosting;
using AiActBot.Storage;
using Microsoft.Extensions.Options;

namespace AiActBot.Conversations;

/// <summary>Finds, or meets, the person and the conversation of an activity.</summary>
internal sealed class TurnOpening(AiActBotDbContext db, SenderLookup lookup, TimeProvider time, IOptions<OrganisationOptions> organisation)
{
    /// <returns>The turn, or null when the activity names no person, conversation or tenant to speak to, or no bot to speak as.</returns>
    public async Task<Turn?> OpenAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (!ConversationReference.TryFrom(activity, out var reference)
            || reference is not { TenantId: { Length: > 0 } tenantId, UserId: { Length: > 0 } userId, BotId: { Length: > 0 } botId })
        {
            return null;
        }

        var now = time.GetUtcNow();
        if (IdentityOf(reference.UserAadObjectId, userId) is not { } identity)
            return null;
        var person = await FindPersonAsync(activity, tenantId, userId, identity, now, cancellationToken);
        var conversation = await FindConversationAsync(reference, tenantId, botId, person, cancellationToken);
        return new Turn { Db = db, Activity = activity, Person = person, Conversation = conversation, Now = now };
    }

    /// <summary>
    /// The directory object, always written alike. Where there is none the channel's own id stands in, as long as it cannot
    /// be taken for the directory object of somebody else.
    /// </summary>
    internal static string? IdentityOf(string? aadObjectId, string userId) => aadObjectId switch
    {
        { Length: > 0 } => Guid.TryParse(aadObjectId, out var id) ? id.ToString() : aadObjectId,
        _ => Guid.TryParse(userId, out _) ? null : userId,
    };

    private async Task<Person> FindPersonAsync(
        Activity activity, string tenantId, string userId, string aadObjectId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var person = await lookup.PersonAsync(db, tenantId, aadObjectId, cancellationToken);
        if (person is null)
        {
            person = new Person
            {
                Id = PersonId.New(),
                TenantId = tenantId,
                AadObjectId = aadObjectId,
                UserId = userId,
                DisplayName = WrittenText.Name(activity.From?.Name),
                Language = organisation.Value.DefaultLanguage,
                FirstSeen = now,
            };
            db.People.Add(person);
        }

        person.UserId = userId;
        if (!string.IsNullOrWhiteSpace(activity.From?.Name))
            person.DisplayName = WrittenText.Name(activity.From.Name);
        if (!person.LanguageChosen && LanguageOf(activity) is { } language)
            person.Language = language;
        if ((activity.LocalTimezone ?? ClientInfo.Of(activity)?.TimeZone) is { Length: > 0 and <= 60 } zone && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
            person.TimeZone = zone;
        return person;
    }

    private async Task<Conversation> FindConversationAsync(
        ConversationReference reference, string tenantId, string botId, Person person, CancellationToken cancellationToken)
    {
        var id = reference.ConversationIdWithoutThread;
        var conversation = await lookup.ConversationAsync(db, reference.ChannelId, id, cancellationToken);
        if (conversation is null)
        {
            var type = reference.ConversationType ?? Conversation.PersonalType;
            conversation = new Conversation
            {
                Id = Guid.CreateVersion7(),
                ChannelId = reference.ChannelId,
                ConversationId = id,
                TenantId = tenantId,
                Type = type,
                ServiceUrl = reference.ServiceUrl,
                BotId = botId,
                PersonId = type == Conversation.PersonalType ? person.Id : null,
            };
            db.Conversations.Add(conversation);
        }

        conversation.ServiceUrl = reference.ServiceUrl;
        conversation.BotId = botId;
        return conversation;
    }

    internal static Language? LanguageOf(Activity activity) => (ClientInfo.Of(activity)?.Locale ?? activity.Locale) switch
    {
        { } locale when locale.StartsWith("nl", StringComparison.OrdinalIgnoreCase) => Language.Dutch,
        { Length: > 0 } => Language.English,
        _ => null,
    };
}
