using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace AiActBot.CorrectiveActions.Evidence;

/// <summary>An archive that ends with the sums of what is in it, in the form that <c>sha256sum -c</c> reads. Written as it comes: attachments may be large.</summary>
internal sealed class EvidenceArchive(Stream output) : IDisposable
{
    private readonly ZipArchive zip = new(output, ZipArchiveMode.Create, leaveOpen: true);
    private readonly StringBuilder sums = new();

    public Task AddAsync(string name, byte[] content, CancellationToken cancellationToken) => AddAsync(name, new MemoryStream(content), cancellationToken);

    public async Task AddAsync(string name, Stream content, CancellationToken cancellationToken)
    {
        await using var entry = await zip.CreateEntry(name).OpenAsync(cancellationToken);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var some = new byte[64 * 1024];
        for (var read = await content.ReadAsync(some, cancellationToken); read > 0; read = await content.ReadAsync(some, cancellationToken))
        {
            hash.AppendData(some, 0, read);
            await entry.WriteAsync(some.AsMemory(0, read), cancellationToken);
        }

        sums.Append(Convert.ToHexStringLower(hash.GetHashAndReset())).Append("  ").Append(name).Append('\n');
    }

    public Task AddSumsAsync(CancellationToken cancellationToken) => AddAsync("SHA256SUMS", Encoding.UTF8.GetBytes(sums.ToString()), cancellationToken);

    public void Dispose() => zip.Dispose();
}
