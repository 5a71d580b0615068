namespace AiActBot.Compliance.Tests;

/// <summary>Finds the folders that the tests read: this repository's own, and reference data beside it that may be absent.</summary>
internal static class ReferenceData
{
    public static string RepositoryRoot { get; } = FindRoot();

    /// <summary>A file of the law's text or another outside source; null where this machine does not have it.</summary>
    public static string? Find(string path)
    {
        var file = Path.Combine(RepositoryRoot, "..", "shared", "data", path);
        return File.Exists(file) ? file : null;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "AiActBot.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run inside the repository.");
        return folder.FullName;
    }
}
