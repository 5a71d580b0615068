using AiActBot.CorrectiveActions.Attachments;
using Microsoft.Extensions.Options;

namespace AiActBot.CorrectiveActions;

internal static class CorrectiveActionsModule
{
    public static IServiceCollection AddCorrectiveActions(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<CorrectiveActionsOptions>, CorrectiveActionsOptionsValidator>();
        services.AddOptions<CorrectiveActionsOptions>().BindConfiguration(CorrectiveActionsOptions.Section).ValidateOnStart();
        services.AddSingleton<NoticePlan>();
        services.AddScoped<ComplianceTeam>();
        services.AddScoped<CaseFiles>();
        services.AddScoped<ApprovalRequests>();
        services.AddScoped<CaseCards>();
        services.AddScoped<NoticeCards>();
        services.AddScoped<ReportNonConformity>();
        services.AddScoped<DecideApproval>();
        services.AddScoped<ResubmitCase>();
        services.AddScoped<CompleteCase>();
        services.AddScoped<ApprovalLookup>();
        services.AddScoped<ApprovedNotices>();
        services.AddScoped<DelegateApproval>();
        services.AddScoped<Absence>();
        services.AddScoped<AssessCase>();
        services.AddScoped<MoveCase>();
        services.AddScoped<EditNotices>();
        services.AddScoped<ConfirmFiling>();
        services.AddSingleton<CorrectiveActionsOwnTarget>();
        services.AddScoped<ReadTexts>();
        services.AddScoped<ReadRecipients>();
        services.AddScoped<ShowDuties>();
        services.AddScoped<Evidence.EvidenceFile>();
        services.AddScoped<CaseAlerts>();
        services.AddScoped<DueApprovals>();
        services.AddScoped<StuckNotices>();
        services.AddHostedService<CaseWorker>();
        services.AddScoped<AcknowledgeNotice>();
        services.AddScoped<CaseOverview>();
        services.AddScoped<CaseKeeping>();
        services.AddAttachments();
        return services;
    }
}
