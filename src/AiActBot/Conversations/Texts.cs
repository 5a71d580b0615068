using AiActBot.Compliance;

namespace AiActBot.Conversations;

/// <summary>What the bot says of itself.</summary>
internal static class Texts
{
    public static readonly Bilingual NotUnderstoodAction = new(
        "Deze knop werkt niet meer. Typ **help** om te zien wat je kunt doen.",
        "This button no longer works. Type **help** to see what you can do.");

    public static readonly Bilingual SomethingWentWrong = new(
        "Dat is niet gelukt door een storing bij mij. Er is niets gewijzigd. Probeer het zo nog eens; blijft het misgaan, vraag dan je beheerder.",
        "That did not work because of a fault on my side. Nothing was changed. Please try again in a moment; if it keeps failing, ask your administrator.");

    public static readonly Bilingual TooLong = new(
        "Dat bericht is te lang voor mij (meer dan 4.000 tekens). Stel je vraag in een paar zinnen.",
        "That message is too long for me (more than 4,000 characters). Please ask your question in a few sentences.");

    public static readonly Bilingual LanguageSet = new("Ik praat voortaan Nederlands met je.", "I will speak English with you from now on.");

    public static readonly Bilingual SeeBelow = new("Zie mijn nieuwe bericht hieronder.", "See my new message below.");

    public static readonly Bilingual NothingToRead = new(
        "Ik kan alleen tekst lezen. Typ je vraag, of typ **help**.",
        "I can only read text. Type your question, or type **help**.");
}
