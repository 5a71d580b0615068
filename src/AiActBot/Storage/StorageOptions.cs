using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace AiActBot.Storage;

/// <summary>Where the state is kept.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>The database: one embedded file, or PostgreSQL for several replicas.</summary>
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>Connection string of PostgreSQL; empty for SQLite, whose file stands in <see cref="DataDirectory"/>.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>Folder for everything kept on this machine: the database file, local mails, imported documents.</summary>
    [Required]
    public string DataDirectory { get; set; } = "data";
}

public enum DatabaseProvider
{
    Sqlite,
    PostgreSql,
}

internal sealed class StorageOptionsValidator : IValidateOptions<StorageOptions>
{
    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        if (!Enum.IsDefined(options.Provider))
            return ValidateOptionsResult.Fail("Storage:Provider must be Sqlite or PostgreSql.");
        if (string.IsNullOrWhiteSpace(options.DataDirectory))
            return ValidateOptionsResult.Fail("Storage:DataDirectory is empty. Give a folder that the service may write to.");
        if (options.Provider == DatabaseProvider.PostgreSql && string.IsNullOrWhiteSpace(options.ConnectionString))
            return ValidateOptionsResult.Fail("Storage:ConnectionString is missing. It is needed when Storage:Provider is PostgreSql.");
        return ValidateOptionsResult.Success;
    }
}
