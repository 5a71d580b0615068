using AiActBot.Knowledge.Law;
using AiActBot.Knowledge.Premises;

namespace AiActBot.Knowledge.Documents;

/// <summary>
/// Finds what is wrong in the knowledge folder: provisions that do not exist, dates that the calendar does not have, a missing
/// twin, sections that differ between the languages, broken links and unknown words.
/// </summary>
public static class KnowledgeCheck
{
    public static IReadOnlyList<KnowledgeProblem> Run(KnowledgeFolder folder)
    {
        var problems = new List<KnowledgeProblem>(folder.Problems);
        foreach (var document in folder.Documents)
        {
            problems.AddRange(Provisions(document)
                .Concat(Dates(document, folder.Calendar))
                .Concat(Words(document))
                .Concat(Links(document, folder.Documents))
                .Select(message => new KnowledgeProblem(document.Path, message)));
        }

        problems.AddRange(Twins(folder.Documents));
        problems.AddRange(Lists(folder));
        problems.AddRange(PremiseCheck.Run(folder));
        return problems;
    }

    private static IEnumerable<string> Provisions(RequirementDocument document)
    {
        if (Path.GetFileNameWithoutExtension(document.Path) != document.Id.ToString())
            yield return $"The file is not named after its id, {document.Id}.";

        var questions = document.Questions.Keys.Where(k => ProvisionId.TryParse(k, out _)).Select(ProvisionId.Parse);
        foreach (var key in document.Questions.Keys.Where(k => !ProvisionId.TryParse(k, out _)))
            yield return $"The questions stand under \"{key}\", which is not a provision id.";

        var named = document.Sections.SelectMany(s => s.Provisions).Concat(document.Provisions).Concat(questions).Append(document.Id);
        foreach (var provision in named.Distinct().Where(p => !ActStructure.Current.Exists(p)))
            yield return Missing(provision);

        foreach (var duplicate in document.Sections.GroupBy(s => s.Anchor).Where(g => g.Count() > 1))
            yield return $"Several sections are about {duplicate.Key}.";

        foreach (var reference in Texts(document).SelectMany(ReferenceFinder.Find)
                     .Where(r => r.OtherLaw is null && !ActStructure.Current.Exists(r.Provision) && ActStructure.Current.MovedTo(r.Provision) is null)
                     .DistinctBy(r => r.Provision))
            yield return $"The text names {ProvisionName.Of(reference.Provision, document.Language)}. " + Missing(reference.Provision);
    }

    private static string Missing(ProvisionId provision) => ActStructure.Current.MovedTo(provision) is { } target
        ? $"{provision} was taken out in 2026; the matter stands in {target}."
        : $"{provision} does not exist in the AI Act.";

    private static IEnumerable<string> Dates(RequirementDocument document, Calendar calendar)
    {
        foreach (var applies in document.Applies)
        {
            if (calendar.Find(applies.Calendar) is not { } entry)
                yield return $"The calendar has no entry \"{applies.Calendar}\".";
            else if (entry.Date != applies.Date)
                yield return $"{applies.Calendar} is {applies.Date:yyyy-MM-dd} here and {entry.Date:yyyy-MM-dd} in the calendar.";
        }

        foreach (var date in Texts(document).SelectMany(TextDates.Find).Distinct().Where(d => !calendar.Knows(d)))
            yield return $"The text names {TextDates.Write(date, document.Language)}, which is not in the calendar.";
    }

    private static IEnumerable<string> Words(RequirementDocument document) =>
        Unknown("role", document.Roles, Vocabulary.Roles)
            .Concat(Unknown("risk", document.Risks, Vocabulary.Risks))
            .Concat(Unknown("phase", document.Phases, Vocabulary.Phases))
            .Concat(Unknown("subject", document.Subjects, Vocabulary.Subjects));

    private static IEnumerable<string> Unknown(string what, IEnumerable<string> words, IReadOnlySet<string> known) =>
        words.Where(w => !known.Contains(w)).Select(w => $"\"{w}\" is not a known {what}.");

    private static IEnumerable<string> Links(RequirementDocument document, IReadOnlyList<RequirementDocument> all)
    {
        foreach (var link in document.Links.Where(l => !all.Any(d => d.Id.ToString() == l && d.Language == document.Language)))
            yield return $"The link {link} leads to no document in this language.";
        foreach (var source in document.Sources.Where(s => !Uri.TryCreate(s.Url, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttps))
            yield return $"The source \"{source.Title}\" has no https address.";
    }

    private static IEnumerable<KnowledgeProblem> Twins(IReadOnlyList<RequirementDocument> documents)
    {
        foreach (var document in documents)
        {
            var twin = documents.FirstOrDefault(d => d.Id == document.Id && d.Language != document.Language);
            if (twin is null)
            {
                yield return new KnowledgeProblem(document.Path, $"There is no {document.Language.Other().Code()} document {document.Id}.");
                continue;
            }

            var missing = document.Sections.Select(s => s.Anchor).Except(twin.Sections.Select(s => s.Anchor)).ToList();
            if (missing.Count > 0)
                yield return new KnowledgeProblem(twin.Path, $"Sections are missing that {document.Path} has: {string.Join("; ", missing)}.");

            if (document.Language == DocumentLanguage.Nl && !document.Applies.SequenceEqual(twin.Applies))
                yield return new KnowledgeProblem(twin.Path, $"The dates differ from those of {document.Path}.");
        }
    }

    private static IEnumerable<KnowledgeProblem> Lists(KnowledgeFolder folder)
    {
        foreach (var entry in folder.Calendar.Entries)
        {
            foreach (var provision in entry.Provisions.Append(entry.Basis).Where(p => !ActStructure.Current.Exists(p)))
                yield return new KnowledgeProblem("calendar.yaml", $"{entry.Id}: {Missing(provision)}");
        }

        foreach (var twice in folder.Calendar.Entries.Select(e => e.Id).Concat(folder.Glossary.Entries.Select(e => "glossary " + e.Id)).GroupBy(i => i).Where(g => g.Count() > 1))
            yield return new KnowledgeProblem("calendar.yaml, glossary.yaml", $"\"{twice.Key}\" stands there more than once.");

        foreach (var entry in folder.Glossary.Entries)
        {
            foreach (var provision in entry.Provisions.Where(p => !ActStructure.Current.Exists(p)))
                yield return new KnowledgeProblem("glossary.yaml", $"{entry.Id}: {Missing(provision)}");
        }
    }

    private static IEnumerable<string> Texts(RequirementDocument document) =>
        document.Sections.Select(s => s.Heading + "\n" + s.Text).Prepend(document.Introduction).Append(document.Open ?? "");
}
