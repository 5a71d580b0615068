using System.CommandLine;
using System.Net.Sockets;
using AiActBot.Storage;
using AiActBot.Trust;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace AiActBot.Hosting;

/// <summary><c>serve</c>: the service, until it is stopped.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var command = new Command("serve", "Starts the service. Settings can be given as --Section:Key value.") { TreatUnmatchedTokensAsErrors = false };
        command.SetAction((parsed, cancellationToken) => RunAsync([.. parsed.UnmatchedTokens], cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string[] settings, CancellationToken cancellationToken)
    {
        try
        {
            await using var app = AiActBotApplication.Build(settings);
            if (SettingsProblems.Find(app.Services) is { Count: > 0 } problems)
            {
                foreach (var problem in problems)
                    await Console.Error.WriteLineAsync(problem);
                return AiActBotCommandLine.CheckFailed;
            }

            await AiActBotApplication.StartAsync(app, cancellationToken);
            Announce(app);
            await app.WaitForShutdownAsync(cancellationToken);
            return 0;
        }
        catch (DataInUseException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return AiActBotCommandLine.CheckFailed;
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException or SocketException)
        {
            await Console.Error.WriteLineAsync(
                "The address is in use by another program. Stop that program, or choose another port: --urls http://127.0.0.1:3980");
            return AiActBotCommandLine.CheckFailed;
        }
    }

    private static void Announce(WebApplication app)
    {
        var address = app.Services.GetRequiredService<OwnAddress>().Listening;
        Console.WriteLine(app.Services.GetRequiredService<IOptions<BotOptions>>().Value.IsRegistered
            ? $"AiActBot listens on {address}."
            : $"""

               AiActBot is running on this machine only. Open it in your browser:

                   {address}

               Stop it with Ctrl+C. What you try is kept in the data folder.

               """);
    }
}
