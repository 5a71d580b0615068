using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json.Nodes;
using AiActBot.Knowledge.Tests.Builders;
using AiActBot.Packaging;
using AiActBot.Tests.Infrastructure;

namespace AiActBot.Tests.Packaging;

/// <summary>The app package that an administrator uploads to Teams.</summary>
[Collection(TheConsole.Name)]
public sealed class ManifestTests : IDisposable
{
    private const string AppId = "7b0f0c5e-6a3e-4b57-9d2f-3d1a2f4f9c11";

    private static readonly string[] Own =
    [
        "--app-id", AppId, "--organisation", "Voorbeeld B.V.", "--website", "https://example.org/bot", "--privacy", "https://example.org/privacy", "--terms", "https://example.org/terms",
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("aiactbot_").FullName;

    private string Zip => Path.Combine(folder, "app.zip");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Packs_manifest_languages_and_icons_with_what_is_the_organisations_own()
    {
        var ran = await Ran.CommandAsync(["manifest", "pack", "--output", Zip, .. Own]);

        Assert.Equal("", ran.Error);
        Assert.Equal(0, ran.ExitCode);
        using var zip = ZipFile.OpenRead(Zip);
        Assert.Equal(["color.png", "manifest.json", "nl.json", "outline.png"], zip.Entries.Select(entry => entry.FullName).Order());
        var manifest = await ReadAsync(zip);
        Assert.Equal(AppId, manifest["id"]!.GetValue<string>());
        Assert.Equal(AppId, manifest["bots"]![0]!["botId"]!.GetValue<string>());
        Assert.Equal(AppId, manifest["composeExtensions"]![0]!["botId"]!.GetValue<string>());
        Assert.Equal("Voorbeeld B.V.", manifest["developer"]!["name"]!.GetValue<string>());
        Assert.DoesNotContain("ORGANISATION", manifest.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("00000000-0000", manifest.ToJsonString(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task The_packed_manifest_is_valid_against_the_official_schema()
    {
        var schema = SharedData.Path("schemas/MicrosoftTeams.manifest.v1.30.schema.json");
        var validation = Path.Combine(SharedData.Checkout(), "manifest", "validation");
        Skip.IfNot(Directory.Exists(Path.Combine(validation, "node_modules")), "@microsoft/teams-manifest is not installed: run npm ci in manifest/validation.");
        await Ran.CommandAsync(["manifest", "pack", "--output", Zip, .. Own]);
        using var zip = ZipFile.OpenRead(Zip);
        var manifest = await ReadAsync(zip);

        Assert.Equal((0, ""), await ValidateAsync(validation, manifest, schema));
        manifest.Remove("accentColor");
        Assert.Equal(1, (await ValidateAsync(validation, manifest, schema)).ExitCode);
    }

    [Fact]
    public async Task The_same_package_is_built_twice_to_the_byte()
    {
        await Ran.CommandAsync(["manifest", "pack", "--output", Zip, .. Own]);
        await Ran.CommandAsync(["manifest", "pack", "--output", Zip + "2", .. Own]);

        Assert.Equal(await File.ReadAllBytesAsync(Zip), await File.ReadAllBytesAsync(Zip + "2"));
    }

    [Fact]
    public async Task Asks_for_no_permission_that_it_does_not_use()
    {
        await Ran.CommandAsync(["manifest", "pack", "--output", Zip, .. Own]);
        using var zip = ZipFile.OpenRead(Zip);
        var manifest = await ReadAsync(zip);

        Assert.All(["webApplicationInfo", "authorization", "permissions", "devicePermissions", "validDomains"], name => Assert.False(manifest.ContainsKey(name), name));
    }

    [Theory]
    [InlineData("--app-id", "my-bot")]
    [InlineData("--app-id", "00000000-0000-0000-0000-000000000000")]
    [InlineData("--organisation", "A name of an organisation that has more than 32 characters")]
    [InlineData("--website", "http://example.org")]
    [InlineData("--privacy", "")]
    [InlineData("--terms", "example.org")]
    public async Task What_is_missing_or_wrong_is_named_and_nothing_is_written(string option, string value)
    {
        var own = (string[])Own.Clone();
        own[Array.IndexOf(own, option) + 1] = value;

        var words = await Ran.CommandAsync(["manifest", "pack", "--output", Zip, .. own]);
        var json = await Ran.CommandAsync(["manifest", "pack", "--json", "--output", Zip, .. own]);

        Assert.Equal((1, 1), (words.ExitCode, json.ExitCode));
        Assert.StartsWith(option, words.Error, StringComparison.Ordinal);
        Assert.StartsWith(option, Assert.Single(JsonNode.Parse(json.Output)!["problems"]!.AsArray())!.GetValue<string>(), StringComparison.Ordinal);
        Assert.False(File.Exists(Zip));
    }

    [Theory]
    [InlineData("manifest.json", "\"title\": \"cases\"", "\"title\": \"do it all\"", "does not understand the command 'do it all'")]
    [InlineData("nl.json", "\"dossiers\"", "\"doe alles\"", "does not understand the command 'doe alles'")]
    [InlineData("nl.json", "\"name.full\"", "\"name.other\"", "nl.json has no name.full.")]
    [InlineData("nl.json", "\"AiActBot\"", "\"A name of more than thirty characters\"", "nl.json: name.short is longer than 30 characters.")]
    public async Task A_manifest_that_was_changed_wrongly_is_not_packed(string file, string words, string others, string message)
    {
        var changed = Path.Combine(folder, "manifest");
        Directory.CreateDirectory(Path.Combine(changed, "icons"));
        foreach (var name in new[] { "manifest.json", "nl.json", "icons/color.png", "icons/outline.png" })
            File.Copy(Path.Combine(SharedData.Checkout(), "manifest", name), Path.Combine(changed, name));
        var path = Path.Combine(changed, file);
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path)).Replace(words, others, StringComparison.Ordinal));

        var problems = await new AppPackage(changed).WriteAsync(new AppPackageRequest(AppId, "V", "https://example.org", "https://example.org", "https://example.org"), Zip, CancellationToken.None);

        Assert.Contains(problems, problem => problem.Contains(message, StringComparison.Ordinal));
        Assert.False(File.Exists(Zip));
    }

    private static async Task<JsonObject> ReadAsync(ZipArchive zip)
    {
        await using var stream = await zip.GetEntry("manifest.json")!.OpenAsync();
        return (await JsonNode.ParseAsync(stream))!.AsObject();
    }

    private async Task<(int ExitCode, string Output)> ValidateAsync(string validation, JsonObject manifest, string schema)
    {
        var path = Path.Combine(folder, "packed.json");
        await File.WriteAllTextAsync(path, manifest.ToJsonString());
        using var node = Process.Start(new ProcessStartInfo("node", ["validate.mjs", path, schema]) { WorkingDirectory = validation, RedirectStandardOutput = true })!;
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        return (node.ExitCode, output);
    }
}
