using AiActBot.CorrectiveActions.Attachments;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.Tests.Drivers;

/// <summary>What the bot keeps of files that people added: the rows, and the folder beside the database.</summary>
internal static class KeptFiles
{
    public static Task<List<CaseAttachment>> RowsAsync(Cast cast) =>
        cast.Bot.WithDbAsync(db => db.Attachments.AsNoTracking().OrderBy(row => row.Name).ToListAsync());

    public static string Folder(Cast cast) => Path.Combine(cast.Bot.Database.DataDirectory, "attachments");

    public static IReadOnlyList<string> Stored(Cast cast) =>
        Directory.Exists(Folder(cast)) ? [.. Directory.GetFiles(Folder(cast)).Select(file => Path.GetFileName(file))] : [];
}
