using System.Globalization;
using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Conversations;
using AiActBot.Storage;
using AiActBot.Storage.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AiActBot.CorrectiveActions.Attachments;

/// <summary>Adds files to a case: all that were sent together, or none of them.</summary>
internal sealed class AddAttachments(
    AiActBotDbContext db, CaseFiles files, CaseCards cards, AttachmentStore store, TimeProvider time, IOptions<AttachmentOptions> options)
{
    /// <summary>How often it is decided anew when others keep coming between.</summary>
    private const int Decisions = 8;

    /// <returns>The case and the person, or null when this person has nothing to do with it.</returns>
    public async Task<(CaseFile File, Person Person)?> FindAsync(CaseId caseId, PersonId personId, CancellationToken cancellationToken) =>
        await db.People.SingleOrDefaultAsync(p => p.Id == personId, cancellationToken) is { } person
        && await files.FindAsync(caseId, person.TenantId, cancellationToken) is { } file && file.Concerns(person)
            ? (file, person)
            : null;

    /// <returns>What was added, or why nothing was; null when the case is not there for this person.</returns>
    public async Task<AddedAttachments?> HandleAsync(CaseId caseId, PersonId personId, IReadOnlyList<ReceivedFile> received)
    {
        for (var decision = 1; ; decision++)
        {
            // To its end, also when the browser went away: the files are here.
            if (await FindAsync(caseId, personId, CancellationToken.None) is not var (file, person))
                return null;
            var fresh = received.DistinctBy(one => one.Sha256).Where(one => !file.Attachments.Any(known => known.Sha256 == one.Sha256)).ToList();
            if (Objection(file, received, fresh) is { } because)
                return new AddedAttachments(file, person, 0, because);
            await AddAsync(file, person, fresh);
            try
            {
                await db.SaveChangesAsync();
                received.Except(fresh).ToList().ForEach(store.Drop);
                return new AddedAttachments((await FindAsync(caseId, personId, CancellationToken.None))!.Value.File, person, fresh.Count, null);
            }
            catch (DbUpdateException exception) when (decision < Decisions && UniqueViolation.IsConflict(exception))
            {
                // Somebody else changed the case: look again.
                db.Discard();
            }
        }
    }

    private Bilingual? Objection(CaseFile file, IReadOnlyList<ReceivedFile> received, List<ReceivedFile> fresh) => this switch
    {
        _ when file.Case.Status == CorrectiveActionStatus.Closed => AttachmentTexts.CaseIsClosed,
        _ when received.Count == 0 => AttachmentTexts.NothingChosen,
        _ when received.Select(Objection).FirstOrDefault(one => one is not null) is { } because => because,
        _ when file.Attachments.Count + fresh.Count > options.Value.MaximumPerCase => AttachmentTexts.CaseIsFull(options.Value.MaximumPerCase),
        _ => null,
    };

    private Bilingual? Objection(ReceivedFile one)
    {
        var extension = AttachmentName.ExtensionOf(one.Name);
        if (!options.Value.TakenIn.Contains(extension))
            return AttachmentTexts.WrongType(one.Name, options.Value.TakenIn);
        if (one.Size > options.Value.MaximumBytes)
            return AttachmentTexts.TooLarge(one.Name, options.Value.MaximumBytes);
        if (one.Size == 0)
            return AttachmentTexts.Empty(one.Name);
        return one.IsKept || AttachmentType.Holds(extension, one.Content) ? null : AttachmentTexts.NotWhatItSays(one.Name, extension);
    }

    private async Task AddAsync(CaseFile file, Person person, List<ReceivedFile> fresh)
    {
        var now = time.GetUtcNow();
        foreach (var (index, one) in fresh.Index())
        {
            if (!one.IsKept)
                store.Keep(one);
            var attachment = new CaseAttachment
            {
                // Ids that follow each other, so that the files keep the order in which they were sent.
                Id = Guid.CreateVersion7(now.AddMilliseconds(index)), CaseId = file.Case.Id, AddedBy = person.Id, AddedAt = now,
                Name = one.Name, Size = one.Size, Sha256 = one.Sha256, StoredAs = one.StoredAs,
            };
            db.Attachments.Add(attachment);
            // Who reported anonymously does not stand in the audit trail; nor does a name, which may be of a person.
            db.Record(new AuditRecord("case.attached", $"case:{file.Case.Id}", file.IsHidden(person.Id) ? null : person.Id, now,
                ("attachment", attachment.Id.ToString()), ("sha256", one.Sha256), ("bytes", one.Size.ToString(CultureInfo.InvariantCulture))));
        }

        if (fresh.Count == 0)
            return;
        // A change of the case like any other: of two at once, one looks again, and counts again.
        db.Entry(file.Case).Property(c => c.Status).IsModified = true;
        await cards.ShowEverybodyAsync(file, now, CancellationToken.None);
    }
}

/// <param name="Refusal">Why nothing was added.</param>
internal sealed record AddedAttachments(CaseFile File, Person Person, int Count, Bilingual? Refusal);
