using AiActBot.Conversations;

namespace AiActBot.Assistant;

/// <summary>A typed question.</summary>
internal sealed class AnswerQuestion
{
#pragma warning disable CA1822 // Comes with the assistant.
    public Task AnswerAsync(Turn turn, CancellationToken cancellationToken)
    {
        turn.Say(new Compliance.Bilingual("Vragen kan ik nog niet beantwoorden. Typ **help**.", "I cannot answer questions yet. Type **help**."));
        return Task.CompletedTask;
    }
#pragma warning restore CA1822
}
