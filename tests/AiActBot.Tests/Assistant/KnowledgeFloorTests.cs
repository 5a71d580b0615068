using System.Globalization;
using System.Text.Json;
using AiActBot.Tests.Hosting;
using AiActBot.Tests.Infrastructure;

namespace AiActBot.Tests.Assistant;

/// <summary>The knowledge as it is shipped: sound, and good enough to answer from.</summary>
[Collection(TheConsole.Name)]
public sealed class KnowledgeFloorTests
{
    private static readonly string Root = Path.GetDirectoryName(SettingsTemplateTests.Find("appsettings.template.json"))!;

    [Fact]
    public async Task Nothing_is_wrong_in_the_knowledge_folder()
    {
        var ran = await Ran.CommandAsync("knowledge", "check");

        Assert.True(ran.ExitCode == 0, ran.Output);
    }

    /// <summary>Below what is reached today, so that a worse change shows and a neutral one passes.</summary>
    [Fact]
    public async Task Questions_of_staff_find_their_provision_in_both_languages()
    {
        var ran = await Ran.CommandAsync("knowledge", "evaluate", Path.Combine(Root, "knowledge", "evaluation", "questions.jsonl"), "--json");

        Assert.Equal(0, ran.ExitCode);
        using var figures = JsonDocument.Parse(ran.Output);
        foreach (var language in new[] { "nl", "en" })
        {
            var group = figures.RootElement.EnumerateArray().Single(entry => entry.GetProperty("group").GetString() == language);
            AtLeast(0.92, group, "successAt5");
            AtLeast(0.81, group, "meanReciprocalRank");
            Assert.InRange(group.GetProperty("wrongfulRefusals").GetDouble(), 0, 0.05);
            Assert.InRange(group.GetProperty("wrongfulAnswers").GetDouble(), 0, 0.12);
        }
    }

    private static void AtLeast(double floor, JsonElement group, string figure) => Assert.True(
        group.GetProperty(figure).GetDouble() >= floor,
        string.Create(CultureInfo.InvariantCulture, $"{figure} is {group.GetProperty(figure).GetDouble():0.000}, below {floor:0.00}."));
}
