using AiActBot.Storage.Backup;
using AiActBot.Storage.Migrations;
using AiActBot.Storage.Retention;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Options;

namespace AiActBot.Storage;

internal static class StorageModule
{
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>();
        services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<RetentionOptions>, RetentionOptionsValidator>();
        services.AddOptions<RetentionOptions>().BindConfiguration(RetentionOptions.Section).ValidateOnStart();
        services.AddScoped<Persons.PersonData>();
        services.AddScoped<RetentionScan>();
        services.AddScoped<OutboxHolds>();
        services.AddScoped<SqliteBackup>();
        services.AddHostedService<RetentionWorker>();
        services.AddSingleton<DataDirectory>();
        services.AddSingleton<SingleProcess>();
        services.AddSingleton<SqlitePragmas>();
        services.AddSingleton<SqliteWriter>();
        services.AddSingleton<SqliteFile>();
        // Contexts are used again, and each scope leases one of them. A factory of the pool would not do: what it makes goes back when it is disposed
        // of, and the container disposes of it twice, once for each of the types by which it is asked for. The second time another has it already.
        services.AddDbContextPool<SqliteDbContext>((provider, options) => options
            .UseSqlite(provider.GetRequiredService<SqliteFile>().ConnectionString)
            .AddInterceptors(provider.GetRequiredService<SqlitePragmas>())
            .AddInterceptors(provider.GetServices<IInterceptor>())
            .ReplaceService<IMigrationsAssembly, ListedMigrations>()
            .ConfigureWarnings(Quiet));
        services.AddDbContextPool<PostgreSqlDbContext>((provider, options) => options
            .UseNpgsql(provider.GetRequiredService<IOptions<StorageOptions>>().Value.ConnectionString)
            .AddInterceptors(provider.GetServices<IInterceptor>())
            .ReplaceService<IMigrationsAssembly, ListedMigrations>()
            .ConfigureWarnings(Quiet));
        services.AddScoped<AiActBotDbContext>(provider => provider.GetRequiredService<IOptions<StorageOptions>>().Value.Provider switch
        {
            DatabaseProvider.PostgreSql => provider.GetRequiredService<PostgreSqlDbContext>(),
            _ => provider.GetRequiredService<SqliteDbContext>(),
        });

        services.AddHostedService<DatabaseMigration>();
        services.AddDataProtection().SetApplicationName("AiActBot");
        // The keys are read, or made, when the first link is signed or followed: starting does not wait for them.
        foreach (var eager in services.Where(service => service.ImplementationType?.Name == "DataProtectionHostedService").ToList())
            services.Remove(eager);
        services.AddSingleton<IXmlRepository, DatabaseKeyRepository>();
        services.AddOptions<KeyManagementOptions>()
            .Configure<IXmlRepository>((options, repository) => options.XmlRepository = repository);
        return services;
    }

    /// <summary>Brings the schema up to date. Safe with several replicas: EF holds a lock in the database.</summary>
    public static async Task MigrateAsync(IServiceProvider services, CancellationToken cancellationToken = default)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AiActBotDbContext>().Database.MigrateAsync(cancellationToken);
        await scope.ServiceProvider.GetRequiredService<OutboxHolds>().HoldIfRestoredAsync(cancellationToken);
    }

    /// <summary>
    /// The schema is held to the model by a test. What a save met with is thrown, and logged by whoever cannot go on: an activity that comes
    /// again meets its first copy, which is no error.
    /// </summary>
    private static void Quiet(WarningsConfigurationBuilder warnings) => warnings
        .Ignore(RelationalEventId.PendingModelChangesWarning)
        .Log((RelationalEventId.CommandError, LogLevel.Debug), (CoreEventId.SaveChangesFailed, LogLevel.Debug), (CoreEventId.OptimisticConcurrencyException, LogLevel.Debug));
}
