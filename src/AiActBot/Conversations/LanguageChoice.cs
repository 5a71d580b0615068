using AiActBot.Compliance;

namespace AiActBot.Conversations;

/// <summary>The person's own choice of language, which wins over what their client says.</summary>
internal static class LanguageChoice
{
    public static void Choose(Turn turn, Language language)
    {
        if (!turn.Person.LanguageChosen || turn.Person.Language != language)
            turn.Record("person.language", $"person:{turn.Person.Id}", ("language", language.ToString()));
        turn.Person.Language = language;
        turn.Person.LanguageChosen = true;
        turn.Say(Texts.LanguageSet);
    }
}
