using AiActBot.Knowledge.Index;
using AiActBot.Knowledge.Law;

namespace AiActBot.Knowledge.Tests.Builders;

/// <summary>Chunks for tests, with only what the test is about to fill in.</summary>
internal static class A
{
    public static Chunk Chunk(string id, DocumentLanguage language, string provision, string heading, string text, params string[] questions) => new(
        id, language, SourceKind.Requirement, ProvisionId.Parse(provision).Root.ToString(), [ProvisionId.Parse(provision)], heading, heading, text,
        questions, ["deployer"], ["high-risk"], [], "https://example.org/act", null, new DateOnly(2026, 7, 24), null);

    public static PassageQuery Query(string text, DocumentLanguage language = DocumentLanguage.En, params string[] provisions) =>
        new(text, language, [.. provisions.Select(ProvisionId.Parse)], [], []);
}
