using System.Text.Json.Nodes;

namespace AiActBot.LocalChat.Mailbox;

/// <summary>The mailbox that the page shows for each person.</summary>
internal static class MailboxEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("people/{key}/mails", List);
        api.MapPost("people/{key}/mails/{file}/read", MarkRead);
    }

    static IResult List(string key, MailFolder mails, LocalTranscript transcript)
    {
        if (LocalPeople.ByKey(key) is not { } person)
            return Results.NotFound();
        var read = transcript.MailsRead();
        return Results.Json(new JsonArray([.. mails.For(person).Select(mail => (JsonNode)new JsonObject
        {
            ["id"] = mail.File,
            ["from"] = mail.Content.From,
            ["to"] = mail.Content.To,
            ["subject"] = mail.Content.Subject,
            ["received"] = mail.Received.ToString("O"),
            ["text"] = mail.Content.Text,
            ["attachments"] = new JsonArray([.. mail.Content.Attachments.Select(name => (JsonNode)name)]),
            ["read"] = read.Contains(mail.File),
        })]));
    }

    static IResult MarkRead(string key, string file, MailFolder mails)
    {
        if (LocalPeople.ByKey(key) is not { } person || mails.For(person).All(mail => mail.File != file))
            return Results.NotFound();
        mails.MarkRead(person, file);
        return Results.NoContent();
    }
}
