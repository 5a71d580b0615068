using Microsoft.Extensions.Options;

namespace AiActBot.CorrectiveActions.Attachments;

internal static class AttachmentsModule
{
    public static IServiceCollection AddAttachments(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<AttachmentOptions>, AttachmentOptionsValidator>();
        services.AddSingleton<IValidateOptions<AttachmentOptions>, AttachmentTypesValidator>();
        services.AddSingleton<IValidateOptions<AttachmentOptions>, AttachmentFolderValidator>();
        services.AddOptions<AttachmentOptions>().BindConfiguration(AttachmentOptions.Section).ValidateOnStart();
        services.AddSingleton<AttachmentStore>();
        services.AddSingleton<AttachmentLinks>();
        services.AddSingleton<UploadedFiles>();
        services.AddSingleton<AttachmentView>();
        services.AddScoped<AddAttachments>();
        services.AddScoped<ShowAttachments>();
        return services;
    }
}
