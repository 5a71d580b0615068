using System.Threading.RateLimiting;
using AiActBot.BotFramework.Activities;
using AiActBot.BotFramework.Authentication;
using Microsoft.Extensions.Options;

namespace AiActBot.Trust;

/// <summary>
/// How many messages a person, and a tenant, may write in a minute to one replica. What a button sends is not counted: an
/// approval never waits for the chat.
/// </summary>
internal sealed class MessagePace(IOptions<BotOptions> bot, IOptions<LimitOptions> limits) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<(string Tenant, string Person)> people = PerMinute<(string, string)>(limits.Value.MessagesPerMinute);
    private readonly PartitionedRateLimiter<string> tenants = PerMinute<string>(limits.Value.TenantMessagesPerMinute);

    /// <returns>The refusal of a message that is one too many, or null.</returns>
    public InboundRefusal? Objection(Activity activity)
    {
        if (!bot.Value.IsRegistered || activity is not { Type: ActivityTypes.Message or ActivityTypes.MessageUpdate, Value: null })
            return null;
        var tenant = activity.Conversation?.TenantId ?? TeamsChannelData.Read(activity.ChannelData).TenantId ?? "";
        var person = activity.From?.AadObjectId ?? activity.From?.Id ?? "";
        using var ofPerson = people.AttemptAcquire((tenant, person));
        if (!ofPerson.IsAcquired)
            return TooMany("a person writes too fast", ofPerson);
        using var ofTenant = tenants.AttemptAcquire(tenant);
        return ofTenant.IsAcquired ? null : TooMany("a tenant writes too fast", ofTenant);
    }

    public void Dispose()
    {
        people.Dispose();
        tenants.Dispose();
    }

    private static InboundRefusal TooMany(string reason, RateLimitLease lease) => new(
        StatusCodes.Status429TooManyRequests, reason, lease.TryGetMetadata(MetadataName.RetryAfter, out var after) && after > TimeSpan.Zero ? after : Window);

    private static PartitionedRateLimiter<TKey> PerMinute<TKey>(int most)
        where TKey : notnull => PartitionedRateLimiter.Create<TKey, TKey>(key => RateLimitPartition.GetSlidingWindowLimiter(key, _ => new SlidingWindowRateLimiterOptions
    {
        PermitLimit = most,
        Window = Window,
        SegmentsPerWindow = 6,
    }));
}
