using System.IO.Compression;
using AiActBot.Compliance;
using AiActBot.CorrectiveActions.Evidence;
using AiActBot.EndToEndTests.Infrastructure;
using AiActBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AiActBot.EndToEndTests.Drivers;

/// <summary>Exports the evidence file of a case, as <c>case export</c> does, and puts its document beside the pictures.</summary>
internal static class EvidenceOnDisk
{
    public static async Task ExportsCaseOfAsync(this TryOut story, string system, Language language)
    {
        await using var scope = story.Application.Service<IServiceScopeFactory>().CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AiActBotDbContext>();
        var number = await db.Cases.Where(c => db.AiSystems.Any(s => s.Id == c.AiSystemId && s.Name == system)).Select(c => c.Number).SingleAsync();
        using var buffer = new MemoryStream();
        Assert.Empty((await scope.ServiceProvider.GetRequiredService<EvidenceFile>().WriteAsync(number, language, buffer, CancellationToken.None))!);
        using var archive = new ZipArchive(new MemoryStream(buffer.ToArray()));
        await using var document = archive.GetEntry("case.pdf")!.Open();
        await using var copy = File.Create(story.Screenshots.PathOf("case.pdf"));
        await document.CopyToAsync(copy);
    }
}
