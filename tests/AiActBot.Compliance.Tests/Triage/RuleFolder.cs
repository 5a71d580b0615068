namespace AiActBot.Compliance.Tests.Triage;

/// <summary>A folder with rule files that is gone after the test.</summary>
internal sealed class RuleFolder : IDisposable
{
    public RuleFolder(params (string Name, string Text)[] files)
    {
        Path = Directory.CreateTempSubdirectory("rules").FullName;
        foreach (var (name, text) in files)
            File.WriteAllText(System.IO.Path.Combine(Path, name), text);
    }

    public string Path { get; }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
