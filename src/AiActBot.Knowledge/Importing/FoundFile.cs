using System.Security.Cryptography;
using System.Text;

namespace AiActBot.Knowledge.Importing;

/// <summary>A file to import.</summary>
/// <param name="Source">Its name in the store.</param>
/// <param name="Root">The folder that was given, or the folder of the file.</param>
internal sealed record FoundFile(string Source, string Path, string Root)
{
    public string Read() => File.ReadAllText(Path, Encoding.UTF8);

    /// <summary>Files with one of the extensions under a folder, or the one file, in a fixed order.</summary>
    public static IReadOnlyList<FoundFile> In(string path, params string[] extensions)
    {
        if (File.Exists(path))
            return [new FoundFile(System.IO.Path.GetFileName(path), path, System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!)];

        return [.. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
            .Where(f => extensions.Contains(System.IO.Path.GetExtension(f), StringComparer.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)
            .Select(f => new FoundFile(System.IO.Path.GetRelativePath(path, f).Replace('\\', '/'), f, path))];
    }

    public static string Hash(params string[] parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));
}
