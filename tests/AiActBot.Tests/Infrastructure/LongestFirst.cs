using Xunit.Abstractions;

[assembly: TestCollectionOrderer("AiActBot.Tests.Infrastructure.LongestFirst", "AiActBot.Tests")]

namespace AiActBot.Tests.Infrastructure;

/// <summary>What takes minutes begins first, so that at the end nothing is waited for alone.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderByDescending(collection => collection.DisplayName.Contains("Kill", StringComparison.Ordinal));
}
