namespace AiActBot.Hosting;

/// <summary>
/// The <c>knowledge</c> folder: as configured, beside the content root, or above the binary (a checkout) or with it
/// (a published folder).
/// </summary>
internal sealed class KnowledgeLocation(IConfiguration configuration, IHostEnvironment environment)
{
    public string Folder { get; } = Find(configuration["Knowledge:Folder"], environment.ContentRootPath);

    private static string Find(string? configured, string contentRoot)
    {
        if (!string.IsNullOrEmpty(configured))
            return Path.GetFullPath(configured, contentRoot);
        for (var folder = new DirectoryInfo(contentRoot); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "knowledge", "rules")))
                return Path.Combine(folder.FullName, "knowledge");
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "knowledge", "rules")))
                return Path.Combine(folder.FullName, "knowledge");
        }

        throw new DirectoryNotFoundException("The knowledge folder was not found. Set Knowledge:Folder to where it is.");
    }
}
