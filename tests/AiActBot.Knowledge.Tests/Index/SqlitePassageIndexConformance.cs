using AiActBot.Knowledge.Index;

namespace AiActBot.Knowledge.Tests.Index;

/// <summary>The embedded index, which holds one organisation in one file.</summary>
public sealed class SqlitePassageIndexConformance : PassageIndexConformance, IDisposable
{
    private readonly Dictionary<string, SqlitePassageIndex> _indexes = [];

    public void Dispose()
    {
        foreach (var index in _indexes.Values)
            index.Dispose();
    }

    protected override IPassageIndex Of(string organisation)
    {
        if (!_indexes.TryGetValue(organisation, out var index))
            _indexes[organisation] = index = SqlitePassageIndex.Open(Glossary);
        return index;
    }
}
