using System.Globalization;
using AiActBot.Compliance.Triage;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace AiActBot.Triage.RuleFiles;

/// <summary>
/// Reads the rule book from its folder (<c>knowledge/rules</c>). The form is documented there, in README.md. A file may hold
/// any of <c>version</c>, <c>questions</c>, <c>rules</c> (with <c>given</c>), <c>duties</c> and <c>scenarios</c> (with <c>assume</c>) and <c>cues</c>.
/// </summary>
internal sealed class RuleBookFolder
{
    private readonly List<RuleFileProblem> _problems = [];
    private readonly List<Question> _questions = [];
    private readonly List<Rule> _rules = [];
    private readonly List<Duty> _duties = [];
    private readonly List<Scenario> _scenarios = [];
    private readonly List<Cue> _cues = [];
    private readonly List<(Cue Cue, string File, long Line)> _cueLines = [];
    private readonly Dictionary<string, (string File, long Line)> _places = new(StringComparer.Ordinal);
    private string _version = "";

    private RuleBookFolder()
    {
    }

    /// <exception cref="RuleFileException">A file cannot be read, or what it says does not fit together.</exception>
    public static RuleBook Load(string folder) => LoadAll(folder).Book;

    /// <inheritdoc cref="Load"/>
    public static (RuleBook Book, IReadOnlyList<Scenario> Scenarios) LoadWithScenarios(string folder)
    {
        var content = LoadAll(folder);
        return (content.Book, content.Scenarios);
    }

    /// <inheritdoc cref="Load"/>
    public static RuleFolderContent LoadAll(string folder)
    {
        var reader = new RuleBookFolder();
        if (!Directory.Exists(folder))
            throw new RuleFileException([new(folder, 0, "there is no such folder")]);
        // Ordinal order, so that a machine's language does not change which rule comes first.
        foreach (var path in Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
            reader.Read(path);
        return new RuleFolderContent(reader.Build(folder), reader._scenarios, reader._cues);
    }

    private void Read(string path)
    {
        var file = Path.GetFileName(path);
        try
        {
            var yaml = new YamlStream();
            using var text = File.OpenText(path);
            yaml.Load(text);
            foreach (var document in yaml.Documents)
            {
                if (Fields.Of(document.RootNode, file, _problems) is { } fields)
                    Read(fields, file);
            }
        }
        catch (YamlException broken)
        {
            _problems.Add(new(file, broken.Start.Line, $"this is not YAML: {broken.Message}"));
        }
    }

    private void Read(Fields fields, string file)
    {
        if (fields.Optional("version") is { } version)
            _version = fields.Text(version, "version");
        var given = fields.Optional("given") is { } condition ? ConditionReader.Read(condition, fields) : null;
        _questions.AddRange(Entries(fields, file, "question", EntryReader.Question));
        _rules.AddRange(Entries(fields, file, "rule", entry => EntryReader.Rule(entry, given)));
        _duties.AddRange(Entries(fields, file, "duty", EntryReader.Duty));
        var assumed = fields.Optional("assume") is { } answers ? AnswersReader.Read(answers, fields) : Answers.Empty;
        _scenarios.AddRange(Entries(fields, file, "scenario", entry => Scenario.Read(entry, assumed)));
        foreach (var node in fields.List("cues"))
        {
            if (Fields.Of(node, file, _problems, "cue") is not { } cue)
                continue;
            _cues.Add(Cue.Read(cue));
            cue.NothingElse();
            _cueLines.Add((_cues[^1], file, node.Start.Line));
        }

        fields.NothingElse();
    }

    private List<T> Entries<T>(Fields fields, string file, string kind, Func<Fields, T> read)
    {
        var found = new List<T>();
        foreach (var node in fields.List(kind == "duty" ? "duties" : kind + "s"))
        {
            if (Fields.Of(node, file, _problems, kind) is not { } entry)
                continue;
            entry.About = $"{kind} {entry.Text("id")}";
            _places[entry.About] = (file, node.Start.Line);
            found.Add(read(entry));
            entry.NothingElse();
        }

        return found;
    }

    private RuleBook Build(string folder)
    {
        if (_version.Length == 0)
            _problems.Add(new(Path.GetFileName(folder), 0, "no file states the 'version' of the rules"));
        // Questions may stand in a later file: only now are they all known.
        _problems.AddRange(_cueLines.Select(line => (line.File, line.Line, What: line.Cue.Problem(_questions)))
            .Where(line => line.What is not null).Select(line => new RuleFileProblem(line.File, line.Line, line.What!)));
        if (_problems.Count > 0)
            throw new RuleFileException(_problems);

        try
        {
            return new RuleBook(_version, _questions, _rules, _duties);
        }
        catch (InvalidRuleBookException invalid)
        {
            throw new RuleFileException([.. invalid.Problems.Select(problem =>
            {
                var (file, line) = _places.GetValueOrDefault(problem.Where, (Path.GetFileName(folder), 0));
                return new RuleFileProblem(file, line, string.Create(CultureInfo.InvariantCulture, $"{problem.Where}: {problem.What}"));
            })]);
        }
    }
}
