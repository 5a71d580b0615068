using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AiActBot.Packaging;

/// <summary>Builds the app package: the manifest with what is the organisation's own, its languages and its icons.</summary>
internal sealed class AppPackage(string folder)
{
    private const string Manifest = "manifest.json";

    /// <summary>A package that is built twice is the same to the byte; zip knows no earlier time.</summary>
    private static readonly DateTimeOffset AnyTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the package.</summary>
    /// <returns>What is wrong with it; then nothing was written.</returns>
    public async Task<IReadOnlyList<string>> WriteAsync(AppPackageRequest request, string path, CancellationToken cancellationToken)
    {
        var manifest = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder, Manifest), cancellationToken))!.AsObject();
        Fill(manifest, request);
        var files = new Dictionary<string, byte[]> { [Manifest] = JsonSerializer.SerializeToUtf8Bytes(manifest, Readable) };
        foreach (var name in new[] { Icon(manifest, "color"), Icon(manifest, "outline") })
            files[name] = await File.ReadAllBytesAsync(Path.Combine(folder, "icons", name), cancellationToken);
        foreach (var language in manifest["localizationInfo"]!["additionalLanguages"]!.AsArray())
        {
            var name = language!["file"]!.GetValue<string>();
            files[name] = await File.ReadAllBytesAsync(Path.Combine(folder, name), cancellationToken);
        }

        var problems = PackageCheck.Problems(manifest, files);
        if (problems.Count == 0)
            await ZipAsync(files, path, cancellationToken);
        return problems;
    }

    private static void Fill(JsonObject manifest, AppPackageRequest request)
    {
        var id = Guid.Parse(request.AppId).ToString();
        manifest["id"] = id;
        manifest["bots"]![0]!["botId"] = id;
        manifest["composeExtensions"]![0]!["botId"] = id;
        var developer = manifest["developer"]!;
        developer["name"] = request.Name.Trim();
        developer["websiteUrl"] = request.Website;
        developer["privacyUrl"] = request.Privacy;
        developer["termsOfUseUrl"] = request.Terms;
    }

    private static string Icon(JsonObject manifest, string kind) => manifest["icons"]![kind]!.GetValue<string>();

    private static async Task ZipAsync(Dictionary<string, byte[]> files, string path, CancellationToken cancellationToken)
    {
        await using var file = File.Create(path);
        await using var zip = new ZipArchive(file, ZipArchiveMode.Create);
        // At the root, where Teams looks for them.
        foreach (var (name, content) in files)
        {
            var entry = zip.CreateEntry(name);
            entry.LastWriteTime = AnyTime;
            await using var stream = await entry.OpenAsync(cancellationToken);
            await stream.WriteAsync(content, cancellationToken);
        }
    }
}
