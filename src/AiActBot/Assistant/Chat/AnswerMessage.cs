using System.Globalization;
using AiActBot.BotFramework.Activities;
using AiActBot.Knowledge;

namespace AiActBot.Assistant.Chat;

/// <summary>An answer as Teams shows one: labelled as made by AI, with its sources as citations and buttons for feedback.</summary>
internal static class AnswerMessage
{
    /// <summary>Teams shows about three; more only push each other out of sight.</summary>
    private const int MostSuggestions = 3;

    /// <param name="linkHosts">Hosts beside those of public authorities to which a source may link.</param>
    public static Activity Build(Answer answer, bool isPersonal, IEnumerable<string> linkHosts)
    {
        var message = Activity.Message(ShownText.Markdown(answer.Text));
        new MessageEntity([.. answer.Citations.Take(MessageEntity.MaxCitations).Select(citation => ToCitation(citation, answer.Language, linkHosts))]).ApplyTo(message);
        message.AskForFeedback();
        // Suggested actions exist in personal chats only, and a card after them hides them.
        if (isPersonal && answer.Answered && Suggestions(answer).Take(MostSuggestions).ToList() is { Count: > 0 } suggestions)
            message.SuggestedActions = SuggestedActions.Saying(suggestions);
        return message;
    }

    // A citation has room for one sentence of the law; the whole of it is one tap away.
    private static IEnumerable<string> Suggestions(Answer answer) =>
        answer.Citations.Where(citation => citation.IsOfficial).Take(1).Select(citation => ShowProvision.Phrase(citation.Provision, answer.Language))
            .Concat(answer.FollowUps);

    private static BotFramework.Activities.Citation ToCitation(Citation citation, DocumentLanguage language, IEnumerable<string> linkHosts) => BotFramework.Activities.Citation.Fitted(
        citation.Number,
        ShownText.WithoutLinks($"{citation.Name}: {citation.Title}"),
        ShownText.WithoutLinks(citation.SupersededNote is { } superseded ? $"{superseded} – “{citation.Quote}”" : citation.Quote),
        SourceLinks.Allowed(citation.Url, linkHosts),
        Keywords(citation, language));

    private static IEnumerable<string> Keywords(Citation citation, DocumentLanguage language)
    {
        if (citation.SupersededNote is not null)
            yield return language.Choose("achterhaald", "superseded");
        if (citation.IsOfficial)
            yield return language.Choose("officiële tekst", "official text");
        if (citation.LawAsOf is { } asOf)
            yield return language.Choose("wet per ", "law as of ") + asOf.ToString("d MMM yyyy", CultureInfo.GetCultureInfo(language == DocumentLanguage.Nl ? "nl-NL" : "en-GB"));
        if (citation.Licence is { } licence)
            yield return licence;
        if (citation.DocumentId.StartsWith(ReviewedAnswers.DocumentPrefix, StringComparison.Ordinal))
            yield return language.Choose("eigen standpunt", "own position");
    }
}
