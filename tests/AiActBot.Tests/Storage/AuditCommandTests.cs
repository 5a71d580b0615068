using AiActBot.Hosting;
using AiActBot.Storage;
using AiActBot.Tests.Infrastructure;

namespace AiActBot.Tests.Storage;

/// <summary>The command line reads its settings from the environment, which all tests of this process share.</summary>
[CollectionDefinition("environment", DisableParallelization = true)]
public class EnvironmentCollection;

[Collection("environment")]
public class AuditCommandTests
{
    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task Verification_ends_with_0_when_the_chain_holds_and_with_1_when_it_does_not(DatabaseProvider provider)
    {
        await using var database = await AuditTrailTests.WithTenEntriesAsync(provider);

        var held = await VerifyAsync(database);
        await AuditTrailTests.TamperAsync(database, """DELETE FROM audit_entries WHERE "Sequence" = 4""");
        var broken = await VerifyAsync(database);

        Assert.Equal(0, held.ExitCode);
        Assert.Contains("10 entries", held.Output, StringComparison.Ordinal);
        Assert.Equal(1, broken.ExitCode);
        Assert.Contains("BROKEN at entry 4", broken.Output, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Output)> VerifyAsync(TestDatabase database)
    {
        var settings = database.Settings.Append(new("Environment", "Development")).ToDictionary(
            setting => setting.Key == "Environment" ? "DOTNET_ENVIRONMENT" : setting.Key.Replace(":", "__", StringComparison.Ordinal), setting => setting.Value);
        var before = settings.Keys.ToDictionary(name => name, Environment.GetEnvironmentVariable);
        var console = Console.Out;
        using var output = new StringWriter();
        try
        {
            foreach (var (name, value) in settings)
                Environment.SetEnvironmentVariable(name, value);
            Console.SetOut(output);
            return (await AiActBotCommandLine.RunAsync(["audit", "verify"]), output.ToString());
        }
        finally
        {
            Console.SetOut(console);
            foreach (var (name, value) in before)
                Environment.SetEnvironmentVariable(name, value);
        }
    }
}
