using System.Collections.Concurrent;

namespace AiActBot.LocalChat.Mailbox;

/// <summary>A mail in the folder, under its file name.</summary>
internal sealed record FolderMail(string File, DateTimeOffset Received, MimeMail Content);

/// <summary>
/// The folder in which local mode leaves outgoing mail: one file for each. The folder is the truth and is read on every
/// request; watching it only tells the page when to ask.
/// </summary>
internal sealed class MailFolder : IDisposable
{
    readonly string folder;
    readonly LocalTranscript transcript;
    readonly LocalChatEvents events;
    readonly ILogger<MailFolder> log;
    readonly FileSystemWatcher watcher;
    readonly Lock announcing = new();
    bool isOver;
    readonly ConcurrentDictionary<(string File, DateTime Written, long Length), FolderMail> parsed = new();

    public MailFolder(string folder, LocalTranscript transcript, LocalChatEvents events, ILogger<MailFolder> log)
    {
        this.folder = Directory.CreateDirectory(folder).FullName;
        (this.transcript, this.events, this.log) = (transcript, events, log);
        watcher = new FileSystemWatcher(this.folder, "*.eml") { NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite };
        watcher.Created += (_, _) => Announce();
        watcher.Changed += (_, _) => Announce();
        watcher.Renamed += (_, _) => Announce();
        watcher.Deleted += (_, _) => Announce();
        watcher.EnableRaisingEvents = true;
    }

    /// <summary>Newest first. Who stands for the world outside the organisation also gets the mail of everybody there.</summary>
    public IReadOnlyList<FolderMail> For(LocalPerson person) =>
        [.. All().Where(mail => IsFor(mail.Content, person)).OrderByDescending(mail => mail.Received).ThenByDescending(mail => mail.File, StringComparer.Ordinal)];

    public int Unread(LocalPerson person)
    {
        var read = transcript.MailsRead();
        return For(person).Count(mail => !read.Contains(mail.File));
    }

    public void MarkRead(LocalPerson person, string file)
    {
        transcript.MarkMailRead(file);
        Announce(person);
    }

    /// <summary>Nothing is looked up for the page any more when this returns.</summary>
    public void Dispose()
    {
        lock (announcing)
            isOver = true;
        watcher.Dispose();
    }

    static bool IsFor(MimeMail mail, LocalPerson person) =>
        mail.IsTo(person.Mail) || (person.Company is not null && !LocalPeople.All.Any(known => mail.IsTo(known.Mail)));

    IEnumerable<FolderMail> All() => new DirectoryInfo(folder).EnumerateFiles("*.eml").Select(Read).OfType<FolderMail>();

    FolderMail? Read(FileInfo file)
    {
        try
        {
            var version = (file.Name, file.LastWriteTimeUtc, file.Length);
            return parsed.GetOrAdd(version, _ =>
            {
                var mail = MimeMail.Parse(File.ReadAllBytes(file.FullName));
                return new FolderMail(file.Name, mail.Date ?? new DateTimeOffset(file.LastWriteTimeUtc), mail);
            });
        }
        catch (IOException exception)
        {
            // Still being written, or gone again: the folder changes once more and the page asks again.
            Log.MailUnreadable(log, file.Name, exception);
            return null;
        }
    }

    /// <summary>The watcher may still call when it was disposed of, and would open the chat's file again in a folder that is deleted.</summary>
    internal void Announce()
    {
        lock (announcing)
        {
            if (isOver)
                return;
            foreach (var person in LocalPeople.All)
                Announce(person);
        }
    }

    void Announce(LocalPerson person) => events.Publish("mail", person, new() { ["unread"] = Unread(person) });
}
