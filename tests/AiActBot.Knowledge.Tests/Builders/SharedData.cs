using System.Runtime.CompilerServices;

namespace AiActBot.Knowledge.Tests.Builders;

/// <summary>Reference material that stands beside a checkout and is no part of it; a test without it is skipped by name.</summary>
internal static class SharedData
{
    public static string Path(string relative)
    {
        var path = System.IO.Path.GetFullPath(System.IO.Path.Combine(Checkout(), "..", "shared", "data", relative));
        Skip.IfNot(File.Exists(path) || Directory.Exists(path), $"{relative} is not here: it is reference data outside this repository.");
        return path;
    }

    public static string Checkout([CallerFilePath] string here = "") =>
        System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "..", "..", ".."));
}
