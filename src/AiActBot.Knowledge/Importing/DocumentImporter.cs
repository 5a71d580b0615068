namespace AiActBot.Knowledge.Importing;

/// <summary>
/// Brings outside documents into the organisation's store. Done again it changes only what changed; a document that cannot be read never
/// stops the rest.
/// </summary>
public sealed class DocumentImporter(ImportStore store, TimeProvider clock)
{
    /// <param name="path">A file or a folder.</param>
    /// <exception cref="FileNotFoundException">Nothing is there.</exception>
    public IEnumerable<ImportResult> Import(string path, ImportFormat format)
    {
        if (!File.Exists(path) && !Directory.Exists(path))
            throw new FileNotFoundException($"{path} does not exist.", path);

        return ImportAll(DocumentReader.For(format, path), path, format);
    }

    private IEnumerable<ImportResult> ImportAll(DocumentReader reader, string path, ImportFormat format)
    {
        foreach (var file in reader.Find(path))
            yield return ImportOne(reader, file, format);
    }

    private ImportResult ImportOne(DocumentReader reader, FoundFile file, ImportFormat format)
    {
        try
        {
            var hash = reader.Fingerprint(file);
            if (store.Find(file.Source, format)?.Hash == hash)
                return new ImportResult.Unchanged(file.Source);

            var document = reader.Read(file, hash, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
            if (document.Chunks.Count == 0)
                return new ImportResult.Failed(file.Source, "The document holds no text.");
            store.Save(document);
            return new ImportResult.Imported(file.Source, document.Chunks.Count, document.Chunks.Count(c => c.SupersededBy is not null));
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            return new ImportResult.Failed(file.Source, e.Message);
        }
    }
}
