using AiActBot.Assistant;
using AiActBot.Assistant.LanguageModel;
using AiActBot.Storage;
using AiActBot.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AiActBot.Tests.Assistant.LanguageModel;

/// <summary>What an organisation spends in a day stays within its budget, whoever counts.</summary>
public sealed class TokenBudgetTests
{
    private const long Budget = 50_000;

    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task Replicas_together_take_no_more_than_the_budget(DatabaseProvider provider)
    {
        await using var bot = await RunningBot.StartAsync(provider, ("Model:TokensPerDay", $"{Budget}"));
        var replicas = Enumerable.Range(0, 4).Select(_ => Replica(bot)).ToList();

        // 4 replicas want 4 x 25 x 1,234 tokens, and 40 times those fit.
        var taken = await Task.WhenAll(replicas.SelectMany(replica => Enumerable.Range(0, 25).Select(_ => replica.TakeAsync("a", 1234, CancellationToken.None))));

        Assert.Equal(40, taken.Count(t => t is not null));
        Assert.Equal(40 * 1234, await SpentAsync(bot, "a"));
    }

    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task What_a_call_did_not_cost_is_given_back_and_what_it_cost_more_is_counted(DatabaseProvider provider)
    {
        await using var bot = await RunningBot.StartAsync(provider, ("Model:TokensPerDay", $"{Budget}"));
        var budget = Replica(bot);
        var (first, second) = (await budget.TakeAsync("a", 20_000, CancellationToken.None), await budget.TakeAsync("a", 20_000, CancellationToken.None));
        Assert.Null(await budget.TakeAsync("a", 20_000, CancellationToken.None));

        await budget.SettleAsync(first!, 1_000, CancellationToken.None);
        await budget.SettleAsync(second!, 25_000, CancellationToken.None);

        Assert.Equal(26_000, await SpentAsync(bot, "a"));
        Assert.NotNull(await budget.TakeAsync("a", 24_000, CancellationToken.None));
        Assert.Null(await budget.TakeAsync("a", 1, CancellationToken.None));
        Assert.NotNull(await budget.TakeAsync("b", Budget, CancellationToken.None));
    }

    [Fact]
    public async Task When_the_budget_is_used_up_answers_are_quotes_until_the_next_day()
    {
        await using var model = await ModelServer.StartAsync();
        await using var bot = await RunningBot.StartAsync(settings: [.. model.Settings, ("Model:TokensPerDay", $"{Budget}")]);
        model.Answer = call => ModelServer.Says($"{call.Sentence()} [1]", tokensIn: 9_000, tokensOut: 500);
        var assistant = bot.Services.GetRequiredService<QuestionAnswering>();
        Task<Answer> AskAsync() => assistant.AnswerAsync(new AssistantQuestion(ModelledBot.Dutch, TenantId: "a"), CancellationToken.None);

        for (var i = 0; i < 12; i++)
            Assert.True((await AskAsync()).Answered);

        Assert.InRange(model.Calls.Count, 1, 5);
        Assert.InRange(await SpentAsync(bot, "a"), 1, Budget * 101 / 100);
        var asked = model.Calls.Count;
        bot.Time.Advance(TimeSpan.FromDays(1));
        await AskAsync();
        Assert.Equal(asked + 1, model.Calls.Count);
    }

    [Fact]
    public async Task A_call_whose_cost_is_not_told_counts_as_the_most_it_can_have_cost()
    {
        await using var model = await ModelServer.StartAsync();
        await using var bot = await RunningBot.StartAsync(settings: model.Settings);
        model.Answer = call => ModelServer.Says($"{call.Sentence()} [1]", withUsage: false);

        await bot.Services.GetRequiredService<QuestionAnswering>().AnswerAsync(new AssistantQuestion(ModelledBot.Dutch, TenantId: "a"), CancellationToken.None);

        var call = Assert.Single(model.Calls);
        Assert.True(await SpentAsync(bot, "a") >= call.System.Length + call.User.Length + 1500);
    }

    [Fact]
    public async Task A_call_that_was_refused_costs_nothing()
    {
        await using var model = await ModelServer.StartAsync();
        await using var bot = await RunningBot.StartAsync(settings: model.Settings);
        model.Answer = _ => Microsoft.AspNetCore.Http.Results.StatusCode(401);

        await bot.Services.GetRequiredService<QuestionAnswering>().AnswerAsync(new AssistantQuestion(ModelledBot.Dutch, TenantId: "a"), CancellationToken.None);

        Assert.Equal(0, await SpentAsync(bot, "a"));
    }

    private static TokenBudget Replica(RunningBot bot) => new(
        bot.Services.GetRequiredService<IServiceScopeFactory>(), bot.Services.GetRequiredService<IOptions<ModelOptions>>(), bot.Time);

    private static Task<long> SpentAsync(RunningBot bot, string tenant) =>
        bot.WithDbAsync(db => db.ModelSpending.Where(s => s.TenantId == tenant).SumAsync(s => s.Tokens));
}
