using AiActBot.Compliance.Triage;

namespace AiActBot.Compliance.Tests.Triage.Beslishulp;

/// <summary>
/// Puts the answers of a path into our questions. Where the tree asks one question for what the Act keeps apart, the plainest
/// case stands for it: recruitment for Annex III, an untargeted face database for Article 5, a chatbot for Article 50.
/// What the tree does not ask stays unanswered here.
/// </summary>
internal static class Mapping
{
    public static Answers Of(TreePath path)
    {
        var answers = Answers.Empty.With("union-link", "market", "established").With("crime-authorised", "no").With("obvious", "no").With("standard-editing", "no");
        foreach (var (question, answer) in path.Chosen)
            answers = With(answers, question, answer);
        // The two things that the tree asks as one: an exception to a prohibition is about live recognition there.
        if (path.Chosen.GetValueOrDefault("2.1") == "Ja")
        {
            answers = path.Chosen["2.2"] == "Ja"
                ? answers.With("practices", "live-identification").With("live-aim", "victims").With("live-exception", "yes")
                : answers.With("practices", "face-scraping");
            if (!path.Chosen.ContainsKey("2.3"))
                answers = answers.With("areas", "biometrics").With("biometric-use", "remote-identification").With("profiling", "yes");
        }

        return answers;
    }

    private static Answers With(Answers answers, string question, string answer) => (question, answer) switch
    {
        ("1.1", "Nee") or ("1.6.1", "Ja") or ("1.6.2", "Nee") or ("1.4.2", "Geen van bovenstaande") => answers.With("subject", "system").With("technique", "fixed-rules"),
        ("1.6.3", "Nee") => answers.With("subject", "system").With("technique", "no-influence"),
        ("1.6.3", "Ja") or ("1.4.1", "Ja, het is een AI-systeem") or ("1.4.2", "AI-systeem voor algemene doeleinden") =>
            answers.With("subject", "system").With("technique", "infers"),
        ("1.4.2", "AI-model voor algemene doeleinden") => answers.With("subject", "model"),
        ("1.2", _) => Role(answers, answer),
        ("1.5", "Ja") => answers.With("special-purpose", "research-only"),
        ("1.5", _) => answers.With("special-purpose", Question.None),
        ("2.1", "Nee") => answers.With("practices", Question.None),
        ("2.3", "Geen van beide") => answers.With("product-law", "no"),
        ("2.3", _) => answers.With("product-law", answer.Contains("Sectie A", StringComparison.Ordinal) ? "section-a" : "section-b")
            .With("product-part", "itself").With("third-party-assessment", "health-safety").With("areas", Question.None),
        ("2.7.1", "Nee") => answers.With("third-party-assessment", "no"),
        ("2.4", "Ja") => answers.With("areas", "employment").With("employment-use", "recruitment"),
        ("2.4", _) => answers.With("areas", Question.None),
        ("2.5", "Ja") => answers.With("profiling", Question.Yes),
        ("2.5", _) => answers.With("profiling", Question.No),
        ("2.6", "Ja") => answers.With("limited-task", "procedural").With("influences-decisions", Question.No),
        ("2.6", _) => answers.With("limited-task", Question.None),
        ("2.8", "Ja") => answers.With("systemic-risk", "presumed"),
        ("2.8", _) => answers.With("systemic-risk", "no"),
        ("2.9", "Ja") => answers.With("contact", "interacts"),
        ("2.9", _) => answers.With("contact", Question.None),
        ("2.10", "Ja") => answers.With("crime-authorised", "yes"),
        ("2.11", _) => answers.With("open-source", answer == "Ja" ? Question.Yes : Question.No).With("open-weights", answer == "Ja" ? Question.Yes : Question.No),
        _ => answers,
    };

    private static Answers Role(Answers answers, string answer) => answer switch
    {
        "We ontwikkelen enkel" or "We hebben opdracht gegeven om de toepassing te ontwikkelen" => answers.With("activities", "supplies"),
        "We ontwikkelen, maar gebruiken het niet alleen zelf" => answers.With("activities", "supplies", "uses"),
        "We ontwikkelen en gebruiken het zelf" => answers.With("activities", "own-use"),
        "We gebruiken een extern ontwikkelde toepassing zonder aanpassingen" => answers.With("activities", "uses").With("changes", Question.None),
        Comparison.WithAdjustments => answers.With("activities", "uses").With("changes", "substantial"),
        "We importeren van een leverancier buiten de EU" => answers.With("activities", "imports").With("changes", Question.None),
        "We kopen van een leverancier binnen de EU en verkopen het" => answers.With("activities", "distributes").With("changes", Question.None),
        "Geen van bovenstaande" => answers.With("activities", Question.None),
        _ => throw new InvalidDataException($"The tree has an answer that this mapping does not know: {answer}"),
    };
}
