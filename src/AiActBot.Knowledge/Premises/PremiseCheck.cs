using AiActBot.Knowledge.Documents;
using AiActBot.Knowledge.Law;
using AiActBot.Knowledge.Text;

namespace AiActBot.Knowledge.Premises;

/// <summary>Finds what is wrong in the lists of misconceptions and other subjects, and tries each on its examples.</summary>
internal static class PremiseCheck
{
    private const string Misconceptions = "premises/misconceptions.yaml";
    private const string Subjects = "premises/other-subjects.yaml";

    public static IEnumerable<KnowledgeProblem> Run(KnowledgeFolder folder)
    {
        var (examples, problems) = folder.ReadPremiseExamples();
        var wordings = folder.Misconceptions.Select(entry => (File: Misconceptions, entry.Id, entry.Wording))
            .Concat(folder.OtherSubjects.Select(entry => (File: Subjects, entry.Id, entry.Wording))).ToList();
        return problems
            .Concat(folder.Misconceptions.SelectMany(entry => Faults(entry, folder.Calendar).Select(fault => new KnowledgeProblem(Misconceptions, $"{entry.Id}: {fault}"))))
            .Concat(wordings.GroupBy(w => w.Id).Where(g => g.Count() > 1).Select(g => new KnowledgeProblem(g.First().File, $"\"{g.Key}\" stands there more than once.")))
            .Concat(wordings.SelectMany(w => Tried(w.Wording, examples.FirstOrDefault(e => e.Id == w.Id)).Select(fault => new KnowledgeProblem(w.File, $"{w.Id}: {fault}"))));
    }

    private static IEnumerable<string> Faults(Misconception entry, Calendar calendar)
    {
        if (entry.Provisions.Count == 0)
            yield return "no provision proves the correction.";
        foreach (var provision in entry.Provisions.Where(p => !ActStructure.Current.Exists(p)))
            yield return $"{provision} does not exist in the AI Act.";
        foreach (var language in DocumentLanguages.All)
        {
            var text = entry.Correction.In(language);
            foreach (var missing in ReferenceFinder.Find(text).Where(r => r.OtherLaw is null && !ActStructure.Current.Exists(r.Provision)))
                yield return $"the correction names {ProvisionName.Of(missing.Provision, language)}, which does not exist in the AI Act.";
            foreach (var date in TextDates.Find(text).Where(d => !calendar.Knows(d)))
                yield return $"the correction names {TextDates.Write(date, language)}, which is not in the calendar.";
        }
    }

    private static IEnumerable<string> Tried(InBothLanguages<Wording> wording, PremiseExamples? tried)
    {
        if (tried is null)
        {
            yield return "there are no examples to try it on.";
            yield break;
        }

        foreach (var language in DocumentLanguages.All)
        {
            foreach (var example in tried.Examples.In(language).Where(example => !wording.In(language).IsIn(Words.Of(example))))
                yield return $"the example \"{example}\" is not recognised.";
            foreach (var example in tried.Counterexamples.In(language).Where(example => wording.In(language).IsIn(Words.Of(example))))
                yield return $"the counterexample \"{example}\" is taken for one.";
        }
    }
}
