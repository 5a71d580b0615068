using AiActBot.BotFramework.Activities;
using Polly;
using Polly.Retry;

namespace AiActBot.BotFramework.Connector;

/// <summary>
/// Tries again within a turn what is worth it: throttling and 412, 502, 503, 504. Never 500, and never a call whose fate
/// is uncertain, since a person would see the message twice. Notifications do not come this way: they have an outbox.
/// </summary>
public sealed class RetryingConnectorClient : IConnectorClient
{
    private static readonly ResiliencePropertyKey<long> Began = new("began");

    private readonly IConnectorClient _inner;
    private readonly TimeProvider _timeProvider;
    private readonly ConnectorRetryOptions _options;
    private readonly Func<double> _jitter;
    private readonly ResiliencePipeline _pipeline;

    public RetryingConnectorClient(IConnectorClient inner, ConnectorRetryOptions? options = null, TimeProvider? timeProvider = null)
        : this(inner, options ?? new(), timeProvider ?? TimeProvider.System, Random.Shared.NextDouble)
    {
    }

    internal RetryingConnectorClient(
        IConnectorClient inner, ConnectorRetryOptions options, TimeProvider timeProvider, Func<double> jitter)
    {
        _inner = inner;
        _options = options;
        _timeProvider = timeProvider;
        _jitter = jitter;
        _pipeline = options.MaxRetries < 1
            ? ResiliencePipeline.Empty
            : new ResiliencePipelineBuilder { TimeProvider = timeProvider }
                .AddRetry(new RetryStrategyOptions
                {
                    MaxRetryAttempts = options.MaxRetries,
                    MaxDelay = null,
                    ShouldHandle = args => ValueTask.FromResult(IsWorthIt(args)),
                    DelayGenerator = args => ValueTask.FromResult<TimeSpan?>(Delay(args)),
                })
                .Build();
    }

    public Task<ConnectorOutcome<ResourceResponse>> SendAsync(
        Uri serviceUrl, string conversationId, Activity activity, CancellationToken cancellationToken) =>
        TryAsync(token => _inner.SendAsync(serviceUrl, conversationId, activity, token), cancellationToken);

    public Task<ConnectorOutcome<ResourceResponse>> ReplyAsync(
        Uri serviceUrl, string conversationId, string activityId, Activity activity, CancellationToken cancellationToken) =>
        TryAsync(token => _inner.ReplyAsync(serviceUrl, conversationId, activityId, activity, token), cancellationToken);

    public Task<ConnectorOutcome<ResourceResponse>> UpdateAsync(
        Uri serviceUrl, string conversationId, string activityId, Activity activity, CancellationToken cancellationToken) =>
        TryAsync(token => _inner.UpdateAsync(serviceUrl, conversationId, activityId, activity, token), cancellationToken);

    public Task<ConnectorOutcome<ResourceResponse>> DeleteAsync(
        Uri serviceUrl, string conversationId, string activityId, CancellationToken cancellationToken) =>
        TryAsync(token => _inner.DeleteAsync(serviceUrl, conversationId, activityId, token), cancellationToken);

    public Task<ConnectorOutcome<ConversationResourceResponse>> CreateConversationAsync(
        Uri serviceUrl, ConversationParameters parameters, CancellationToken cancellationToken) =>
        TryAsync(token => _inner.CreateConversationAsync(serviceUrl, parameters, token), cancellationToken);

    public Task<ConnectorOutcome<IReadOnlyList<ChannelAccount>>> GetMembersAsync(
        Uri serviceUrl, string conversationId, CancellationToken cancellationToken) =>
        TryAsync(token => _inner.GetMembersAsync(serviceUrl, conversationId, token), cancellationToken);

    public Task<ConnectorOutcome<ChannelAccount>> GetMemberAsync(
        Uri serviceUrl, string conversationId, string memberId, CancellationToken cancellationToken) =>
        TryAsync(token => _inner.GetMemberAsync(serviceUrl, conversationId, memberId, token), cancellationToken);

    public Task<ConnectorOutcome<PagedMembers>> GetPagedMembersAsync(
        Uri serviceUrl, string conversationId, int? pageSize, string? continuationToken, CancellationToken cancellationToken) =>
        TryAsync(
            token => _inner.GetPagedMembersAsync(serviceUrl, conversationId, pageSize, continuationToken, token), cancellationToken);

    private async Task<ConnectorOutcome<T>> TryAsync<T>(
        Func<CancellationToken, Task<ConnectorOutcome<T>>> attempt, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        try
        {
            context.Properties.Set(Began, _timeProvider.GetTimestamp());
            return await _pipeline.ExecuteAsync(
                static async (context, attempt) => await attempt(context.CancellationToken), context, attempt);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private bool IsWorthIt(RetryPredicateArguments<object> args) =>
        args.Outcome.Result is IConnectorOutcome
        {
            Failure: { Kind: ConnectorFailureKind.Retryable or ConnectorFailureKind.Throttled } failure,
        }
        && (failure.RetryAfter ?? TimeSpan.Zero) < Left(args.Context);

    private TimeSpan Delay(RetryDelayGeneratorArguments<object> args)
    {
        if ((args.Outcome.Result as IConnectorOutcome)?.Failure?.RetryAfter is { } asked)
        {
            return asked;
        }

        var longest = _options.BaseDelay * Math.Pow(2, args.AttemptNumber);
        var ceiling = longest < _options.MaxDelay ? longest : _options.MaxDelay;
        var left = Left(args.Context);
        return (ceiling < left ? ceiling : left) * _jitter();
    }

    private TimeSpan Left(ResilienceContext context) =>
        _options.TotalTime - _timeProvider.GetElapsedTime(context.Properties.GetValue(Began, 0));
}
