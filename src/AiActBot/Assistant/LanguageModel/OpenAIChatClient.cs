using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace AiActBot.Assistant.LanguageModel;

/// <summary>OpenAI's chat client behind the abstraction, for text in and text out. It offers the model no tools.</summary>
internal sealed class OpenAIChatClient(ChatClient chat, string endpoint, string model) : IChatClient
{
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ChatCompletion completion = await chat.CompleteChatAsync(Write(messages), Write(options), cancellationToken);
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, Text(completion.Content)))
        {
            Usage = completion.Usage is { } usage ? Read(usage) : null,
            FinishReason = Read(completion.FinishReason),
            ModelId = completion.Model,
        };
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var update in chat.CompleteChatStreamingAsync(Write(messages), Write(options), cancellationToken))
        {
            var read = new ChatResponseUpdate(ChatRole.Assistant, Text(update.ContentUpdate))
            {
                FinishReason = update.FinishReason is { } reason ? Read(reason) : null,
                ModelId = update.Model,
            };
            if (update.Usage is { } usage)
                read.Contents.Add(new UsageContent(Read(usage)));
            yield return read;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("openai", new Uri(endpoint), model) : null;

    public void Dispose()
    {
        // The HTTP client lives as long as the process.
    }

    private static List<OpenAI.Chat.ChatMessage> Write(IEnumerable<ChatMessage> messages) => [.. messages.Select(Write)];

    private static OpenAI.Chat.ChatMessage Write(ChatMessage message) =>
        message.Role == ChatRole.System ? new SystemChatMessage(message.Text)
        : message.Role == ChatRole.User ? new UserChatMessage(message.Text)
        : message.Role == ChatRole.Assistant ? new AssistantChatMessage(message.Text)
        : throw new NotSupportedException("Only text of system, user and assistant is sent.");

    private static ChatCompletionOptions Write(ChatOptions? options) => new() { MaxOutputTokenCount = options?.MaxOutputTokens };

    private static string Text(IEnumerable<ChatMessageContentPart> parts) => string.Concat(parts.Select(part => part.Text));

    private static UsageDetails Read(ChatTokenUsage usage) => new()
    {
        InputTokenCount = usage.InputTokenCount,
        OutputTokenCount = usage.OutputTokenCount,
        TotalTokenCount = usage.TotalTokenCount,
    };

    private static Microsoft.Extensions.AI.ChatFinishReason Read(OpenAI.Chat.ChatFinishReason reason) => reason switch
    {
        OpenAI.Chat.ChatFinishReason.Length => Microsoft.Extensions.AI.ChatFinishReason.Length,
        OpenAI.Chat.ChatFinishReason.ContentFilter => Microsoft.Extensions.AI.ChatFinishReason.ContentFilter,
        OpenAI.Chat.ChatFinishReason.ToolCalls or OpenAI.Chat.ChatFinishReason.FunctionCall => Microsoft.Extensions.AI.ChatFinishReason.ToolCalls,
        _ => Microsoft.Extensions.AI.ChatFinishReason.Stop,
    };
}
