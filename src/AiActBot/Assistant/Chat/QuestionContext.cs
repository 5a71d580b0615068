using System.Text.Json;
using System.Text.Json.Serialization;
using AiActBot.AiSystems;
using AiActBot.Compliance;
using AiActBot.Conversations;
using AiActBot.Knowledge.Law;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AiActBot.Assistant.Chat;

/// <summary>What a question in a conversation may lean on: the person's question before it there, and the systems that they may see.</summary>
internal sealed class QuestionContext(SystemRegister register, KnowledgeBase knowledge, IOptions<AssistantOptions> options)
{
    /// <summary>The context of the next question, to be kept in the dialog.</summary>
    public static string Write(AssistantContext context) => JsonSerializer.Serialize(
        new SavedContext(context.PreviousQuestion, [.. context.PreviousProvisions.Select(provision => provision.ToString())], context.System?.Id.Value),
        SavedContextJson.Default.SavedContext);

    /// <summary>What was asked before, or null when nothing was or it is too long ago.</summary>
    public async Task<AssistantContext?> OfAsync(Turn turn, DialogState? dialog, CancellationToken cancellationToken)
    {
        if (dialog is not { State.Length: > 0 } || turn.Now - dialog.UpdatedAt > options.Value.FollowUpFor
            || JsonSerializer.Deserialize(dialog.State, SavedContextJson.Default.SavedContext) is not { } saved)
        {
            return null;
        }

        // Read again: the register may have changed since, and so may what the person may see.
        var system = saved.System is { } id
            ? await register.VisibleTo(turn.Person).AsNoTracking().SingleOrDefaultAsync(s => s.Id == new AiSystemId(id), cancellationToken)
            : null;
        return new AssistantContext(saved.Question, [.. saved.Provisions.Select(ProvisionId.Parse)], Known(system));
    }

    /// <summary>The system that the message names; the longest name where one holds another.</summary>
    public async Task<KnownSystem?> SystemNamedAsync(Turn turn, CancellationToken cancellationToken)
    {
        var names = await register.VisibleTo(turn.Person).Select(s => new { s.Id, s.Name }).ToListAsync(cancellationToken);
        var named = names.Where(s => KnownSystem.IsNamedIn(turn.Text, s.Name, IsCommonWord(s.Name))).MaxBy(s => s.Name.Length);
        return named is null ? null : Known(await register.VisibleTo(turn.Person).AsNoTracking().SingleAsync(s => s.Id == named.Id, cancellationToken));
    }

    // "Chatbot" could be anybody's; "Chatbot Loket" is a name.
    private bool IsCommonWord(string name) => !name.Contains(' ', StringComparison.Ordinal) && (
        knowledge.Glossary.Terms(name).Count > 0 || knowledge.Glossary.Hints(name) || ScopeCheck.NamesTheSubject(name) || ScopeCheck.NamesAProduct(name));

    private static KnownSystem? Known(AiSystem? system) =>
        system is null ? null : new KnownSystem(system.Id, system.Name, system.Roles, system.RiskClasses);
}

internal sealed record SavedContext(string Question, IReadOnlyList<string> Provisions, Guid? System);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(SavedContext))]
internal sealed partial class SavedContextJson : JsonSerializerContext;
