using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using AiActBot.Knowledge.Index;

namespace AiActBot.Knowledge.Importing;

/// <summary>The organisation's own documents, one JSON file each in a folder outside the repository.</summary>
public sealed class ImportStore(string folder)
{
    public string Folder { get; } = folder;

    /// <summary>Changes whenever a document is added, replaced or removed.</summary>
    public DateTime Version => Directory.Exists(Folder) ? Directory.GetLastWriteTimeUtc(Folder) : default;

    /// <summary>Every document that can be read; a damaged file is left out, and importing it again mends it.</summary>
    public IReadOnlyList<ImportedDocument> All() =>
        Directory.Exists(Folder)
            ? [.. Directory.EnumerateFiles(Folder, "*.json").Order(StringComparer.Ordinal).Select(Read).OfType<ImportedDocument>()]
            : [];

    public ImportedDocument? Find(string source, ImportFormat format) => Read(PathOf(source, format));

    /// <summary>Writes beside and renames, so that a reader never sees half a document.</summary>
    public void Save(ImportedDocument document)
    {
        Directory.CreateDirectory(Folder);
        var path = PathOf(document.Source, document.Format);
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        File.WriteAllText(temporary, JsonSerializer.Serialize(document, ImportJson.Default.ImportedDocument));
        File.Move(temporary, path, overwrite: true);
    }

    private static ImportedDocument? Read(string path)
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllText(path), ImportJson.Default.ImportedDocument) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private string PathOf(string source, ImportFormat format)
    {
        var name = new StringBuilder();
        foreach (var c in Path.GetFileNameWithoutExtension(source))
            name.Append(char.IsAsciiLetterOrDigit(c) || c == '-' ? c : '_');
        return Path.Combine(Folder, $"{name}-{FoundFile.Hash(format.ToString(), source)[..12]}.json");
    }
}

[JsonSourceGenerationOptions(Converters = [typeof(ProvisionIdConverter)], UseStringEnumConverter = true, WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ImportedDocument))]
internal sealed partial class ImportJson : JsonSerializerContext;
