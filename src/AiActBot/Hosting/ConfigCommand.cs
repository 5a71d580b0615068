using System.CommandLine;
using System.Text.Json;
using AiActBot.Trust;

namespace AiActBot.Hosting;

/// <summary><c>config check</c>: what is wrong in the settings, by their names, without printing a value.</summary>
internal static class ConfigCommand
{
    public static Command Create(Func<IServiceProvider> services)
    {
        var json = new Option<bool>("--json") { Description = "Machine-readable output only." };
        var check = new Command("check", "Says what is configured, and what is missing or wrong. Prints no secret.") { json };
        check.SetAction(parsed => Check(services(), parsed.GetValue(json)));
        return new Command("config", "The settings.") { check };
    }

    private static int Check(IServiceProvider services, bool asJson)
    {
        var bot = services.GetRequiredService<IConfiguration>().GetSection(BotOptions.Section).Get<BotOptions>() ?? new BotOptions();
        var problems = SettingsProblems.Find(services);
        var mode = bot.IsRegistered ? "teams" : "local";
        var credential = bot.IsRegistered && problems.Count == 0 ? services.GetRequiredService<CredentialState>() : null;
        if (asJson)
            Console.WriteLine(JsonSerializer.Serialize(new ConfigReport(mode, credential?.Describe(), problems), ConfigJson.Default.ConfigReport));
        else
            Print(mode, credential, problems);
        return problems.Count == 0 ? 0 : AiActBotCommandLine.CheckFailed;
    }

    private static void Print(string mode, CredentialState? credential, IReadOnlyList<string> problems)
    {
        Console.WriteLine(mode == "teams" ? "Mode: Teams (Bot:AppId is set)." : "Mode: local (Bot:AppId is empty).");
        if (credential is not null)
            Console.WriteLine($"Credential: {credential.Describe()}.{(credential.IsToBeRenewed ? " Renew it." : "")}");
        foreach (var problem in problems)
            Console.WriteLine($"- {problem}");
        Console.WriteLine(problems.Count == 0 ? "The settings are valid." : $"{problems.Count} problem(s).");
    }
}

internal sealed record ConfigReport(string Mode, string? Credential, IReadOnlyList<string> Problems);

[System.Text.Json.Serialization.JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[System.Text.Json.Serialization.JsonSerializable(typeof(ConfigReport))]
internal sealed partial class ConfigJson : System.Text.Json.Serialization.JsonSerializerContext;
