using System.Text.Json.Nodes;
using AiActBot.LocalChat.Client;

namespace AiActBot.LocalChat.Connector;

/// <summary>The Connector REST API that the bot finds at the serviceUrl of local activities.</summary>
internal static class LocalConnectorEndpoints
{
    public const string Path = "/local/connector/";

    public static void Map(RouteGroupBuilder group)
    {
        var conversations = group.MapGroup(Path + "v3/conversations");
        conversations.MapPost("", Create);
        conversations.MapPost("{conversation}/activities", Send);
        conversations.MapPost("{conversation}/activities/{activity}", Reply);
        conversations.MapPut("{conversation}/activities/{activity}", Update);
        conversations.MapDelete("{conversation}/activities/{activity}", Delete);
        conversations.MapGet("{conversation}/members", (string conversation) => LocalRoster.Members(conversation).ToResult());
        conversations.MapGet("{conversation}/members/{member}",
            (string conversation, string member) => LocalRoster.Member(conversation, member).ToResult());
        conversations.MapGet("{conversation}/pagedmembers", (string conversation) => LocalRoster.Page(conversation).ToResult());
        conversations.MapGet("{conversation}/activities/{activity}/members",
            (string conversation, string activity) => LocalRoster.Members(conversation).ToResult());
    }

    static Task<IResult> Create(HttpRequest request, LocalConnector connector, LocalBotClient bot, CancellationToken cancellation) =>
        WithBody(request, body => connector.CreateConversation(body, bot.ServiceUrl), cancellation);

    static Task<IResult> Send(HttpRequest request, LocalConnector connector, string conversation, CancellationToken cancellation) =>
        WithBody(request, body => connector.Send(conversation, body), cancellation);

    static Task<IResult> Reply(
        HttpRequest request, LocalConnector connector, string conversation, string activity, CancellationToken cancellation) =>
        WithBody(request, body => connector.Send(conversation, body, activity), cancellation);

    static Task<IResult> Update(
        HttpRequest request, LocalConnector connector, string conversation, string activity, CancellationToken cancellation) =>
        WithBody(request, body => connector.Update(conversation, activity, body), cancellation);

    static IResult Delete(LocalConnector connector, string conversation, string activity) =>
        connector.Delete(conversation, activity).ToResult();

    static async Task<IResult> WithBody(HttpRequest request, Func<JsonObject, ConnectorReply> answer, CancellationToken cancellation)
    {
        var reply = await JsonBody.ReadAsync(request, cancellation) switch
        {
            JsonBody.Read.Valid body => answer(body.Value),
            JsonBody.Read.TooLong => ConnectorReply.TooBig(),
            _ => ConnectorReply.BadSyntax("The body is not a JSON object."),
        };
        return reply.ToResult();
    }
}
