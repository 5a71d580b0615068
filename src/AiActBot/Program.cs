return await AiActBot.Hosting.AiActBotCommandLine.RunAsync(args);
