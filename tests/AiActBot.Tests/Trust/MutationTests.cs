using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace AiActBot.Tests.Trust;

/// <summary>Ten thousand ways to spoil a good token or the part of the body that it vouches for; the seed makes a failure come again.</summary>
public sealed class MutationTests
{
    private const int Mutations = 10_000;
    private const int Seed = 20261122;

    private static readonly string[] Fields = ["channelId", "serviceUrl", "recipient.id", "conversation.tenantId", "channelData.tenant.id"];

    [Fact]
    public async Task None_of_ten_thousand_mutations_is_accepted()
    {
        await using var bot = await TeamsBot.StartAsync(("Limits:FailedSignInsPerSecond", "10000"));
        var (token, body) = (bot.Issuer.Token(bot.Claims()), bot.Message().ToJsonString());
#pragma warning disable CA5394 // A test that can be repeated needs no secret numbers.
        var random = new Random(Seed);
        var spoiled = Enumerable.Range(0, Mutations).Select(number => number % 4 == 0 ? (Token: token, Body: SpoilBody(body, random)) : (Token: SpoilToken(token, random), Body: body)).ToList();

        await Parallel.ForEachAsync(spoiled, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (request, _) =>
        {
            var status = await bot.PostAsync([$"Bearer {request.Token}"], request.Body);
            Assert.True(status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden, $"{status}: {request.Token} {request.Body}");
        });

        await bot.NothingHappenedAsync();
        // The one they were made from is good.
        Assert.Equal(HttpStatusCode.OK, await bot.PostTokenAsync(token));
    }

    /// <summary>Changes, drops, adds or moves characters. The last of a part may hold bits that mean nothing, so it is left alone.</summary>
    private static string SpoilToken(string token, Random random)
    {
        const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/";
        while (true)
        {
            var text = new StringBuilder(token);
            for (var changes = random.Next(1, 4); changes > 0; changes--)
            {
                var at = random.Next(text.Length);
                switch (random.Next(4))
                {
                    case 0:
                        text[at] = Letters[random.Next(Letters.Length)];
                        break;
                    case 1:
                        text.Remove(at, Math.Min(random.Next(1, 20), text.Length - at));
                        break;
                    case 2:
                        text.Insert(at, Letters[random.Next(Letters.Length)]);
                        break;
                    default:
                        (text[at], text[at / 2]) = (text[at / 2], text[at]);
                        break;
                }
            }

            var spoiled = text.ToString();
            if (text.Length > 0 && !SaysTheSame(spoiled, token))
                return spoiled;
        }
    }

    private static bool SaysTheSame(string spoiled, string token) =>
        spoiled.Split('.') is [var header, var claims, var signature] && token.Split('.') is [var goodHeader, var goodClaims, var goodSignature]
        && header == goodHeader && claims == goodClaims && signature.TrimEnd('=')[..^1].Equals(goodSignature[..^1], StringComparison.Ordinal);

    private static string SpoilBody(string body, Random random)
    {
        var activity = JsonNode.Parse(body)!.AsObject();
        var path = Fields[random.Next(Fields.Length)].Split('.');
        var parent = path[..^1].Aggregate((JsonNode)activity, (node, name) => node[name]!).AsObject();
        var value = parent[path[^1]]!.GetValue<string>();
        parent[path[^1]] = random.Next(5) switch
        {
            0 => null,
            1 => value + (char)random.Next('a', 'z'),
            2 => value[..random.Next(value.Length)],
            3 => value.Insert(random.Next(value.Length), "/"),
            _ => new string([.. value.Reverse()]),
        };
        // One of two places that name the tenant may be left out: the other still does.
        if (parent[path[^1]] is null && path[^1] is "tenantId" or "id" && path[0] is "conversation" or "channelData")
            parent[path[^1]] = "";
        return activity.ToJsonString();
    }
}
