using System.Text.Json.Serialization;
using AiActBot.Conversations;
using AiActBot.Storage.Audit;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.Storage.Persons;

/// <summary>What is kept about one person, and its erasure. In the audit trail a person is an opaque number, so erasing one does not touch the chain.</summary>
internal sealed class PersonData(AiActBotDbContext db, TimeProvider time)
{
    /// <param name="who">The opaque id, or the object id in the directory.</param>
    public Task<Person?> FindAsync(string who, CancellationToken cancellationToken)
    {
        var id = Guid.TryParse(who, out var guid) ? new Compliance.PersonId(guid) : default;
        var objectId = guid == Guid.Empty ? who : guid.ToString();
        return db.People.FirstOrDefaultAsync(p => p.AadObjectId == objectId || p.Id == id, cancellationToken);
    }

    public async Task<PersonExport> ExportAsync(Person person, CancellationToken cancellationToken)
    {
        var id = person.Id;
        var actor = id.ToString();
        return new PersonExport(
            actor, person.TenantId, person.AadObjectId, person.UserId, person.DisplayName, person.Language.ToString(), person.TimeZone, person.FirstSeen,
            await db.Conversations.Where(c => c.PersonId == id).Select(c => c.ConversationId).ToListAsync(cancellationToken),
            await db.AiSystems.Where(s => s.OwnerId == id).Select(s => s.Name).ToListAsync(cancellationToken),
            await (from item in db.DutyItems
                   join system in db.AiSystems on item.AiSystemId equals system.Id
                   where item.OwnerId == id
                   orderby system.Name, item.DutyId
                   select system.Name + ": " + item.DutyId).ToListAsync(cancellationToken),
            await db.Cases.Where(c => c.ReportedBy == id).Select(c => c.Number).ToListAsync(cancellationToken),
            await db.Attachments.Where(a => a.AddedBy == id).OrderBy(a => a.AddedAt).Select(a => a.Name).ToListAsync(cancellationToken),
            await db.AskedQuestions.Where(q => q.PersonId == id).OrderBy(q => q.At).Select(q => q.Question).ToListAsync(cancellationToken),
            await db.TeamQuestions.Where(q => q.AskedBy == id).OrderBy(q => q.AskedAt).Select(q => q.Question).ToListAsync(cancellationToken),
            await db.TriageSessions.Where(s => s.PersonId == id).Select(s => s.Description == "" ? s.Name : s.Name + ": " + s.Description).ToListAsync(cancellationToken),
            await db.Parties.Where(p => p.PersonId == id).Select(p => p.ContactName + " <" + p.Mail + ">").ToListAsync(cancellationToken),
            await db.AuditEntries.Where(e => e.Actor == actor).OrderBy(e => e.Sequence).Select(e => e.Action).ToListAsync(cancellationToken));
    }

    /// <summary>
    /// Removes what identifies the person and what they wrote outside cases. What a case needs as evidence stays, with an
    /// opaque number in the place of a name (Article 17(3)(b) GDPR: the documentation that the Act asks to be kept).
    /// </summary>
    /// <returns>Why it cannot be done now, or null when it is done.</returns>
    public async Task<string?> EraseAsync(Person person, CancellationToken cancellationToken)
    {
        var id = person.Id;
        if (await db.Approvals.AnyAsync(a => a.ApproverId == id && a.State == CorrectiveActions.ApprovalState.Pending, cancellationToken))
            return "A decision is being asked of this person. Have the request taken back first, so that somebody else can decide.";
        if (await db.Notifications.AnyAsync(n => n.PersonId == id && (n.State == Notifications.NotificationState.Pending || n.State == Notifications.NotificationState.Sending), cancellationToken))
            return "Something is being sent to this person. Try again when that is done.";
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var conversations = await db.Conversations.Where(c => c.PersonId == id).Select(c => c.ConversationId).ToListAsync(cancellationToken);
        await db.Inbox.Where(a => conversations.Contains(a.ConversationId)).ExecuteDeleteAsync(cancellationToken);
        await db.Dialogs.Where(d => d.PersonId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Conversations.Where(c => c.PersonId == id).ExecuteDeleteAsync(cancellationToken);
        await db.AskedQuestions.Where(q => q.PersonId == id).ExecuteDeleteAsync(cancellationToken);
        await db.TeamQuestions.Where(q => q.AskedBy == id && !q.IsKept).ExecuteDeleteAsync(cancellationToken);
        await db.TriageSessions.Where(s => s.PersonId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Notifications.Where(n => n.PersonId == id).ExecuteUpdateAsync(
            set => set.SetProperty(n => n.ActivityId, (string?)null).SetProperty(n => n.MailAddress, (string?)null), cancellationToken);
        await db.Parties.Where(p => p.PersonId == id).ExecuteUpdateAsync(
            set => set.SetProperty(p => p.ContactName, "-").SetProperty(p => p.Mail, "").SetProperty(p => p.PersonId, (Compliance.PersonId?)null), cancellationToken);
        await RedactNoticesAsync(person, cancellationToken);
        await RedactDocumentsAsync(person, cancellationToken);
        var erased = Person.Erased + id;
        await db.People.Where(p => p.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(p => p.AadObjectId, erased).SetProperty(p => p.UserId, erased).SetProperty(p => p.DisplayName, "-").SetProperty(p => p.TimeZone, (string?)null), cancellationToken);
        db.Record(new AuditRecord("person.erased", $"person:{id}", null, time.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    /// <summary>A notice greets its reader by name; the rest of it is evidence.</summary>
    private async Task RedactNoticesAsync(Person person, CancellationToken cancellationToken)
    {
        foreach (var notice in await db.Notifications.AsNoTracking().Where(n => n.Text.Contains(person.DisplayName) || n.Subject.Contains(person.DisplayName)).ToListAsync(cancellationToken))
        {
            var (text, subject) = (notice.Text.Replace(person.DisplayName, "-", StringComparison.Ordinal), notice.Subject.Replace(person.DisplayName, "-", StringComparison.Ordinal));
            await db.Notifications.Where(n => n.Id == notice.Id).ExecuteUpdateAsync(set => set.SetProperty(n => n.Text, text).SetProperty(n => n.Subject, subject), cancellationToken);
        }
    }

    /// <summary>The document of an outcome says who answered; the rest of it is evidence.</summary>
    private async Task RedactDocumentsAsync(Person person, CancellationToken cancellationToken)
    {
        var theirs = db.Assessments.Where(a => a.PersonId == person.Id).Select(a => a.Id);
        foreach (var document in await db.AssessmentDocuments.Where(d => theirs.Contains(d.AssessmentId)).ToListAsync(cancellationToken))
            document.Content = Triage.AssessmentDocument.Without(document.Content, person.DisplayName);
    }
}

/// <summary>A person's data, as they get it.</summary>
internal sealed record PersonExport(
    string Id, string TenantId, string ObjectId, string UserId, string Name, string Language, string? TimeZone, DateTimeOffset FirstSeen,
    IReadOnlyList<string> Conversations, IReadOnlyList<string> Systems, IReadOnlyList<string> Duties, IReadOnlyList<string> CasesReported, IReadOnlyList<string> FilesAdded, IReadOnlyList<string> Questions,
    IReadOnlyList<string> QuestionsToTheTeam, IReadOnlyList<string> Triages, IReadOnlyList<string> ContactOf, IReadOnlyList<string> Actions);

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web, WriteIndented = true)]
[JsonSerializable(typeof(PersonExport))]
internal sealed partial class PersonJson : JsonSerializerContext;
