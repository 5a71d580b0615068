using System.Security.Cryptography;
using System.Text.RegularExpressions;
using AiActBot.Storage;
using Microsoft.Extensions.Options;

namespace AiActBot.CorrectiveActions.Attachments;

/// <summary>
/// The folder with the content of attachments, under random names. A file counts once a row names it: it is written aside,
/// brought to the disk and renamed before that row is saved, and what no row names is swept away later. Whatever else stands in
/// the folder is somebody else's, and stays.
/// </summary>
internal sealed partial class AttachmentStore(DataDirectory data, IOptions<AttachmentOptions> options, TimeProvider time)
{
    /// <summary>Longer than any upload takes.</summary>
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(1);

    private const string Unfinished = ".part";

    public string Folder => Path.GetFullPath(options.Value.Folder, data.Root);

    /// <summary>Writes what comes in aside, up to the largest size; what is beyond it is read and dropped.</summary>
    public async Task<ReceivedFile> ReceiveAsync(string name, Stream content, CancellationToken cancellationToken)
    {
        var storedAs = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var file = new ReceivedFile(name, storedAs, OnDisk(() =>
        {
            Directory.CreateDirectory(Folder);
            return new FileStream(PathOf(storedAs) + Unfinished, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }));
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var some = new byte[64 * 1024];
            for (var read = await content.ReadAsync(some, cancellationToken); read > 0; read = await content.ReadAsync(some, cancellationToken))
            {
                file.Size += read;
                if (file.Size > options.Value.MaximumBytes)
                    continue;
                hash.AppendData(some, 0, read);
                OnDisk(() => file.Content.Write(some.AsSpan(0, read)));
            }

            file.Sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
            return file;
        }
        catch
        {
            Drop(file);
            throw;
        }
    }

    /// <summary>Gives what was received its lasting name. Both the content and the name have reached the disk when this returns.</summary>
    public void Keep(ReceivedFile file) => OnDisk(() =>
    {
        file.Content.Flush(flushToDisk: true);
        file.Content.Dispose();
        file.IsKept = true;
        File.Move(PathOf(file.StoredAs) + Unfinished, PathOf(file.StoredAs));
        // Journalling file systems write a rename down together with the file that was renamed.
        using var renamed = new FileStream(PathOf(file.StoredAs), FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        renamed.Flush(flushToDisk: true);
    });

    /// <summary>One that has its lasting name stays: whether its row was saved may be unknown, and the sweep finds out.</summary>
    public void Drop(ReceivedFile file)
    {
        file.Content.Dispose();
        File.Delete(PathOf(file.StoredAs) + Unfinished);
    }

    /// <returns>The content, or null when it is gone or is no longer what was added.</returns>
    public async Task<Stream?> OpenAsync(CaseAttachment attachment, CancellationToken cancellationToken)
    {
        FileStream content;
        try
        {
            content = new FileStream(PathOf(attachment.StoredAs), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        if (Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken)) != attachment.Sha256)
        {
            await content.DisposeAsync();
            return null;
        }

        content.Position = 0;
        return content;
    }

    /// <summary>Only a file of our own is deleted, whatever name is given.</summary>
    public void Delete(string name)
    {
        if (OwnName().IsMatch(name))
            File.Delete(PathOf(name));
    }

    /// <summary>Copies what is kept; uploads that are coming in are left out.</summary>
    public void CopyTo(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.Exists(Folder) ? new DirectoryInfo(Folder).GetFiles() : [])
        {
            if (OwnName().IsMatch(file.Name) && file.Extension != Unfinished)
                file.CopyTo(Path.Combine(folder, file.Name));
        }
    }

    /// <summary>Files of our own that stand there long enough to be no upload any more.</summary>
    public IReadOnlyList<string> Settled()
    {
        if (!Directory.Exists(Folder))
            return [];
        var before = (time.GetUtcNow() - Forgotten).UtcDateTime;
        return [.. new DirectoryInfo(Folder).EnumerateFiles().Where(file => OwnName().IsMatch(file.Name) && file.LastWriteTimeUtc < before).Select(file => file.Name)];
    }

    /// <summary>As <see cref="ReceiveAsync"/> names them.</summary>
    [GeneratedRegex(@"\A[0-9a-f]{32}(\.part)?\z")]
    private static partial Regex OwnName();

    private string PathOf(string storedAs) => Path.Combine(Folder, storedAs);

    /// <summary>Tells a disk that does not take it from a sender who goes away.</summary>
    private static T OnDisk<T>(Func<T> act)
    {
        try
        {
            return act();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new AttachmentNotStoredException(exception);
        }
    }

    private static void OnDisk(Action act) => OnDisk(() =>
    {
        act();
        return true;
    });
}

/// <summary>The folder of attachments could not be written to.</summary>
internal sealed class AttachmentNotStoredException(Exception because) : Exception("An attachment could not be written.", because);

/// <summary>A file that came in and is not kept yet.</summary>
/// <param name="Name">Cleaned.</param>
internal sealed record ReceivedFile(string Name, string StoredAs, FileStream Content)
{
    /// <summary>What was sent, also beyond what is taken in.</summary>
    public long Size { get; set; }

    public string Sha256 { get; set; } = "";

    /// <summary>It has its lasting name.</summary>
    public bool IsKept { get; set; }
}
