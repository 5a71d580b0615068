using System.Globalization;
using Microsoft.Playwright;

namespace AiActBot.EndToEndTests.Infrastructure;

/// <summary>Pictures of a story, numbered in its order, under <c>artifacts/screenshots</c> for people to look at.</summary>
internal sealed class Screenshots(string story)
{
    private readonly string folder = Prepare(story);
    private int taken;

    public Task TakeAsync(IPage page, string name)
    {
        var number = (++taken).ToString("00", CultureInfo.InvariantCulture);
        return page.ScreenshotAsync(new PageScreenshotOptions
        {
            Path = Path.Combine(folder, $"{number}-{name}.png"),
            Animations = ScreenshotAnimations.Disabled,
        });
    }

    /// <summary>Of one part of a page, also what is below the window.</summary>
    public Task TakeAsync(ILocator part, string name)
    {
        var number = (++taken).ToString("00", CultureInfo.InvariantCulture);
        return part.ScreenshotAsync(new LocatorScreenshotOptions { Path = Path.Combine(folder, $"{number}-{name}.png"), Animations = ScreenshotAnimations.Disabled });
    }

    /// <summary>Where something else of the story is put for people to look at.</summary>
    public string PathOf(string name) => Path.Combine(folder, name);

    private static string Prepare(string story)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Root(), "artifacts", "screenshots", story));
        foreach (var old in folder.GetFiles("*.png"))
            old.Delete();
        return folder.FullName;
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "AiActBot.sln")))
                return folder.FullName;
        }

        return AppContext.BaseDirectory;
    }
}
