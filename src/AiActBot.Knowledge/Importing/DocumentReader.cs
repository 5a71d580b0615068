namespace AiActBot.Knowledge.Importing;

/// <summary>Reads one form of outside documents.</summary>
internal abstract class DocumentReader
{
    public abstract IReadOnlyList<FoundFile> Find(string path);

    /// <summary>What the hash is taken of: the file, and what other files add to it.</summary>
    public virtual string Fingerprint(FoundFile file) => FoundFile.Hash(file.Read());

    /// <exception cref="FormatException">The file does not have the form; the message says why in words.</exception>
    public abstract ImportedDocument Read(FoundFile file, string hash, DateOnly today);

    public static DocumentReader For(ImportFormat format, string path) => format switch
    {
        ImportFormat.Algoritmekader => new AlgoritmekaderReader(path),
        ImportFormat.EurLex => new EurLexReader(),
        ImportFormat.Markdown => new MarkdownReader(),
        _ => new PlainTextReader(),
    };
}
