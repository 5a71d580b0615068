using System.Globalization;
using AiActBot.Benchmarks;
using AiActBot.Benchmarks.Turns;
using BenchmarkDotNet.Running;

// Without arguments: percentiles at 1, 10 and 100 times the corpus. --benchmarkdotnet: the corpus as it is, by BenchmarkDotNet.
// turns: what an answered message costs, beside the least that a bot can do (which is this program again, as "floor").
SQLitePCL.Batteries_V2.Init();
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args.Contains("--benchmarkdotnet"))
{
    BenchmarkRunner.Run<RetrievalBenchmarks>();
    return 0;
}

if (args is ["floor", var url, ..])
{
    await Floor.RunAsync(url, args.ElementAtOrDefault(2));
    return 0;
}

if (args is ["turns", ..])
{
    foreach (var line in TurnReport.Heading.Concat(await TurnReport.MeasureAsync(Number(1, 5), Number(2, 16))))
        Console.WriteLine(line);
    return 0;
}

int Number(int position, int otherwise) => args.Length > position ? int.Parse(args[position], CultureInfo.InvariantCulture) : otherwise;

var sizes = args.SkipWhile(arg => arg != "--sizes").Skip(1).FirstOrDefault() ?? "1,10,100";
foreach (var line in PercentileReport.Heading)
    Console.WriteLine(line);
foreach (var size in sizes.Split(',').Select(size => int.Parse(size, CultureInfo.InvariantCulture)))
    Console.WriteLine(await PercentileReport.MeasureAsync(size));
return 0;
