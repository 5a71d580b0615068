using AiActBot.AiSystems;
using AiActBot.Assistant.Chat;
using AiActBot.Assistant.LanguageModel;
using AiActBot.Conversations;
using AiActBot.CorrectiveActions;
using AiActBot.CorrectiveActions.Attachments;
using AiActBot.Notifications;
using AiActBot.Reminders;
using AiActBot.Storage.Audit;
using AiActBot.Storage.Backup;
using AiActBot.Triage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AiActBot.Storage;

/// <summary>
/// The one model. SQLite and PostgreSQL each derive from it, because their migrations differ.
/// A use case changes entities, adds its notifications and its audit records, and saves once.
/// </summary>
public abstract class AiActBotDbContext(DbContextOptions options) : DbContext(options)
{
    private readonly List<AuditRecord> pendingRecords = [];

    public DbSet<Person> People => Set<Person>();
    public DbSet<Conversation> Conversations => Set<Conversation>();
    public DbSet<InboxActivity> Inbox => Set<InboxActivity>();
    public DbSet<DialogState> Dialogs => Set<DialogState>();
    public DbSet<AiSystem> AiSystems => Set<AiSystem>();
    public DbSet<Party> Parties => Set<Party>();
    public DbSet<TriageSession> TriageSessions => Set<TriageSession>();
    public DbSet<Assessment> Assessments => Set<Assessment>();
    public DbSet<AssessmentDocument> AssessmentDocuments => Set<AssessmentDocument>();
    public DbSet<DutyItem> DutyItems => Set<DutyItem>();
    public DbSet<ReviewFlag> ReviewFlags => Set<ReviewFlag>();
    public DbSet<CorrectiveActionCase> Cases => Set<CorrectiveActionCase>();
    public DbSet<Approval> Approvals => Set<Approval>();
    public DbSet<NoticeWording> NoticeWordings => Set<NoticeWording>();
    public DbSet<Filing> Filings => Set<Filing>();
    public DbSet<CaseAttachment> Attachments => Set<CaseAttachment>();
    public DbSet<StandIn> StandIns => Set<StandIn>();
    public DbSet<Notification> Notifications => Set<Notification>();
    public DbSet<DeliveryAttempt> DeliveryAttempts => Set<DeliveryAttempt>();
    public DbSet<Reminder> Reminders => Set<Reminder>();
    public DbSet<AskedQuestion> AskedQuestions => Set<AskedQuestion>();
    public DbSet<TeamQuestion> TeamQuestions => Set<TeamQuestion>();
    public DbSet<ModelSpending> ModelSpending => Set<ModelSpending>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    public DbSet<OutboxHold> OutboxHolds => Set<OutboxHold>();
    public DbSet<DatabaseOrigin> DatabaseOrigins => Set<DatabaseOrigin>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Adds an entry to the audit trail. It is chained and written with the next save, or not at all.</summary>
    public void Record(AuditRecord record) => pendingRecords.Add(record);

    /// <summary>Whether a save would write anything.</summary>
    public bool HasPendingChanges => pendingRecords.Count > 0 || ChangeTracker.HasChanges();

    /// <summary>Forgets everything that was not saved.</summary>
    public void Discard()
    {
        ChangeTracker.Clear();
        pendingRecords.Clear();
    }

    /// <summary>Contexts are used again: the next user finds nothing that was not saved.</summary>
    public override ValueTask DisposeAsync()
    {
        pendingRecords.Clear();
        GC.SuppressFinalize(this);
        return base.DisposeAsync();
    }

    public override void Dispose()
    {
        pendingRecords.Clear();
        GC.SuppressFinalize(this);
        base.Dispose();
    }

    /// <summary>While something outside is waited for, a connection of a server is for others to use; the next save opens one again.</summary>
    public virtual Task LetOthersConnectAsync() => Task.CompletedTask;

    /// <returns>What is held while this writes, where writers of one process wait for each other; otherwise null.</returns>
    protected virtual Task<IDisposable?> WaitToWriteAsync(CancellationToken cancellationToken) => Task.FromResult<IDisposable?>(null);

    /// <summary>Holds until the end of the transaction, so that entries are chained one after the other.</summary>
    protected abstract Task LockAuditTrailAsync(CancellationToken cancellationToken);

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        // Compared once, for all that look at the changes below.
        ChangeTracker.DetectChanges();
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return await SaveDetectedAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    private async Task<int> SaveDetectedAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken)
    {
        if (!CountVersions() && pendingRecords.Count == 0)
            return 0;
        // Who is in a transaction writes already.
        using var line = Database.CurrentTransaction is null ? await WaitToWriteAsync(cancellationToken) : null;
        if (pendingRecords.Count == 0)
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);

        var own = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
        await using (own)
        {
            // The changes go first, so that the lock on the chain is held for one insert only.
            var written = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            await LockAuditTrailAsync(cancellationToken);
            await AuditTrail.AppendAsync(this, pendingRecords, cancellationToken);
            written += await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            if (own is not null)
                await own.CommitAsync(cancellationToken);
            pendingRecords.Clear();
            return written;
        }
    }

    /// <summary>A row that carries a <c>Version</c> is written only if nobody wrote it since it was read.</summary>
    /// <returns>Whether there is anything to write.</returns>
    private bool CountVersions()
    {
        var isChanged = false;
        foreach (var entry in ChangeTracker.Entries())
        {
            isChanged |= entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted;
            if (entry.State != EntityState.Modified)
                continue;
            if (entry.Metadata.FindProperty("Version") is { IsConcurrencyToken: true } version)
                entry.Property(version).CurrentValue = (int)entry.Property(version).OriginalValue! + 1;
        }

        return isChanged;
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        EntityMappings.ApplyTo(modelBuilder);
        // Every key is made by us: an entity that is new in a collection is new in the database.
        foreach (var key in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.FindPrimaryKey()!.Properties))
            key.ValueGenerated = ValueGenerated.Never;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        ValueConversions.Apply(configurationBuilder);
}
