namespace AiActBot.Assistant;

/// <summary>Finds the <c>knowledge</c> folder: as configured, of the checkout, or beside the binary in a published folder.</summary>
internal static class KnowledgePlace
{
    private const string Name = "knowledge";
    private const string Mark = "calendar.yaml";

    public static string Find(string configured, string contentRoot)
    {
        if (configured.Length > 0)
            return Path.GetFullPath(configured, contentRoot);

        foreach (var start in (ReadOnlySpan<string>)[contentRoot, AppContext.BaseDirectory])
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                var candidate = Path.Combine(folder.FullName, Name);
                if (File.Exists(Path.Combine(candidate, Mark)))
                    return candidate;
            }
        }

        throw new DirectoryNotFoundException("The knowledge folder was not found. Set Knowledge:Folder to where it is.");
    }
}
