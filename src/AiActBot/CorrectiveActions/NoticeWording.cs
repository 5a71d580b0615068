using AiActBot.Compliance;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AiActBot.CorrectiveActions;

/// <summary>Words that somebody put in the place of ours, for one notice of one case.</summary>
public sealed class NoticeWording
{
    /// <summary>The planned notice: the same for the same case, recipient and party.</summary>
    public required Guid NoticeId { get; init; }

    public required CaseId CaseId { get; init; }

    public required string Subject { get; set; }

    /// <summary>Without the name of the contact in its greeting (<see cref="NoticeGreeting"/>).</summary>
    public required string Text { get; set; }

    public required PersonId EditedBy { get; set; }

    public required DateTimeOffset EditedAt { get; set; }
}

internal sealed class NoticeWordingMapping : IEntityTypeConfiguration<NoticeWording>
{
    public const int SubjectLength = 200;
    public const int TextLength = 8000;

    /// <summary>What a person may write: less, so that it still fits when the contact it greets is changed for one with a longer name.</summary>
    public const int EditedLength = TextLength - AiSystems.PartyMapping.NameLength;

    public void Configure(EntityTypeBuilder<NoticeWording> wording)
    {
        wording.ToTable("notice_wordings");
        wording.HasKey(w => w.NoticeId);
        wording.HasIndex(w => w.CaseId);
        wording.Property(w => w.Subject).HasMaxLength(SubjectLength);
        wording.Property(w => w.Text).HasMaxLength(TextLength);
    }
}
