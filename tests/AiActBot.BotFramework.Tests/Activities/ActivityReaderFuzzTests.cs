using System.Text;
using System.Text.Json;
using AiActBot.BotFramework.Activities;

namespace AiActBot.BotFramework.Tests.Activities;

/// <summary>Thousands of damaged bodies: each is taken or refused, and what is taken can be read to the last text.</summary>
public sealed class ActivityReaderFuzzTests
{
    private static readonly string[] Fragments =
    [
        "null", "[]", "{}", "\"\"", "0", "-1e999", "true", "\\u0000", "\\ud800", "\\udc00", "\\", "\"", "{", "}", "[", "]", ",", ":",
        "\"type\":\"message\",", "\"type\":", "\u202E", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "\\u00", "\\ud83d\\u0000\\ude00",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_damaged_body_never_throws(int seed)
    {
        var random = new Random(seed);
        var samples = SampleActivities.All.Values.Select(Encoding.UTF8.GetBytes).ToArray();
        var (taken, refused) = (0, 0);
        for (var round = 0; round < 5_000; round++)
        {
            var body = Damage(samples[random.Next(samples.Length)], random);

            switch (await Read.BytesAsync(body))
            {
                case ActivityReading.Accepted(var activity):
                    Use(activity);
                    taken++;
                    break;
                case ActivityReading.Refused(var status, _):
                    Assert.Equal(400, status);
                    refused++;
                    break;
            }
        }

        // Damage that is always refused, or never, would try nothing.
        Assert.True(taken > 250 && refused > 250, $"{taken} taken, {refused} refused");
    }

    private static byte[] Damage(byte[] sample, Random random)
    {
        var body = sample.ToList();
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(body.Count);
            switch (random.Next(5))
            {
                case 0:
                    body[at] = (byte)random.Next(256);
                    break;
                case 1:
                    body.RemoveRange(at, Math.Min(random.Next(1, 40), body.Count - at));
                    break;
                case 2:
                    body.InsertRange(at, Encoding.UTF8.GetBytes(Fragments[random.Next(Fragments.Length)]));
                    break;
                case 3:
                    body.InsertRange(at, body.GetRange(at, Math.Min(random.Next(1, 60), body.Count - at)));
                    break;
                default:
                    ReplaceValue(body, at, random);
                    break;
            }

            if (body.Count == 0)
            {
                return [];
            }
        }

        return [.. body];
    }

    // Keeps the JSON whole more often than the others do, so that the checks after parsing are reached.
    private static void ReplaceValue(List<byte> body, int from, Random random)
    {
        var colon = body.IndexOf((byte)':', from);
        var end = colon < 0 ? -1 : body.FindIndex(colon, b => b is (byte)',' or (byte)'}');
        if (end > 0)
        {
            body.RemoveRange(colon + 1, end - colon - 1);
            body.InsertRange(colon + 1, Encoding.UTF8.GetBytes(Fragments[random.Next(6)]));
        }
    }

    // Everything a host does with an activity before it knows what it is.
    private static void Use(Activity activity)
    {
        JsonSerializer.Serialize(activity, ActivityJson.Default.Activity);
        activity.TextWithoutOwnMention();
        activity.MentionsRecipient();
        ClientInfo.Of(activity);
        TeamsChannelData.Read(activity.ChannelData);
        ConversationReference.TryFrom(activity, out _);
        AdaptiveCardInvokeValue.TryRead(activity.Value, out _);
        FeedbackInvokeValue.TryRead(activity.Value, out _);
    }
}
