using System.Globalization;
using AiActBot.Compliance;

namespace AiActBot.CorrectiveActions.Attachments;

/// <summary>What people read about files in a case.</summary>
internal static class AttachmentTexts
{
    public static readonly Bilingual SentInChat = new(
        "Bestanden die je hier in de chat stuurt, bewaar ik niet. Bewijs bij een dossier voeg je toe met de knop **Bestanden** op de kaart van dat dossier; typ **dossiers**.",
        "I do not keep files that you send here in the chat. Add evidence to a case by the button **Files** on the card of that case; type **cases**.");

    public static readonly Bilingual Button = new("Bestanden", "Files");

    public static readonly Bilingual OpenPage = new("Open de pagina", "Open the page");

    public static readonly Bilingual Choose = new("Kies bestanden", "Choose files");

    public static readonly Bilingual Add = new("Voeg toe aan het dossier", "Add to the case");

    public static readonly Bilingual AlreadyThere = new("Deze bestanden stonden al in het dossier.", "These files were in the case already.");

    public static readonly Bilingual None = new("Er zijn nog geen bestanden.", "There are no files yet.");

    public static readonly Bilingual CaseIsClosed = new(
        "Dit dossier is gesloten. Er kan pas weer een bestand bij als het heropend is.", "This case is closed. A file can be added only once it has been reopened.");

    public static readonly Bilingual NothingChosen = new("Er is geen bestand gekozen. Kies er een, en verstuur dan.", "No file was chosen. Choose one, then send it.");

    public static readonly Bilingual NotComplete = new(
        "De bestanden zijn niet compleet aangekomen. Er is niets toegevoegd; probeer het opnieuw.", "The files did not arrive completely. Nothing was added; try again.");

    public static readonly Bilingual NotStored = new(
        "De bestanden konden niet worden opgeslagen. Er is niets toegevoegd; probeer het later opnieuw.", "The files could not be stored. Nothing was added; try again later.");

    public static readonly Bilingual Damaged = new(
        "Dit bestand is er niet meer zoals het toegevoegd is. Meld dat aan je beheerder.", "This file is no longer there as it was added. Tell your administrator.");

    public static readonly Bilingual MayNameYou = new(
        "Je meldde anoniem. Een bestand kan zelf je naam bevatten, bijvoorbeeld als auteur van een document.", "You reported anonymously. A file can hold your name itself, for instance as the author of a document.");

    public static Bilingual Title(string number) => new($"Bestanden bij {number}", $"Files of {number}");

    public static Bilingual Invitation(TimeSpan validFor) => new(
        $"Op deze pagina voeg je bestanden toe aan het dossier, of haal je ze op. De link is van jou alleen en werkt {validFor.TotalMinutes.ToString(CultureInfo.InvariantCulture)} minuten.",
        $"On this page you add files to the case, or get them. The link is yours alone and works for {validFor.TotalMinutes.ToString(CultureInfo.InvariantCulture)} minutes.");

    public static Bilingual Limits(IReadOnlyList<string> types, long bytes) => new(
        $"Hoogstens {UploadedFiles.AtOnce} tegelijk, elk tot {Size(bytes, Language.Dutch)}: {string.Join(", ", types)}.",
        $"At most {UploadedFiles.AtOnce} at once, each up to {Size(bytes, Language.English)}: {string.Join(", ", types)}.");

    public static Bilingual Added(int count) => new(
        count == 1 ? "1 bestand is toegevoegd." : $"{count} bestanden zijn toegevoegd.", count == 1 ? "1 file was added." : $"{count} files were added.");

    public static Bilingual TooMany(int atOnce) => new(
        $"Dat zijn er te veel: hoogstens {atOnce} bestanden tegelijk. Er is niets toegevoegd.", $"Those are too many: at most {atOnce} files at once. Nothing was added.");

    public static Bilingual CaseIsFull(int most) => new(
        $"Een dossier kan hoogstens {most} bestanden bevatten. Er is niets toegevoegd.", $"A case can hold at most {most} files. Nothing was added.");

    public static Bilingual WrongType(string name, IReadOnlyList<string> types) => new(
        $"'{name}' is van een soort die niet wordt aangenomen. Er is niets toegevoegd. Wel kan: {string.Join(", ", types)}.",
        $"'{name}' is of a type that is not taken in. Nothing was added. What can be: {string.Join(", ", types)}.");

    public static Bilingual NotWhatItSays(string name, string extension) => new(
        $"De inhoud van '{name}' is geen {extension}, of kan niet veilig worden bewaard. Er is niets toegevoegd.",
        $"The content of '{name}' is no {extension}, or cannot be kept safely. Nothing was added.");

    public static Bilingual TooLarge(string name, long bytes) => new(
        $"'{name}' is groter dan {Size(bytes, Language.Dutch)}. Er is niets toegevoegd.", $"'{name}' is larger than {Size(bytes, Language.English)}. Nothing was added.");

    public static Bilingual AllTooLarge(long bytes) => new(
        $"Samen zijn de bestanden te groot; elk mag tot {Size(bytes, Language.Dutch)}. Er is niets toegevoegd.", $"Together the files are too large; each may be up to {Size(bytes, Language.English)}. Nothing was added.");

    public static Bilingual Empty(string name) => new($"'{name}' is leeg. Er is niets toegevoegd.", $"'{name}' is empty. Nothing was added.");

    /// <summary><c>1,2 MB</c>, as people of this language write it.</summary>
    public static string Size(long bytes, Language language)
    {
        var culture = CultureInfo.GetCultureInfo(language == Language.Dutch ? "nl-NL" : "en-GB");
        return bytes switch
        {
            < 1024 => string.Create(culture, $"{bytes} bytes"),
            < 1024 * 1024 => string.Create(culture, $"{bytes / 1024.0:0.#} kB"),
            _ => string.Create(culture, $"{bytes / (1024.0 * 1024):0.#} MB"),
        };
    }
}
