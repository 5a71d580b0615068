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

namespace AiActBot.Storage;

/// <summary>
/// How every entity is stored. Written out, because to look for the mappings in the assembly loads each of its types, which costs a
/// start a third of a second.
/// </summary>
internal static class EntityMappings
{
    public static void ApplyTo(ModelBuilder model)
    {
        model.ApplyConfiguration(new PersonMapping())
            .ApplyConfiguration(new ConversationMapping())
            .ApplyConfiguration(new InboxActivityMapping())
            .ApplyConfiguration(new DialogStateMapping())
            .ApplyConfiguration(new AiSystemMapping())
            .ApplyConfiguration(new PartyMapping())
            .ApplyConfiguration(new AssessmentDocumentMapping())
            .ApplyConfiguration(new NoticeWordingMapping())
            .ApplyConfiguration(new FilingMapping())
            .ApplyConfiguration(new CaseAttachmentMapping())
            .ApplyConfiguration(new StandInMapping())
            .ApplyConfiguration(new ReminderMapping())
            .ApplyConfiguration(new ModelSpendingMapping())
            .ApplyConfiguration(new AuditEntryMapping())
            .ApplyConfiguration(new DataProtectionKeyMapping());
        // Each of these stores two.
        var (triage, duties, cases) = (new TriageMapping(), new DutyItemMapping(), new CaseMapping());
        model.ApplyConfiguration<TriageSession>(triage).ApplyConfiguration<Assessment>(triage)
            .ApplyConfiguration<DutyItem>(duties).ApplyConfiguration<ReviewFlag>(duties)
            .ApplyConfiguration<CorrectiveActionCase>(cases).ApplyConfiguration<Approval>(cases);
        var (notifications, questions, holds) = (new NotificationMapping(), new QuestionMapping(), new OutboxHoldMapping());
        model.ApplyConfiguration<Notification>(notifications).ApplyConfiguration<DeliveryAttempt>(notifications)
            .ApplyConfiguration<AskedQuestion>(questions).ApplyConfiguration<TeamQuestion>(questions)
            .ApplyConfiguration<OutboxHold>(holds).ApplyConfiguration<DatabaseOrigin>(holds);
    }
}
