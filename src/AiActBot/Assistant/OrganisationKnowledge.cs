using AiActBot.Knowledge;
using AiActBot.Knowledge.Importing;
using AiActBot.Knowledge.Index;
using AiActBot.Knowledge.Law;

namespace AiActBot.Assistant;

/// <summary>What the organisation adds to the product's own documents: imported documents, and answers that its compliance team keeps.</summary>
internal sealed class OrganisationKnowledge(ImportStore store, TimeProvider clock)
{
    public DateTime Version => store.Version;

    public IReadOnlyList<ImportedDocument> Documents => store.All();

    /// <summary>Keeps a reviewed answer; it is then found and cited as the organisation's own position.</summary>
    /// <param name="id">The same id replaces the answer.</param>
    /// <param name="reviewer">Who stands behind it, as shown in citations.</param>
    public void Keep(string id, DocumentLanguage language, string question, string answer, string reviewer)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var provisions = ReferenceFinder.Find($"{question}\n{answer}")
            .Where(r => r.OtherLaw is null && ActStructure.Current.Exists(r.Provision)).Select(r => r.Provision).Distinct().ToList();
        var title = language.Choose($"Antwoord van het complianceteam ({reviewer}, {today:yyyy-MM-dd})", $"Answer of the compliance team ({reviewer}, {today:yyyy-MM-dd})");
        var chunk = new Chunk(
            $"reviewed/{id}", language, SourceKind.ReviewedAnswer, $"reviewed/{id}", provisions, title, question, answer, [question], [], [], [], null, null, today, null);
        store.Save(new ImportedDocument($"reviewed/{id}", ImportFormat.Text, title, null, $"{today:yyyyMMdd}", today, [chunk]));
    }
}
