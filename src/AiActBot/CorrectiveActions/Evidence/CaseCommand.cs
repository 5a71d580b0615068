using System.CommandLine;
using AiActBot.Compliance;
using AiActBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.CorrectiveActions.Evidence;

/// <summary><c>case export</c>: the evidence file of one case.</summary>
internal static class CaseCommand
{
    public static Command Create(Func<IServiceProvider> services)
    {
        var number = new Argument<string>("number") { Description = "The number of the case, such as CA-2026-0001." };
        var output = new Option<FileInfo>("--output") { Description = "The archive to write; by default NUMBER.zip here." };
        var language = new Option<string>("--language") { Description = "nl or en; the language of the document.", DefaultValueFactory = _ => "nl" };
        language.AcceptOnlyFromAmong("nl", "en");
        var export = new Command("export", "Writes one archive with the case, its notices, deliveries and audit trail, to be checked offline.") { number, output, language };
        export.SetAction((parsed, cancellationToken) => ExportAsync(
            services(), parsed.GetValue(number)!, parsed.GetValue(output), parsed.GetValue(language) == "en" ? Language.English : Language.Dutch, cancellationToken));
        return new Command("case", "Corrective-action cases.") { export };
    }

    private static async Task<int> ExportAsync(IServiceProvider services, string number, FileInfo? output, Language language, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AiActBotDbContext>().Database.MigrateAsync(cancellationToken);
        var path = output?.FullName ?? Path.GetFullPath($"{string.Concat(number.Split(Path.GetInvalidFileNameChars()))}.zip");
        // Under its own name only once it is whole.
        var draft = path + ".part";
        try
        {
            IReadOnlyList<string>? damaged;
            await using (var archive = new FileStream(draft, FileMode.Create, FileAccess.Write, FileShare.None))
                damaged = await scope.ServiceProvider.GetRequiredService<EvidenceFile>().WriteAsync(number, language, archive, cancellationToken);
            if (damaged is null)
            {
                File.Delete(draft);
                await Console.Error.WriteLineAsync($"There is no case {number}.");
                return 1;
            }

            File.Move(draft, path, overwrite: true);
            Console.WriteLine(path);
            foreach (var name in damaged)
                await Console.Error.WriteLineAsync($"{name} is missing, or is no longer what was added. It is not in the archive, and the check of the archive says so.");
            return damaged.Count == 0 ? 0 : 1;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"{path} cannot be written.");
            return 1;
        }
    }
}
