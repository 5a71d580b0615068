using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using AiActBot.Hosting;
using AiActBot.Trust;

namespace AiActBot.Packaging;

/// <summary><c>manifest pack</c>: the app package for Teams.</summary>
internal static class ManifestCommand
{
    public static Command Create(Func<IServiceProvider> services)
    {
        var output = new Option<string>("--output") { Description = "The file to write.", DefaultValueFactory = _ => "aiactbot.zip" };
        var appId = new Option<string?>("--app-id") { Description = "Application (client) id of the bot; Bot:AppId when left out." };
        var organisation = new Option<string?>("--organisation") { Description = "Name of the organisation, at most 32 characters; Organisation:Name when left out." };
        var website = new Option<string?>("--website") { Description = "Page about the app; Organisation:PublicUrl when left out." };
        var privacy = new Option<string>("--privacy") { Description = "The organisation's privacy statement.", DefaultValueFactory = _ => "" };
        var terms = new Option<string>("--terms") { Description = "The organisation's terms of use.", DefaultValueFactory = _ => "" };
        var json = new Option<bool>("--json") { Description = "Machine-readable output only." };
        var pack = new Command("pack", "Builds the app package for Teams and checks it.") { output, appId, organisation, website, privacy, terms, json };
        pack.SetAction((parsed, cancellationToken) =>
        {
            var provider = services();
            var configuration = provider.GetRequiredService<IConfiguration>();
            var request = new AppPackageRequest(
                parsed.GetValue(appId) ?? configuration[$"{BotOptions.Section}:{nameof(BotOptions.AppId)}"] ?? "",
                parsed.GetValue(organisation) ?? configuration[$"{OrganisationOptions.Section}:{nameof(OrganisationOptions.Name)}"] ?? "",
                parsed.GetValue(website) ?? configuration[$"{OrganisationOptions.Section}:{nameof(OrganisationOptions.PublicUrl)}"] ?? "",
                parsed.GetValue(privacy)!, parsed.GetValue(terms)!);
            return PackAsync(request, parsed.GetValue(output)!, parsed.GetValue(json), cancellationToken);
        });
        return new Command("manifest", "The app package for Teams.") { pack };
    }

    private static async Task<int> PackAsync(AppPackageRequest request, string output, bool asJson, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(output);
        var problems = request.Problems();
        if (problems.Count == 0)
        {
            problems = ManifestFolder.Find() is { } folder
                ? await new AppPackage(folder).WriteAsync(request, path, cancellationToken)
                : ["The folder 'manifest' is neither beside nor above the program."];
        }

        var isWritten = problems.Count == 0;
        if (asJson)
            Console.WriteLine(JsonSerializer.Serialize(new PackReport(isWritten ? path : null, problems), PackJson.Default.PackReport));
        else if (isWritten)
            Console.WriteLine($"{path} is ready to be uploaded to Teams.");
        foreach (var problem in asJson ? [] : problems)
            await Console.Error.WriteLineAsync(problem);
        return isWritten ? 0 : AiActBotCommandLine.CheckFailed;
    }
}

/// <summary>Where the manifest is: with the program when it is published, above it in a checkout.</summary>
internal static class ManifestFolder
{
    public static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var found = Path.Combine(folder.FullName, "manifest");
            if (File.Exists(Path.Combine(found, "manifest.json")))
                return found;
        }

        return null;
    }
}

internal sealed record PackReport(string? File, IReadOnlyList<string> Problems);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(PackReport))]
internal sealed partial class PackJson : JsonSerializerContext;
