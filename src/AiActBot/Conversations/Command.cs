namespace AiActBot.Conversations;

/// <summary>What a person can ask for by typing one of a few words. Everything else is a question.</summary>
internal enum Command
{
    Question,
    Help,
    Dutch,
    English,
    Triage,
    Systems,
    Report,
    Cases,
    Away,
    Stuck,
    QuestionReport,
}

internal static class Commands
{
    /// <summary>Typed words, both languages side by side: people mix them. Compared without case and end punctuation.</summary>
    private static readonly Dictionary<string, Command> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["help"] = Command.Help,
        ["hulp"] = Command.Help,
        ["menu"] = Command.Help,
        ["start"] = Command.Help,
        ["hi"] = Command.Help,
        ["hello"] = Command.Help,
        ["hoi"] = Command.Help,
        ["hallo"] = Command.Help,
        ["nederlands"] = Command.Dutch,
        ["taal nederlands"] = Command.Dutch,
        ["language dutch"] = Command.Dutch,
        ["english"] = Command.English,
        ["engels"] = Command.English,
        ["language english"] = Command.English,
        ["taal engels"] = Command.English,
        ["triage"] = Command.Triage,
        ["start triage"] = Command.Triage,
        ["toets systeem"] = Command.Triage,
        ["systeem toetsen"] = Command.Triage,
        ["triage a system"] = Command.Triage,
        ["systems"] = Command.Systems,
        ["systemen"] = Command.Systems,
        ["my systems"] = Command.Systems,
        ["mijn systemen"] = Command.Systems,
        ["register"] = Command.Systems,
        ["report"] = Command.Report,
        ["meld"] = Command.Report,
        ["melden"] = Command.Report,
        ["melding"] = Command.Report,
        ["report a system"] = Command.Report,
        ["afwijking melden"] = Command.Report,
        ["cases"] = Command.Cases,
        ["my cases"] = Command.Cases,
        ["zaken"] = Command.Cases,
        ["dossiers"] = Command.Cases,
        ["mijn dossiers"] = Command.Cases,
        ["stuck"] = Command.Stuck,
        ["vastgelopen"] = Command.Stuck,
        ["away"] = Command.Away,
        ["afwezig"] = Command.Away,
        ["out of office"] = Command.Away,
        ["rapport"] = Command.QuestionReport,
        ["vragenrapport"] = Command.QuestionReport,
        ["maandrapport"] = Command.QuestionReport,
        ["question report"] = Command.QuestionReport,
        ["questions report"] = Command.QuestionReport,
        ["monthly report"] = Command.QuestionReport,
        ["show the open cases"] = Command.Cases,
        ["toon de openstaande dossiers"] = Command.Cases,
        ["show my ai systems"] = Command.Systems,
        ["toon mijn ai-systemen"] = Command.Systems,
        ["assess an ai system"] = Command.Triage,
        ["beoordeel een ai-systeem"] = Command.Triage,
        ["i want to report that an ai system may not conform"] = Command.Report,
        ["ik wil melden dat een ai-systeem niet goed werkt"] = Command.Report,
    };

    public static Command Read(string text) =>
        Words.GetValueOrDefault(text.Trim().TrimEnd('.', '!', '?').Trim(), Command.Question);
}
