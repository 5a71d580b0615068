using AiActBot.LocalChat;
using AiActBot.Trust;
using Microsoft.Extensions.Configuration.Memory;

namespace AiActBot.Hosting;

/// <summary>What stands in for a configuration on a machine that has none. Any setting given elsewhere wins.</summary>
internal static class Defaults
{
    /// <summary>What the framework has to say is for who asks for it.</summary>
    private static readonly Dictionary<string, string?> Logging = new()
    {
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft"] = "Warning",
        ["Logging:LogLevel:Microsoft.AspNetCore.DataProtection"] = "Error",
        ["Logging:LogLevel:System"] = "Warning",
    };

    public static void AddTo(ConfigurationManager configuration)
    {
        configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Logging });
        if (!string.IsNullOrEmpty(configuration[$"{BotOptions.Section}:{nameof(BotOptions.AppId)}"]))
            return;
        configuration.Sources.Insert(0, new MemoryConfigurationSource
        {
            InitialData = new Dictionary<string, string?>
            {
                [$"{OrganisationOptions.Section}:{nameof(OrganisationOptions.Name)}"] = "Voorbeeld B.V.",
                [$"{OrganisationOptions.Section}:{nameof(OrganisationOptions.ComplianceTeam)}:0"] = LocalPeople.ByKey("compliance-officer")!.AadObjectId,
            },
        });
    }
}
