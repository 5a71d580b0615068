using System.Text.Json.Nodes;
using AiActBot.LocalChat.Connector;
using AiActBot.LocalChat.Mailbox;

namespace AiActBot.LocalChat.Client;

/// <summary>What the page calls: the part of Teams that a person touches.</summary>
internal static class LocalClientEndpoints
{
    public static void Map(RouteGroupBuilder group)
    {
        var api = group.MapGroup("/local/api");
        api.MapGet("people", People);
        api.MapGet("events", LocalEventStream.Open);
        MailboxEndpoints.Map(api);

        var person = api.MapGroup("people/{key}");
        person.MapGet("transcript", Transcript);
        person.MapPost("install", Install);
        person.MapPost("read", MarkRead);
        person.MapPost("stop", Stop);
        person.MapPost("messages", SendMessage);
        person.MapPost("submit", SubmitCard);
        person.MapPost("invoke", InvokeCard);
        person.MapPost("feedback", GiveFeedback);
    }

    static IResult People(LocalTranscript transcript, MailFolder mails)
    {
        var people = LocalPeople.All.Select(person => (JsonNode)new JsonObject
        {
            ["key"] = person.Key,
            ["name"] = person.Name,
            ["mri"] = person.Mri,
            ["mail"] = person.Mail,
            ["role"] = new JsonObject { ["nl"] = person.RoleDutch, ["en"] = person.RoleEnglish },
            ["company"] = person.Company,
            ["installed"] = transcript.IsInstalled(person),
            ["unread"] = transcript.Unread(person),
            ["unreadMail"] = mails.Unread(person),
        });
        return Results.Json(new JsonArray([.. people]));
    }

    static IResult Transcript(string key, LocalTranscript transcript, LocalStreams streams)
    {
        if (LocalPeople.ByKey(key) is not { } person)
            return Results.NotFound();
        return Results.Json(new JsonObject
        {
            ["entries"] = new JsonArray([.. transcript.Read(person.ConversationId).Select(entry => (JsonNode)entry.ToJson())]),
            ["stream"] = streams.Open(person.ConversationId)?.ToJson(),
        });
    }

    // Installed first, so that the bot may answer while it is being told.
    static Task<IResult> Install(
        string key, HttpRequest request, LocalTranscript transcript, LocalActivities activities, LocalBotClient bot,
        CancellationToken cancellation) =>
        As(key, request, async (person, _, client) =>
        {
            if (!transcript.Install(person))
                return Results.Json(new JsonObject { ["installed"] = false });
            var answer = await bot.PostAsync(activities.InstallationUpdate(person, transcript.NewActivityId(), "add", client));
            if (answer is BotAnswer.Accepted)
                answer = await bot.PostAsync(activities.MembersAdded(person, transcript.NewActivityId(), client));
            if (answer is BotAnswer.Failed)
                transcript.Uninstall(person);
            return Told(answer, new JsonObject { ["installed"] = true });
        }, cancellation);

    static Task<IResult> MarkRead(
        string key, HttpRequest request, LocalTranscript transcript, LocalConnector connector, CancellationToken cancellation) =>
        As(key, request, (person, _, _) =>
        {
            transcript.MarkRead(person);
            connector.PublishUnread(person);
            return Task.FromResult(Results.NoContent());
        }, cancellation);

    static Task<IResult> Stop(string key, HttpRequest request, LocalConnector connector, CancellationToken cancellation) =>
        As(key, request, (person, _, _) =>
        {
            connector.StopStream(person);
            return Task.FromResult(Results.NoContent());
        }, cancellation);

    static Task<IResult> SendMessage(
        string key, HttpRequest request, LocalTranscript transcript, LocalActivities activities, LocalBotClient bot,
        LocalChatEvents events, CancellationToken cancellation) =>
        As(key, request, async (person, body, client) =>
        {
            if (body["text"].Text()?.Trim() is not { Length: > 0 and <= 20_000 } text)
                return Results.BadRequest();
            var id = transcript.NewActivityId();
            var activity = activities.Message(person, id, text, client);
            // A second try of a message that did not arrive is shown once.
            if (body["retry"] is null)
            {
                var entry = transcript.Append(person.ConversationId, id, fromBot: false, activity);
                events.Publish("activity", person, new JsonObject { ["entry"] = entry.ToJson() });
            }
            return Told(await bot.PostAsync(activity), new JsonObject { ["id"] = id });
        }, cancellation);

    static Task<IResult> SubmitCard(
        string key, HttpRequest request, LocalTranscript transcript, LocalActivities activities, LocalBotClient bot,
        CancellationToken cancellation) =>
        As(key, request, async (person, body, client) =>
        {
            if (Shown(transcript, person, body) is not { } cardId)
                return Results.NotFound();
            var id = transcript.NewActivityId();
            var activity = activities.CardSubmit(person, id, cardId, body["data"], body["text"].Text(), client);
            return Told(await bot.PostAsync(activity), new JsonObject { ["id"] = id });
        }, cancellation);

    static Task<IResult> InvokeCard(
        string key, HttpRequest request, LocalTranscript transcript, LocalActivities activities, LocalBotClient bot,
        LocalChatEvents events, CancellationToken cancellation) =>
        As(key, request, async (person, body, client) =>
        {
            if (Shown(transcript, person, body) is not { } cardId || body["action"] is not JsonObject action)
                return Results.NotFound();
            var trigger = body["trigger"].Text() == "automatic" ? "automatic" : "manual";
            var answer = await bot.PostAsync(
                activities.CardInvoke(person, transcript.NewActivityId(), cardId, action, trigger, client));
            var given = (answer as BotAnswer.Accepted)?.Body?.AsObject();
            if (given?["statusCode"].Number() == StatusCodes.Status200OK
                && given["type"].Text() == "application/vnd.microsoft.card.adaptive"
                && given["value"] is JsonObject card
                && transcript.ShowInstead(person.ConversationId, cardId, card) is { } entry)
                events.Publish("update", person, new JsonObject { ["entry"] = entry.ToJson(), ["quiet"] = true });
            return Told(answer, new JsonObject { ["answer"] = given?.DeepClone() });
        }, cancellation);

    static Task<IResult> GiveFeedback(
        string key, HttpRequest request, LocalTranscript transcript, LocalActivities activities, LocalBotClient bot,
        CancellationToken cancellation) =>
        As(key, request, async (person, body, client) =>
        {
            if (Shown(transcript, person, body) is not { } activityId)
                return Results.NotFound();
            if (body["reaction"].Text() is not ("like" or "dislike"))
                return Results.BadRequest();
            var activity = activities.Feedback(
                person, transcript.NewActivityId(), activityId, body["reaction"].Text()!, body["text"].Text() ?? "", client);
            return Told(await bot.PostAsync(activity), []);
        }, cancellation);

    static string? Shown(LocalTranscript transcript, LocalPerson person, JsonObject body) =>
        body["activityId"].Text() is { } id && transcript.Find(person.ConversationId, id) is { FromBot: true } ? id : null;

    static async Task<IResult> As(
        string key, HttpRequest request, Func<LocalPerson, JsonObject, ClientInfo, Task<IResult>> act, CancellationToken cancellation)
    {
        if (LocalPeople.ByKey(key) is not { } person)
            return Results.NotFound();
        // Asking for JSON also keeps out forms that another site could post without asking.
        return await JsonBody.ReadAsync(request, cancellation) is JsonBody.Read.Valid body
            ? await act(person, body.Value, ClientInfo.From(body.Value))
            : Results.BadRequest();
    }

    static IResult Told(BotAnswer answer, JsonObject success) => answer is BotAnswer.Failed failed
        ? Results.Json(
            new JsonObject { ["error"] = new JsonObject { ["kind"] = failed.Kind, ["status"] = failed.Status } },
            statusCode: StatusCodes.Status502BadGateway)
        : Results.Json(success);
}
