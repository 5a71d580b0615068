using System.Text.RegularExpressions;
using AiActBot.LocalChat.Mailbox;

namespace AiActBot.Tests.Drivers;

/// <summary>The mails that went out, as their recipients read them.</summary>
internal sealed partial class Mailbox(string folder)
{
    public IReadOnlyList<MimeMail> All => Directory.Exists(folder)
        ? [.. Directory.GetFiles(folder, "*.eml").Select(file => MimeMail.Parse(File.ReadAllBytes(file)))]
        : [];

    /// <summary>The mail to this address; waits for it, at most half a minute.</summary>
    public async Task<MimeMail> ToAsync(string address)
    {
        Directory.CreateDirectory(folder);
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var written = new SemaphoreSlim(0);
        using var watcher = new FileSystemWatcher(folder, "*.eml") { EnableRaisingEvents = true };
        watcher.Created += (_, _) => written.Release();
        watcher.Renamed += (_, _) => written.Release();
        while (true)
        {
            if (All.FirstOrDefault(mail => mail.IsTo(address)) is { } found)
                return found;
            await written.WaitAsync(timeout.Token);
        }
    }

    /// <summary>The link in a mail with which its reader confirms.</summary>
    public static Uri LinkIn(MimeMail mail) => new(Link().Match(mail.Text).Value);

    [GeneratedRegex(@"http://\S+/acknowledge/\S+")]
    private static partial Regex Link();
}
