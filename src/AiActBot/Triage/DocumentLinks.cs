using AiActBot.Compliance;
using AiActBot.Hosting;
using Microsoft.AspNetCore.DataProtection;

namespace AiActBot.Triage;

/// <summary>What a link to a document stands for.</summary>
internal sealed record LinkedDocument(Guid AssessmentId, Language Language, OutcomeFormat Format);

/// <summary>Links with which the document of an outcome is opened from a card.</summary>
internal sealed class DocumentLinks(IDataProtectionProvider protection, OwnAddress address, TimeProvider time)
{
    private static readonly TimeSpan ValidFor = TimeSpan.FromHours(8);

    private readonly SignedLinks links = new("AiActBot.Document.v1", "/documents", protection, address, time);

    public Uri For(LinkedDocument document) =>
        links.For([.. document.AssessmentId.ToByteArray(), (byte)document.Language, (byte)document.Format], ValidFor);

    /// <returns>Null for anything that is not a link of ours, or no longer.</returns>
    public LinkedDocument? Read(string token) => links.Read(token) is { } about
        ? new LinkedDocument(new Guid(about.AsSpan(0, 16)), (Language)about[16], (OutcomeFormat)about[17])
        : null;
}
