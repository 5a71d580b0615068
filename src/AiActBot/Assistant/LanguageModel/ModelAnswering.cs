using AiActBot.Knowledge.Index;
using Microsoft.Extensions.Options;

namespace AiActBot.Assistant.LanguageModel;

/// <summary>
/// Lets a language model word an answer from passages, when one is configured. Whatever goes wrong, or does not pass the check, leaves the
/// draft as it was, and the answer is composed from quotes.
/// </summary>
internal sealed class ModelAnswering(
    MeteredModel model, IOptions<ModelOptions> options, IOptions<AssistantOptions> assistant, ILogger<ModelAnswering> log)
{
    public bool IsConfigured => model.IsConfigured;

    /// <param name="tenantId">The organisation that pays.</param>
    /// <returns>Whether the draft has the model's sentences now.</returns>
    public async Task<bool> WriteAsync(
        AnswerDraft draft, QuestionAnalysis question, IReadOnlyList<Passage> passages, string tenantId, CancellationToken cancellationToken)
    {
        // The law of today: what a source says that no longer holds is not worded anew.
        var shown = passages.Where(p => p.Chunk.SupersededBy is null).Take(options.Value.Passages).Select(p => new SourcePassage(p.Chunk)).ToList();
        var left = assistant.Value.Sentences - draft.Sentences;
        if (!IsConfigured || shown.Count == 0 || left < 1 || question.Text.Length > AssistantQuestion.Longest)
            return false;

        var prompt = ModelPrompt.Write(question.SearchText, question.Language, [.. shown.Select(p => p.Chunk)], left);
        if (await model.AskAsync(prompt, tenantId, options.Value.Timeout, cancellationToken) is not { } written)
            return false;
        var (sentences, objection) = new ModelAnswerCheck(prompt, shown, question.SearchText, question.Language, left).Check(written);
        if (objection is { } reason)
        {
            Log.NotShown(log, reason);
            return false;
        }

        foreach (var sentence in sentences)
            draft.Say(sentence.Text, [.. sentence.Passages.Select(number => (shown[number - 1].Chunk, shown[number - 1].ClosestTo(sentence.Text)))]);
        return true;
    }
}
