using System.Globalization;

namespace AiActBot.Tests.Reliability;

/// <summary>
/// How far a test of reliability goes: short with every run of the tests, in full with <c>AIACTBOT_RELIABILITY=full</c>
/// (<c>bash tests/reliability.sh</c>).
/// </summary>
internal static class Extent
{
    public static bool IsFull => Environment.GetEnvironmentVariable("AIACTBOT_RELIABILITY") == "full";

    public static int Of(int inShort, int inFull) => IsFull ? inFull : inShort;

    public static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
