using System.Globalization;
using AiActBot.Benchmarks;
using BenchmarkDotNet.Running;

// Without arguments: percentiles at 1, 10 and 100 times the corpus. --benchmarkdotnet: the corpus as it is, by BenchmarkDotNet.
SQLitePCL.Batteries_V2.Init();
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args.Contains("--benchmarkdotnet"))
{
    BenchmarkRunner.Run<RetrievalBenchmarks>();
    return 0;
}

var sizes = args.SkipWhile(arg => arg != "--sizes").Skip(1).FirstOrDefault() ?? "1,10,100";
foreach (var line in PercentileReport.Heading)
    Console.WriteLine(line);
foreach (var size in sizes.Split(',').Select(size => int.Parse(size, CultureInfo.InvariantCulture)))
    Console.WriteLine(await PercentileReport.MeasureAsync(size));
return 0;
