using System.Text;
using AiActBot.BotFramework.Activities;

namespace AiActBot.BotFramework.Tests.Activities;

/// <summary>Short ways to put a body before the reader.</summary>
internal static class Read
{
    internal static Task<ActivityReading> TextAsync(string json) => BytesAsync(Encoding.UTF8.GetBytes(json));

    internal static async Task<ActivityReading> BytesAsync(byte[] body)
    {
        using var stream = new MemoryStream(body);
        return await ActivityReader.ReadAsync(stream, CancellationToken.None);
    }

    internal static Activity Accepted(ActivityReading reading) => Assert.IsType<ActivityReading.Accepted>(reading).Activity;

    internal static ActivityReading.Refused Refused(ActivityReading reading) => Assert.IsType<ActivityReading.Refused>(reading);
}
