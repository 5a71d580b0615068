using AiActBot.BotFramework.Activities;
using AiActBot.Compliance;
using AiActBot.Conversations;
using AiActBot.Hosting;
using AiActBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AiActBot.MessageExtension;

/// <summary>
/// Searches from the compose box of any chat, also where the bot is no member. Looking for something changes nothing: no person, no
/// conversation and no search is stored.
/// </summary>
internal sealed class SearchInChat(
    AiActBotDbContext db, RequirementSearch requirements, SystemSearch systems, CaseSearch cases, IOptions<OrganisationOptions> organisation)
{
    private static readonly Bilingual NothingFound = new("Niets gevonden. Probeer andere woorden.", "Nothing found. Try other words.");

    public static bool Asks(Activity activity) => activity is { Type: ActivityTypes.Invoke, Name: InvokeNames.ComposeExtensionQuery };

    public async Task<InvokeResult> AnswerAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (!ComposeExtensionQuery.TryRead(activity.Value, out var query))
            return InvokeResult.Malformed;
        var searcher = await SearcherOfAsync(activity, cancellationToken);
        if (query.CommandId == "requirements" && query.Text.Length == 0)
            return new InvokeResult(200, ComposeExtensionResponse.Message(searcher.In(RequirementSearch.WhatToType)));
        // The commands of the manifest.
        var found = query.CommandId switch
        {
            "requirements" => await requirements.FindAsync(searcher, query, cancellationToken),
            "systems" => await systems.FindAsync(searcher, query, cancellationToken),
            "cases" => await cases.FindAsync(searcher, query, cancellationToken),
            _ => null,
        };
        return found switch
        {
            null => InvokeResult.Malformed,
            [] when query.Skip == 0 => new InvokeResult(200, ComposeExtensionResponse.Message(searcher.In(NothingFound))),
            _ => new InvokeResult(200, ComposeExtensionResponse.Results(found)),
        };
    }

    private async Task<Searcher> SearcherOfAsync(Activity activity, CancellationToken cancellationToken)
    {
        var tenantId = activity.Conversation?.TenantId ?? TeamsChannelData.Read(activity.ChannelData).TenantId ?? "";
        var identity = TurnOpening.IdentityOf(activity.From?.AadObjectId, activity.From?.Id ?? "");
        var person = await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.TenantId == tenantId && p.AadObjectId == identity, cancellationToken);
        var language = person is { LanguageChosen: true } ? person.Language : TurnOpening.LanguageOf(activity) ?? person?.Language ?? organisation.Value.DefaultLanguage;
        return new Searcher(tenantId, person, language);
    }
}
