using Microsoft.Extensions.Options;

namespace AiActBot.Storage;

/// <summary>
/// An SQLite file serves one process: a second one would send what the first is sending. The operating system lets go of
/// the lock when the process ends, however it ends.
/// </summary>
internal sealed class SingleProcess(DataDirectory data, IOptions<StorageOptions> options) : IDisposable
{
    private FileStream? held;

    /// <exception cref="DataInUseException">Another process serves from this folder.</exception>
    public void Claim()
    {
        if (options.Value.Provider != DatabaseProvider.Sqlite || held is not null)
            return;
        try
        {
            held = new FileStream(data.PathOf("aiactbot.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new DataInUseException(data.Root);
        }
    }

    public void Dispose() => held?.Dispose();
}

/// <summary>Said to whoever starts a second process on the same data.</summary>
internal sealed class DataInUseException(string folder) : Exception(
    $"Another AiActBot uses the data in {folder}. Stop that one, or give this one a folder of its own with --Storage:DataDirectory. For several replicas use PostgreSQL.");
