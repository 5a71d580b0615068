using AiActBot.Knowledge.Documents;
using AiActBot.Knowledge.Law;

namespace AiActBot.Knowledge.Index;

/// <summary>Cuts a requirement document in chunks: its introduction and each of its sections.</summary>
public static class Chunker
{
    public static IReadOnlyList<Chunk> Cut(RequirementDocument document)
    {
        var places = document.Sections.Select(s => s.Provisions).Prepend([document.Id]).ToList();
        var questions = places.ConvertAll(_ => new List<string>());
        foreach (var (key, texts) in document.Questions)
            questions[Place(key, places)].AddRange(texts);

        var chunks = new List<Chunk> { Make(document, "", [document.Id], document.Title, document.Introduction, questions[0]) };
        for (var i = 0; i < document.Sections.Count; i++)
        {
            var section = document.Sections[i];
            chunks.Add(Make(document, section.Anchor, section.Provisions, section.Heading, section.Text, questions[i + 1]));
        }

        return chunks;
    }

    // The section that is about the provision itself, then about a part of it or something around it, then the introduction.
    private static int Place(string key, List<IReadOnlyList<ProvisionId>> places)
    {
        if (!ProvisionId.TryParse(key, out var provision))
            return 0;

        var exact = places.FindIndex(1, p => p.Contains(provision));
        if (exact < 0 && provision == places[0][0])
            return 0;
        if (exact < 0)
            exact = places.FindIndex(1, p => p.Any(q => q.Contains(provision) && q != places[0][0]));
        if (exact < 0)
            exact = places.FindIndex(1, p => p.Any(provision.Contains));
        return Math.Max(exact, 0);
    }

    private static Chunk Make(
        RequirementDocument document, string anchor, IReadOnlyList<ProvisionId> provisions, string heading, string text, IReadOnlyList<string> questions) =>
        new(
            $"{document.Language.Code()}/{document.Id}#{anchor}",
            document.Language,
            SourceKind.Requirement,
            document.Id.ToString(),
            provisions,
            document.Title,
            heading,
            text,
            questions,
            document.Roles,
            document.Risks,
            document.Applies,
            document.Sources.Count > 0 ? document.Sources[0].Url : null,
            null,
            document.LawVersion,
            null);
}
