using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AiActBot.BotFramework.Cards;
using AiActBot.Conversations;
using AiActBot.Knowledge;
using AiActBot.Knowledge.Law;

namespace AiActBot.Assistant.Chat;

/// <summary>"Toon artikel 26, lid 5", "show Article 26(5)": the official text in full, which a citation has no room for.</summary>
internal sealed partial class ShowProvision(KnowledgeBase knowledge)
{
    // A message of Teams takes more; nobody reads more in a chat.
    private const int Longest = 12_000;

    private const string Act = "https://eur-lex.europa.eu/eli/reg/2024/1689/oj";
    private const string Amendment = "https://eur-lex.europa.eu/eli/reg/2026/1744/oj";

    /// <summary>What to type to see a provision in full.</summary>
    public static string Phrase(ProvisionId provision, DocumentLanguage language) =>
        language.Choose("Toon ", "Show ") + ProvisionName.Of(provision, language);

    /// <summary>The provision that a message asks to see, and in which language; null when it asks something else.</summary>
    public static (ProvisionId Provision, DocumentLanguage? Language)? Read(string text)
    {
        if (ReferenceFinder.Find(text) is not [{ OtherLaw: null } reference])
            return null;
        var around = $"{text[..reference.Start]} {text[(reference.Start + reference.Length)..]}";
        if (!AsksToShow().IsMatch(around) || !OnlyAsksToShow().IsMatch(around))
            return null;
        return (reference.Provision, Dutch().IsMatch(text) ? DocumentLanguage.Nl : English().IsMatch(text) ? DocumentLanguage.En : null);
    }

    public async Task ShowAsync(Turn turn, ProvisionId asked, DocumentLanguage? named, CancellationToken cancellationToken)
    {
        var language = named ?? (turn.Language == Compliance.Language.Dutch ? DocumentLanguage.Nl : DocumentLanguage.En);
        var official = await knowledge.OfficialTextAsync(cancellationToken);
        turn.Say(Text(asked, language, official));
    }

    private static string Text(ProvisionId asked, DocumentLanguage language, OfficialText official)
    {
        var act = ActStructure.Current;
        if (act.MovedTo(asked) is { } target)
            return AnswerTexts.Moved(asked, target, language);
        if (!act.Exists(asked))
            return AnswerTexts.Missing(asked, act.NearestExisting(asked), act.NearestExisting(asked) is { } near ? act.PartsOf(near).Count() : 0, language);
        var name = AnswerTexts.Capital(ProvisionName.Of(asked, language));
        if (!official.IsThere(language))
        {
            return language.Choose(
                $"De officiële tekst is hier niet ingelezen. {name} staat op {Act}/nld#{Anchor(asked)}",
                $"The official text has not been imported here. {name} is at {Act}/eng#{Anchor(asked)}");
        }

        return official.Find(asked, language) is { Count: > 0 } passages ? InFull(name, passages, language) : language.Choose(
            $"{name} staat niet in de ingelezen tekst: Verordening (EU) 2026/1744 heeft het ingevoegd. Lees het op {Amendment}/nld",
            $"{name} is not in the imported text: Regulation (EU) 2026/1744 inserted it. Read it at {Amendment}/eng");
    }

    private static string InFull(string name, IReadOnlyList<OfficialPassage> passages, DocumentLanguage language)
    {
        var text = new StringBuilder($"**{name}** ({CardText.Escape(passages[0].Heading)})");
        var cut = false;
        foreach (var passage in passages)
        {
            cut = text.Length + passage.Text.Length > Longest && text.Length > Longest / 2;
            if (cut)
                break;
            if (passage.Superseded is { } changed)
                text.Append("\n\n**").Append(language.Choose("Tekst van vóór de wijziging.", "Text from before the amendment.")).Append("** ").Append(changed.Note(language));
            var number = passages.Count > 1 && passage.Provision.Parts.Length > 1 ? $"{passage.Provision.Parts[^1]}. " : "";
            text.Append("\n\n").Append(CardText.Escape(number + passage.Text));
        }

        if (cut)
            text.Append("\n\n").Append(language.Choose("De rest staat op EUR-Lex; of vraag om één lid.", "The rest is on EUR-Lex; or ask for one paragraph."));
        var version = passages[0].Version?.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo(language.Choose("nl-NL", "en-GB")));
        text.Append("\n\n").Append(language.Choose(
            $"Tekst van {version}. Alleen het Publicatieblad is authentiek. {passages[0].Licence} {passages[0].Url}",
            $"Text of {version}. Only the Official Journal is authentic. {passages[0].Licence} {passages[0].Url}"));
        return text.ToString();
    }

    private static string Anchor(ProvisionId provision) => provision.Root.ToString().Replace('-', '_');

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\b(?:toon|laat|citeer|geef|tekst|show|display|cite|quote|give|text)\b", Options)]
    private static partial Regex AsksToShow();

    [GeneratedRegex(
        @"^(?:\W|\b(?:toon|laat|zien|citeer|geef|mij|me|de|het|hele|volledige|volledig|officiële|officiele|tekst|wettekst|van|uit|AI-verordening|"
        + @"verordening|graag|show|display|cite|quote|give|the|full|whole|official|text|of|in|AI|act|please)\b)*$",
        Options)]
    private static partial Regex OnlyAsksToShow();

    [GeneratedRegex(@"\b(?:toon|laat|citeer|geef|tekst|artikel|bijlage|overweging|lid)\b", Options)]
    private static partial Regex Dutch();

    [GeneratedRegex(@"\b(?:show|display|cite|quote|give|text|article|annex|recital|paragraph)\b", Options)]
    private static partial Regex English();
}
