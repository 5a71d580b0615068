using AiActBot.Compliance;
using AiActBot.Hosting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace AiActBot.CorrectiveActions.Attachments;

/// <summary>
/// Links to the page where one person adds files to one case. Teams hands files to a bot as addresses to fetch; this way
/// nothing is ever fetched from an address that somebody sent.
/// </summary>
internal sealed class AttachmentLinks(IDataProtectionProvider protection, OwnAddress address, TimeProvider time, IOptions<AttachmentOptions> options)
{
    private readonly SignedLinks links = new("AiActBot.Attachments.v1", "/attachments", protection, address, time);

    public Uri For(CaseId caseId, PersonId personId) =>
        links.For([.. caseId.Value.ToByteArray(), .. personId.Value.ToByteArray()], options.Value.LinkValidFor);

    /// <returns>Who adds to which case; null for anything that is no link of ours or has expired.</returns>
    public (CaseId Case, PersonId Person)? Read(string token) =>
        links.Read(token) is { } about ? (new CaseId(new Guid(about.AsSpan(0, 16))), new PersonId(new Guid(about.AsSpan(16, 16)))) : null;
}
