using System.Reflection;

namespace AiActBot.Tests.Infrastructure;

/// <summary>The product as it was built, to be started as a process of its own.</summary>
internal static class Product
{
    /// <summary>For <c>dotnet</c> to run; compiled ahead, which the copy beside the tests is not.</summary>
    public static string Executable { get; } = typeof(Product).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "Product").Value!;
}
