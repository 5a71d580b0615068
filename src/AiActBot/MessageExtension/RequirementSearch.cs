using System.Globalization;
using AiActBot.Assistant;
using AiActBot.Assistant.Chat;
using AiActBot.BotFramework.Activities;
using AiActBot.BotFramework.Cards;
using AiActBot.Compliance;
using AiActBot.Knowledge;
using AiActBot.Knowledge.Index;
using AiActBot.Knowledge.Law;
using AiActBot.Storage;
using Microsoft.Extensions.Options;
using static AiActBot.Conversations.CardParts;

namespace AiActBot.MessageExtension;

/// <summary>Finds what the Act asks, as passages of the knowledge with their provision and source.</summary>
internal sealed class RequirementSearch(AiActBotDbContext db, KnowledgeBase knowledge, ReviewedAnswers reviewed, IOptions<KnowledgeOptions> options)
{
    public static readonly Bilingual WhatToType = new(
        "Typ een paar woorden, of een artikel zoals 'artikel 26, lid 5'.", "Type a few words, or an article such as 'Article 26(5)'.");

    private const int LongestQuery = 400;

    /// <summary>A card is read in passing: the whole is one click away.</summary>
    private const int LongestText = 900;
    private const int LongestPreview = 160;

    /// <summary>A passage that has next to nothing of what was typed is no result.</summary>
    private const double LeastCoverage = 0.3;

    public async Task<IReadOnlyList<ComposeExtensionResult>> FindAsync(Searcher searcher, ComposeExtensionQuery query, CancellationToken cancellationToken)
    {
        var text = query.Text.Length <= LongestQuery ? query.Text : query.Text[..LongestQuery];
        var language = searcher.Language == Language.Dutch ? DocumentLanguage.Nl : DocumentLanguage.En;
        await reviewed.RefreshAsync(db, cancellationToken);
        var named = ReferenceFinder.Find(text).Where(found => found.OtherLaw is null && ActStructure.Current.Exists(found.Provision))
            .Select(found => found.Provision).ToList();
        var index = await knowledge.IndexAsync(cancellationToken);
        var passages = await index.SearchAsync(new PassageQuery(text, language, named, [], []), 2 * (query.Skip + query.Count), cancellationToken);
        return
        [
            .. passages
                .Where(passage => ReviewedAnswers.IsOpenTo(searcher.TenantId, passage.Chunk) && passage.Chunk.Text.Length > 0)
                .Where(passage => passage.Coverage >= LeastCoverage || named.Any(provision => passage.Chunk.Provisions.Any(provision.Contains)))
                .Select(passage => passage.Chunk).DistinctBy(chunk => chunk.Id).Skip(query.Skip).Take(query.Count).Select(chunk => Show(chunk, language)),
        ];
    }

    private ComposeExtensionResult Show(Chunk chunk, DocumentLanguage language)
    {
        var provisions = string.Join(", ", chunk.Provisions.Take(3).Select(provision => ProvisionName.Of(provision, language)));
        var title = AnswerTexts.Capital(provisions.Length > 0 ? provisions : chunk.Title);
        var source = SourceLinks.Allowed(chunk.Url, options.Value.LinkHosts);
        var body = new List<CardElement> { Title(title), Subtle(chunk.Heading.Length > 0 ? $"{chunk.Title}: {chunk.Heading}" : chunk.Title), Text(Cut(chunk.Text, LongestText)) };
        if (chunk.SupersededBy is { } superseded)
            body.Add(Warning(superseded.Note(language)));
        if (chunk.LawVersion is { } version)
            body.Add(Subtle(Checked(version, language)));
        if (chunk.Licence is { } licence)
            body.Add(Subtle(licence));
        CardAction[] buttons = source is null ? [] : [new OpenUrlAction(language.Choose("De bron", "The source"), source)];
        return new ComposeExtensionResult(title, Cut(chunk.Text, LongestPreview), Card(body, buttons) with { Lang = language.Choose("nl", "en") });
    }

    private static string Checked(DateOnly version, DocumentLanguage language)
    {
        var day = version.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo(language.Choose("nl-NL", "en-GB")));
        return language.Choose($"Stand van de wet: {day}. Geen juridisch advies.", $"Law as of {day}. Not legal advice.");
    }

    private static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        var space = text.LastIndexOf(' ', longest);
        return $"{text[..(space > longest / 2 ? space : longest)].TrimEnd()}…";
    }
}
