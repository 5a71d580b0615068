using System.Net;
using System.Threading.RateLimiting;
using AiActBot.BotFramework.Authentication;
using Microsoft.Extensions.Options;

namespace AiActBot.Trust;

/// <summary>
/// Counts requests that failed authentication, by address. A good token is never held back by the bad ones of others behind
/// the same proxy: whoever goes on guessing only gets a shorter answer, and no line in the log.
/// </summary>
internal sealed class FailedSignIns(IOptions<LimitOptions> limits) : IDisposable
{
    private static readonly InboundRefusal TooMany = new(StatusCodes.Status429TooManyRequests, "too many failed sign-ins", TimeSpan.FromSeconds(1));

    private readonly PartitionedRateLimiter<IPAddress> limiter = PartitionedRateLimiter.Create<IPAddress, IPAddress>(
        address => RateLimitPartition.GetFixedWindowLimiter(address, _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = limits.Value.FailedSignInsPerSecond,
            Window = TimeSpan.FromSeconds(1),
        }));

    /// <returns>The refusal that takes the place of the real one, or null.</returns>
    public InboundRefusal? Count(IPAddress? address)
    {
        using var lease = limiter.AttemptAcquire(address ?? IPAddress.None);
        return lease.IsAcquired ? null : TooMany;
    }

    public void Dispose() => limiter.Dispose();
}
