using System.Text;
using AiActBot.Assistant.LanguageModel;
using AiActBot.BotFramework.Cards;
using AiActBot.Compliance;
using AiActBot.Compliance.Triage;
using Microsoft.Extensions.Options;

namespace AiActBot.Triage.Proposals;

/// <summary>
/// Lets a language model, when one is configured, find the answers that a description suggests. It can choose among answers
/// that exist and point at words of the description, and nothing else.
/// </summary>
internal sealed class DescriptionReading(MeteredModel model, RuleBook book, IOptions<ModelOptions> options)
{
    /// <summary>A card is waiting for it, and Teams asks again after ten to fifteen seconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    private static readonly string Template = ModelPrompt.ReadTemplate("AiActBot.Triage.Proposals.instructions.md");

    /// <param name="tenantId">The organisation that pays.</param>
    /// <returns>Empty when there is no model, no description, or nothing that passes the check.</returns>
    public async Task<IReadOnlyList<SuggestedAnswer>> ReadAsync(string description, Language language, string tenantId, CancellationToken cancellationToken)
    {
        if (!model.IsConfigured || description.Length == 0)
            return [];
        // What the model quotes is looked for in what the model read.
        var read = CardText.Plain(description);
        var prompt = ModelPrompt.Of(Template, [("questions", Questions(language)), ("description", read)]);
        var written = await model.AskAsync(prompt, tenantId, options.Value.Timeout < Patience ? options.Value.Timeout : Patience, cancellationToken);
        return written is null || written.Contains(prompt.Canary, StringComparison.Ordinal) ? [] : SuggestedAnswer.Check(written, read, book);
    }

    private string Questions(Language language)
    {
        var text = new StringBuilder();
        foreach (var question in book.Questions)
        {
            text.Append(question.Id).Append(": ").AppendLine(question.Text.In(language));
            foreach (var choice in question.Choices.Where(choice => choice.Id is not (Question.No or Question.None)))
                text.Append("  - ").Append(choice.Id).Append(": ").AppendLine(choice.Text.In(language));
        }

        return text.ToString();
    }
}
