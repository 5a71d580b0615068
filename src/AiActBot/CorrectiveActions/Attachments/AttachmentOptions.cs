using System.ComponentModel.DataAnnotations;
using AiActBot.Storage;
using Microsoft.Extensions.Options;

namespace AiActBot.CorrectiveActions.Attachments;

/// <summary>Files that people add to a case as evidence.</summary>
public sealed class AttachmentOptions
{
    public const string Section = "CaseAttachments";

    /// <summary>Folder of their own that holds them, relative to Storage:DataDirectory. Several replicas need one that they share.</summary>
    [Required]
    public string Folder { get; set; } = "attachments";

    /// <summary>Largest file, in bytes.</summary>
    [Range(1024, 200 * 1024 * 1024)]
    public int MaximumBytes { get; set; } = 20 * 1024 * 1024;

    /// <summary>How many files one case can hold.</summary>
    [Range(1, 1000)]
    public int MaximumPerCase { get; set; } = 100;

    /// <summary>Extensions that are taken in, without a dot; empty for every one that can be checked.</summary>
    public IList<string> Types { get; } = [];

    /// <summary>How long the link to add files works. It acts for the person who asked for it.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan LinkValidFor { get; set; } = TimeSpan.FromHours(1);

    internal IReadOnlyList<string> TakenIn => Types.Count > 0 ? [.. Types] : AttachmentType.Known;
}

[OptionsValidator]
internal sealed partial class AttachmentOptionsValidator : IValidateOptions<AttachmentOptions>;

internal sealed class AttachmentTypesValidator : IValidateOptions<AttachmentOptions>
{
    public ValidateOptionsResult Validate(string? name, AttachmentOptions options) =>
        options.Types.FirstOrDefault(type => !AttachmentType.Known.Contains(type)) is { } unknown
            ? ValidateOptionsResult.Fail($"CaseAttachments:Types holds '{unknown}'. Its content cannot be checked; choose among {string.Join(", ", AttachmentType.Known)}.")
            : ValidateOptionsResult.Success;
}

/// <summary>Beside the database and the lock there would be files that nobody looks after.</summary>
internal sealed class AttachmentFolderValidator(IOptions<StorageOptions> storage, IHostEnvironment environment) : IValidateOptions<AttachmentOptions>
{
    public ValidateOptionsResult Validate(string? name, AttachmentOptions options)
    {
        var root = DataDirectory.RootOf(storage.Value, environment);
        return options.Folder.Length > 0 && Path.GetRelativePath(root, Path.GetFullPath(options.Folder, root)) == "."
            ? ValidateOptionsResult.Fail("CaseAttachments:Folder is the data folder itself (Storage:DataDirectory). Give a folder within it, such as 'attachments', or one elsewhere.")
            : ValidateOptionsResult.Success;
    }
}
