using System.Text.Json.Nodes;

namespace AiActBot.LocalChat.Connector;

/// <summary>Who is in a conversation. A personal chat's roster holds the person and not the bot.</summary>
internal static class LocalRoster
{
    public static ConnectorReply Members(string conversation) => LocalPeople.ByConversation(conversation) is { } person
        ? ConnectorReply.Ok(new JsonArray(Member(person, "objectId")))
        : ConnectorReply.ConversationNotFound();

    public static ConnectorReply Member(string conversation, string account)
    {
        if (LocalPeople.ByConversation(conversation) is not { } person)
            return ConnectorReply.ConversationNotFound();
        return LocalPeople.ByAccount(account) == person
            ? ConnectorReply.Ok(Member(person, "objectId"))
            : ConnectorReply.Error(StatusCodes.Status404NotFound, "MemberNotFoundInConversation", "The member is not in this conversation.");
    }

    // One person fits on one page, so there is never a continuationToken.
    public static ConnectorReply Page(string conversation) => LocalPeople.ByConversation(conversation) is { } person
        ? ConnectorReply.Ok(new JsonObject { ["members"] = new JsonArray(Member(person, "aadObjectId")) })
        : ConnectorReply.ConversationNotFound();

    // The two lists of Teams spell the Entra object id differently.
    static JsonObject Member(LocalPerson person, string objectIdName) => new()
    {
        ["id"] = person.Mri,
        ["name"] = person.Name,
        [objectIdName] = person.AadObjectId,
        ["givenName"] = person.GivenName,
        ["surname"] = person.Surname,
        ["email"] = person.Mail,
        ["userPrincipalName"] = person.Mail,
        ["tenantId"] = LocalPeople.TenantId,
        ["userRole"] = "user",
    };
}
