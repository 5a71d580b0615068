using AiActBot.Knowledge.Premises;

namespace AiActBot.Knowledge.Documents;

/// <summary>Everything that stands in the folder <c>knowledge</c>. What cannot be read is a problem and does not stop the rest.</summary>
public sealed record KnowledgeFolder(
    string Path, IReadOnlyList<RequirementDocument> Documents, Calendar Calendar, Glossary Glossary, IReadOnlyList<KnowledgeProblem> Problems)
{
    public IReadOnlyList<Misconception> Misconceptions { get; init; } = [];

    public IReadOnlyList<OtherSubject> OtherSubjects { get; init; } = [];

    /// <param name="path">The folder with <c>requirements</c>, <c>calendar.yaml</c>, <c>glossary.yaml</c> and the lists of premises.</param>
    public static KnowledgeFolder Load(string path)
    {
        var problems = new List<KnowledgeProblem>();
        var documents = new List<RequirementDocument>();
        foreach (var language in DocumentLanguages.All)
        {
            var folder = System.IO.Path.Combine(path, "requirements", language.Code());
            if (!Directory.Exists(folder))
                continue;

            foreach (var file in Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal))
            {
                var name = System.IO.Path.GetRelativePath(path, file).Replace('\\', '/');
                if (Try(name, () => RequirementMarkdown.Read(name, language, File.ReadAllText(file)), problems) is { } document)
                    documents.Add(document);
            }
        }

        var calendar = ReadYaml(path, "calendar.yaml", Calendar.Read, problems) ?? Calendar.Empty;
        var glossary = ReadYaml(path, "glossary.yaml", Glossary.Read, problems) ?? Glossary.Empty;
        var knowledge = new KnowledgeFolder(path, documents, calendar, glossary, problems);
        return !Directory.Exists(System.IO.Path.Combine(path, "premises")) ? knowledge : knowledge with
        {
            Misconceptions = ReadYaml(path, "premises/misconceptions.yaml", PremiseFiles.Misconceptions, problems) ?? [],
            OtherSubjects = ReadYaml(path, "premises/other-subjects.yaml", PremiseFiles.OtherSubjects, problems) ?? [],
        };
    }

    /// <summary>The examples of the premises, which only checking needs.</summary>
    internal (IReadOnlyList<PremiseExamples> Examples, IReadOnlyList<KnowledgeProblem> Problems) ReadPremiseExamples()
    {
        var problems = new List<KnowledgeProblem>();
        return Misconceptions.Count + OtherSubjects.Count == 0 ? ([], []) : (ReadYaml(Path, "premises/examples.yaml", PremiseFiles.Examples, problems) ?? [], problems);
    }

    private static T? ReadYaml<T>(string path, string name, Func<string, T> read, List<KnowledgeProblem> problems)
        where T : class
    {
        var file = System.IO.Path.Combine(path, name);
        if (File.Exists(file))
            return Try(name, () => read(File.ReadAllText(file)), problems);

        problems.Add(new KnowledgeProblem(name, "The file is missing."));
        return null;
    }

    private static T? Try<T>(string name, Func<T> read, List<KnowledgeProblem> problems)
        where T : class
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is FormatException or IOException)
        {
            problems.Add(new KnowledgeProblem(name, e.Message));
            return null;
        }
    }
}
