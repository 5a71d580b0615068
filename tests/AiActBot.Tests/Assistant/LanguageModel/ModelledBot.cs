using AiActBot.Assistant;
using AiActBot.Tests.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AiActBot.Tests.Assistant.LanguageModel;

/// <summary>A bot whose answers are worded by a model that a test speaks for.</summary>
public class ModelledBot : IAsyncLifetime
{
    public const string Tenant = "11111111-2222-4333-8444-555555555555";

    /// <summary>A question that several passages answer.</summary>
    public const string Dutch = "Hoe lang moet een gebruiksverantwoordelijke de logs bewaren?";
    public const string English = "How long must a deployer keep the logs?";

    public ModelServer Model { get; private set; } = null!;

    public RunningBot Bot { get; private set; } = null!;

    /// <summary>Settings beside those of the model.</summary>
    protected virtual (string Name, string Value)[] Settings => [];

    public async Task InitializeAsync()
    {
        Model = await ModelServer.StartAsync();
        Bot = await RunningBot.StartAsync(settings: [.. Model.Settings, .. Settings]);
    }

    public async Task DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Model.DisposeAsync();
    }

    internal Task<Answer> AskAsync(string question, Func<ModelCall, IResult> model)
    {
        Model.Answer = model;
        return Bot.Services.GetRequiredService<QuestionAnswering>().AnswerAsync(new AssistantQuestion(question, TenantId: Tenant), CancellationToken.None);
    }

    internal Task<Answer> AskAsync(string question, Func<ModelCall, string> written) => AskAsync(question, call => ModelServer.Says(written(call)));

    /// <summary>The answer of the same bot when its model has nothing to say.</summary>
    internal Task<Answer> ComposedAsync(string question) => AskAsync(question, _ => "NO ANSWER");
}
