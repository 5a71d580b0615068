using System.Text.RegularExpressions;

namespace AiActBot.Tests.Hosting;

/// <summary>What the README says of the repository is so.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Root = Path.GetDirectoryName(SettingsTemplateTests.Find("appsettings.template.json"))!;

    private static readonly string Text = File.ReadAllText(Path.Combine(Root, "README.md"));

    [Fact]
    public void Every_folder_in_its_picture_is_there()
    {
        var picture = Picture().Match(Text).Value;
        var folders = Folder().Matches(picture).Select(match => match.Value).Distinct().ToList();

        Assert.NotEmpty(folders);
        Assert.All(folders, folder => Assert.True(Directory.Exists(Path.Combine(Root, folder)), $"{folder} is not there."));
    }

    [Fact]
    public void Every_file_that_it_links_to_is_there() => Assert.All(
        Link().Matches(Text).Select(match => match.Groups[1].Value).Where(target => !target.Contains(':', StringComparison.Ordinal) && !target.StartsWith('#')),
        target => Assert.True(Path.Exists(Path.Combine(Root, target.Split('#')[0])), $"{target} is not there."));

    [GeneratedRegex("```mermaid.*?```", RegexOptions.Singleline)]
    private static partial Regex Picture();

    [GeneratedRegex(@"src/[A-Za-z.]+[A-Za-z](?:/[A-Za-z]+)*")]
    private static partial Regex Folder();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
