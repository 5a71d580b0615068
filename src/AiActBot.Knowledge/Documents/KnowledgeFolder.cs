namespace AiActBot.Knowledge.Documents;

/// <summary>Everything that stands in the folder <c>knowledge</c>. What cannot be read is a problem and does not stop the rest.</summary>
public sealed record KnowledgeFolder(
    string Path, IReadOnlyList<RequirementDocument> Documents, Calendar Calendar, Glossary Glossary, IReadOnlyList<KnowledgeProblem> Problems)
{
    /// <param name="path">The folder with <c>requirements</c>, <c>calendar.yaml</c> and <c>glossary.yaml</c>.</param>
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
        return new KnowledgeFolder(path, documents, calendar, glossary, problems);
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
