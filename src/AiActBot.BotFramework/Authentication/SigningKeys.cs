using System.Collections.Frozen;
using Microsoft.IdentityModel.Tokens;

namespace AiActBot.BotFramework.Authentication;

/// <summary>
/// The keys of the issuer, kept for a day at most. They are read again in good time, so that a short outage is not noticed,
/// and at once for a key that is not known, but not oftener than every five minutes: anyone can make up the name of a key.
/// </summary>
/// <param name="read">Reads them from the issuer.</param>
public sealed class SigningKeys(Func<CancellationToken, Task<IReadOnlyList<JsonWebKey>>> read, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Oldest = TimeSpan.FromHours(24);
    private static readonly TimeSpan RenewedAfter = TimeSpan.FromHours(12);
    private static readonly TimeSpan BetweenUnknownKeys = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan BetweenFailures = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestRead = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _disposed = new();
    private Known? _known;
    private DateTimeOffset _lastTried = DateTimeOffset.MinValue;
    private DateTimeOffset _lastUnknown = DateTimeOffset.MinValue;
    private Task _reading = Task.CompletedTask;

    /// <summary>Whether tokens can be checked now.</summary>
    public bool AreKnown => Fresh is not null;

    private Known? Fresh => _known is { } known && time.GetUtcNow() - known.ReadAt < Oldest ? known : null;

    /// <summary>Reads the keys ahead of the first token.</summary>
    /// <returns>Whether they could be had.</returns>
    public async Task<bool> PrepareAsync(CancellationToken cancellationToken)
    {
        if (Fresh is null)
        {
            await ReadAsync(BetweenFailures).WaitAsync(cancellationToken);
        }

        return AreKnown;
    }

    public void Dispose()
    {
        _disposed.Cancel();
        _disposed.Dispose();
    }

    internal async Task<KeyLookup> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (!await PrepareAsync(cancellationToken) || Fresh is not { } known)
        {
            return new KeyLookup.Unavailable(BetweenFailures);
        }

        if (time.GetUtcNow() - known.ReadAt >= RenewedAfter)
        {
            // Nobody waits for it: what is known is still good.
            _ = ReadAsync(BetweenUnknownKeys);
        }

        if (!known.Keys.ContainsKey(id) && MayAskForUnknown())
        {
            await ReadAsync(TimeSpan.Zero).WaitAsync(cancellationToken);
        }
        else if (!known.Keys.ContainsKey(id))
        {
            // Somebody else may be asking right now.
            await _reading.WaitAsync(cancellationToken);
        }

        return Fresh is { } newest && newest.Keys.TryGetValue(id, out var key) ? new KeyLookup.Found(key) : new KeyLookup.Unknown();
    }

    private bool MayAskForUnknown()
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (now - _lastUnknown < BetweenUnknownKeys)
            {
                return false;
            }

            _lastUnknown = now;
            return true;
        }
    }

    private Task ReadAsync(TimeSpan notWithin)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (_reading.IsCompleted && now - _lastTried >= notWithin)
            {
                _lastTried = now;
                _reading = ReadNowAsync(now);
            }

            return _reading;
        }
    }

    // Whoever started it may hang up; others wait for the same keys.
    private async Task ReadNowAsync(DateTimeOffset now)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            using var timeout = CancellationTokenSource.CreateLinkedTokenSource(_disposed.Token);
            timeout.CancelAfter(LongestRead);
            var keys = (await read(timeout.Token)).Select(SigningKey.From).OfType<SigningKey>().DistinctBy(key => key.Id)
                .ToFrozenDictionary(key => key.Id, StringComparer.Ordinal);
            if (keys.Count > 0)
            {
                _known = new Known(now, keys);
            }
        }
#pragma warning disable CA1031 // Whatever went wrong, there are no new keys; what is known stays known until it is too old.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }

    private sealed record Known(DateTimeOffset ReadAt, FrozenDictionary<string, SigningKey> Keys);
}

internal abstract record KeyLookup
{
    private KeyLookup() { }

    public sealed record Found(SigningKey Key) : KeyLookup;

    public sealed record Unknown : KeyLookup;

    /// <summary>The issuer's keys are not known at all.</summary>
    public sealed record Unavailable(TimeSpan RetryAfter) : KeyLookup;
}
