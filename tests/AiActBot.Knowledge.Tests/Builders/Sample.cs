using AiActBot.Knowledge.Documents;
using AiActBot.Knowledge.Index;
using AiActBot.Knowledge.Law;

namespace AiActBot.Knowledge.Tests.Builders;

internal static class Sample
{
    public static Glossary Glossary { get; } = Glossary.Read("""
        - {id: deployer, nl: [gebruiksverantwoordelijke], en: [deployer], words-nl: [gebruiker], words-en: [user], provisions: [art-26]}
        - {id: recruitment, nl: [werving en selectie], en: [recruitment], words-nl: [sollicitatie, cv], words-en: [job application, CV], provisions: [anx-III.4.a]}
        - {id: msa, nl: [markttoezichtautoriteit], en: [market surveillance authority], words-nl: [toezichthouder], words-en: [regulator], provisions: [art-74]}
        """);

    public static Chunk Chunk(string provision, DocumentLanguage language, string heading, string text, params string[] questions) => new(
        $"{language.Code()}/{provision}",
        language,
        SourceKind.Requirement,
        ProvisionId.Parse(provision).Root.ToString(),
        [ProvisionId.Parse(provision)],
        heading,
        heading,
        text,
        questions,
        ["deployer"],
        ["high-risk"],
        [new AppliesDate("high-risk-annex-iii", new DateOnly(2027, 12, 2))],
        "https://eur-lex.europa.eu/eli/reg/2024/1689/oj",
        null,
        new DateOnly(2026, 7, 27),
        null);

    /// <summary>Three sections in both languages and one that exists in English only.</summary>
    public static IReadOnlyList<Chunk> Library { get; } =
    [
        Chunk("art-26.6", DocumentLanguage.Nl, "Bewaar de logs", "De gebruiksverantwoordelijke bewaart de logs van het AI-systeem ten minste zes maanden.", "Hoe lang bewaren we logbestanden?"),
        Chunk("art-26.6", DocumentLanguage.En, "Keep the logs", "The deployer keeps the logs of the AI system for at least six months.", "How long do we keep log files?"),
        Chunk("art-74.1", DocumentLanguage.Nl, "Wie controleert", "De markttoezichtautoriteit controleert AI-systemen en mag documenten opvragen.", "Welke toezichthouder controleert ons?"),
        Chunk("art-74.1", DocumentLanguage.En, "Who checks", "The market surveillance authority checks AI systems and may ask for documents.", "Which regulator checks us?"),
        Chunk("anx-III.4.a", DocumentLanguage.Nl, "Werving en selectie", "AI voor werving en selectie van kandidaten heeft een hoog risico.", "Is een cv-tool hoog risico?"),
        Chunk("anx-III.4.a", DocumentLanguage.En, "Recruitment", "AI for recruitment and selection of candidates is high-risk.", "Is a CV tool high-risk?"),
        Chunk("art-57.1", DocumentLanguage.En, "Sandboxes", "Each Member State sets up a regulatory sandbox where new systems are tried under supervision."),
    ];
}
