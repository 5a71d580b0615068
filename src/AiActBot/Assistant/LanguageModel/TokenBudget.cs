using AiActBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AiActBot.Assistant.LanguageModel;

/// <summary>
/// Holds an organisation to its tokens a day, over all replicas: before a call the most that it can cost is taken from the budget in one
/// statement, afterwards what it did not cost is given back. A crash in between leaves it taken, which errs on the side of spending less.
/// </summary>
internal sealed class TokenBudget(IServiceScopeFactory scopes, IOptions<ModelOptions> options, TimeProvider time)
{
    /// <param name="most">The most tokens that the call can cost.</param>
    /// <returns>What was taken; null when the budget of today does not hold it.</returns>
    public async Task<TakenTokens?> TakeAsync(string tenantId, long most, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AiActBotDbContext>();
        var taken = new TakenTokens(tenantId, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), most);
        if (await TryTakeAsync(db, taken, cancellationToken))
            return taken;
        await EnsureRowAsync(db, taken, cancellationToken);
        return await TryTakeAsync(db, taken, cancellationToken) ? taken : null;
    }

    /// <summary>Settles a call by what it cost, which may be more than was thought.</summary>
    public async Task SettleAsync(TakenTokens taken, long cost, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AiActBotDbContext>();
        var back = taken.Tokens - Math.Max(0, cost);
        await db.ModelSpending.Where(s => s.TenantId == taken.TenantId && s.Day == taken.Day)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.Tokens, x => x.Tokens - back), cancellationToken);
    }

    private async Task<bool> TryTakeAsync(AiActBotDbContext db, TakenTokens taken, CancellationToken cancellationToken)
    {
        var limit = options.Value.TokensPerDay - taken.Tokens;
        return await db.ModelSpending.Where(s => s.TenantId == taken.TenantId && s.Day == taken.Day && s.Tokens <= limit)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.Tokens, x => x.Tokens + taken.Tokens), cancellationToken) > 0;
    }

    private static async Task EnsureRowAsync(AiActBotDbContext db, TakenTokens taken, CancellationToken cancellationToken)
    {
        if (await db.ModelSpending.AnyAsync(s => s.TenantId == taken.TenantId && s.Day == taken.Day, cancellationToken))
            return;
        db.ModelSpending.Add(new ModelSpending { TenantId = taken.TenantId, Day = taken.Day, Tokens = 0 });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            // Another call of today was the first.
        }
    }
}

/// <summary>Tokens that were taken from a budget for one call.</summary>
internal sealed record TakenTokens(string TenantId, DateOnly Day, long Tokens);
