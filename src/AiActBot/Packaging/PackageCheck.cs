using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AiActBot.Conversations;

namespace AiActBot.Packaging;

/// <summary>
/// What Teams refuses an app package for, and what its schema cannot know: that both languages are complete, that the icons have
/// the right size, and that the bot understands every command in the menu.
/// </summary>
internal static partial class PackageCheck
{
    private const int ColorIcon = 192;
    private const int OutlineIcon = 32;

    /// <summary>Where a text stands in the manifest, and how long it may be.</summary>
    private static readonly (string Path, int Longest)[] Texts =
    [
        (@"^name\.short$", 30), (@"^name\.full$", 100), (@"^description\.short$", 80), (@"^description\.full$", 4000),
        (@"^bots\[0\]\.commandLists\[\d\]\.commands\[\d+\]\.title$", 128), (@"^bots\[0\]\.commandLists\[\d\]\.commands\[\d+\]\.description$", 4000),
        (@"^bots\[0\]\.commandLists\[\d\]\.commands\[\d+\]\.prompt$", 4000),
        (@"^composeExtensions\[0\]\.commands\[\d+\](\.parameters\[\d\])?\.title$", 32), (@"^composeExtensions\[0\]\.commands\[\d+\](\.parameters\[\d\])?\.description$", 128),
    ];

    public static IReadOnlyList<string> Problems(JsonObject manifest, Dictionary<string, byte[]> files)
    {
        var languages = manifest["localizationInfo"]!["additionalLanguages"]!.AsArray().Select(language => language!["file"]!.GetValue<string>())
            .ToDictionary(file => file, file => Strings(JsonNode.Parse(files[file])!.AsObject()));
        var own = Localised(manifest).ToDictionary();
        return
        [
            .. Icon(files, manifest["icons"]!["color"]!.GetValue<string>(), ColorIcon),
            .. Icon(files, manifest["icons"]!["outline"]!.GetValue<string>(), OutlineIcon),
            .. languages.SelectMany(language => own.Keys.Except(language.Value.Keys).Select(missing => $"{language.Key} has no {missing}.")),
            .. languages.SelectMany(language => language.Value.Keys.Except(own.Keys).Select(extra => $"{language.Key}: {extra} is not in the manifest.")),
            .. languages.Append(KeyValuePair.Create("manifest.json", own)).SelectMany(language => Texted(language.Key, language.Value)),
            .. languages.Select(language => language.Value).Append(own).SelectMany(Commanded),
        ];
    }

    private static IEnumerable<string> Icon(Dictionary<string, byte[]> files, string name, int size)
    {
        var png = files[name];
        // Width and height stand at the same place in every PNG.
        var isRight = png.Length > 24 && png.AsSpan(1, 3).SequenceEqual("PNG"u8)
            && BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)) == size && BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)) == size;
        if (!isRight)
            yield return $"{name} is not a PNG of {size} by {size}.";
    }

    private static IEnumerable<string> Texted(string file, Dictionary<string, string> texts) =>
        from text in texts
        from limit in Texts
        where Regex.IsMatch(text.Key, limit.Path) && text.Value.Length > limit.Longest
        select $"{file}: {text.Key} is longer than {limit.Longest} characters.";

    /// <summary>A command without a prompt is sent as its title.</summary>
    private static IEnumerable<string> Commanded(Dictionary<string, string> texts) =>
        texts.Where(text => CommandTitle().IsMatch(text.Key) && !texts.ContainsKey(text.Key.Replace(".title", ".prompt", StringComparison.Ordinal))
                && Commands.Read(text.Value) == Command.Question)
            .Select(text => $"The bot does not understand the command '{text.Value}'.");

    private static Dictionary<string, string> Strings(JsonObject file) =>
        file.Where(pair => pair.Key != "$schema").ToDictionary(pair => pair.Key, pair => pair.Value!.GetValue<string>());

    /// <summary>Every text of the manifest that a person reads, by its path.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Localised(JsonNode node, string path = "") => node switch
    {
        JsonObject fields => fields.SelectMany(field => Localised(field.Value!, path.Length == 0 ? field.Key : $"{path}.{field.Key}")),
        JsonArray items => items.SelectMany((item, index) => Localised(item!, $"{path}[{index}]")),
        _ => node.GetValueKind() == JsonValueKind.String && Texts.Any(text => Regex.IsMatch(path, text.Path)) ? [KeyValuePair.Create(path, node.GetValue<string>())] : [],
    };

    [GeneratedRegex(@"^bots\[0\]\.commandLists\[\d\]\.commands\[\d+\]\.title$")]
    private static partial Regex CommandTitle();
}
