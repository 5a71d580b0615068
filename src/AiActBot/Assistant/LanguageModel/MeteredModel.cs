using System.ClientModel;
using System.Text;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace AiActBot.Assistant.LanguageModel;

/// <summary>The configured language model, within its time and within what the organisation spends in a day. Whatever it does, it never throws.</summary>
internal sealed class MeteredModel(
    IServiceProvider services, IOptions<ModelOptions> options, TokenBudget budget, TimeProvider time, ILogger<MeteredModel> log)
{
    /// <summary>Characters, to stop reading what never ends.</summary>
    private const int MostCharactersRead = 20_000;

    public bool IsConfigured => options.Value.IsConfigured;

    /// <param name="tenantId">The organisation that pays.</param>
    /// <returns>What the model wrote, whole; null when there is none, the tokens of today are used up, or anything went wrong.</returns>
    public async Task<string?> AskAsync(
        ModelPrompt prompt, string tenantId, TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(atMost, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        TakenTokens? taken = null;
        long? cost = null;
        try
        {
            taken = await budget.TakeAsync(tenantId, prompt.MostTokens + options.Value.OutputTokens, both.Token);
            if (taken is null)
            {
                Log.BudgetUsedUp(log);
                return null;
            }

            (var written, cost) = await ReadAsync(prompt, both.Token);
            return written;
        }
#pragma warning disable CA1031 // Whatever a model or the way to it does, there is an answer without it.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            var status = (exception as ClientResultException)?.Status ?? 0;
            // What was refused before the model began is not charged for; of anything else nobody knows.
            cost ??= status is >= 400 and < 500 ? 0 : null;
            Log.Failed(log, exception.GetType().Name, status);
            return null;
        }
        finally
        {
            if (taken is not null && cost is { } known)
                await SettleAsync(taken, known);
        }
    }

    private async Task<(string? Written, long? Cost)> ReadAsync(ModelPrompt prompt, CancellationToken cancellationToken)
    {
        var written = new StringBuilder();
        long? cost = null;
        ChatFinishReason? finished = null;
        var client = services.GetRequiredService<IChatClient>();
        await foreach (var update in client.GetStreamingResponseAsync(
            prompt.Messages, new ChatOptions { MaxOutputTokens = options.Value.OutputTokens }, cancellationToken))
        {
            written.Append(update.Text);
            finished = update.FinishReason ?? finished;
            if (update.Contents.OfType<UsageContent>().FirstOrDefault() is { Details: var usage })
                cost = Math.Max(usage.TotalTokenCount ?? 0, (usage.InputTokenCount ?? 0) + (usage.OutputTokenCount ?? 0));
            if (written.Length > MostCharactersRead)
                return (null, null);
        }

        // A usage of nothing is no usage. What was cut off may lack the sentence that takes back the one before.
        var counted = cost is > 0 ? cost : null;
        Log.Written(log, counted ?? 0);
        return (finished == ChatFinishReason.Stop ? written.ToString() : null, counted);
    }

    private async Task SettleAsync(TakenTokens taken, long cost)
    {
        try
        {
            // Also when who asked has gone: the tokens are spent.
            await budget.SettleAsync(taken, cost, CancellationToken.None);
        }
#pragma warning disable CA1031 // The answer is there; that its cost stays counted at the most is no reason to withhold it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.NotSettled(log, exception.GetType().Name);
        }
    }
}
