using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace AiActBot.Knowledge.Documents;

/// <summary>
/// YAML as plain text, lists and dictionaries: <see cref="string"/>, <see cref="List{T}"/> and <see cref="Dictionary{TKey, TValue}"/>.
/// The knowledge is a megabyte of it, read at every start; the library's own tree of nodes costs twice as much as its parser.
/// </summary>
internal sealed class YamlTree
{
    private readonly Parser parser;
    private readonly Dictionary<AnchorName, object> anchored = [];

    private YamlTree(Parser parser) => this.parser = parser;

    /// <returns>The content of the first document; null where there is none.</returns>
    /// <exception cref="YamlException">The text is no YAML, or a key stands twice in one mapping.</exception>
    public static object? Read(string yaml)
    {
        var parser = new Parser(new StringReader(yaml));
        parser.Consume<StreamStart>();
        object? first = null;
        while (parser.TryConsume<DocumentStart>(out _))
        {
            var content = new YamlTree(parser).Node();
            first ??= content;
            parser.Consume<DocumentEnd>();
        }

        return first;
    }

    private object Node()
    {
        if (parser.TryConsume<Scalar>(out var scalar))
            return Keep(scalar, scalar.Value);
        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            return anchored.TryGetValue(alias.Value, out var node) ? node
                : throw new YamlException(alias.Start, alias.End, $"There is no anchor \"{alias.Value}\".");
        }

        return parser.TryConsume<SequenceStart>(out var sequence) ? Sequence(sequence) : Mapping();
    }

    private List<object> Sequence(SequenceStart start)
    {
        var list = new List<object>();
        Keep(start, list);
        while (!parser.TryConsume<SequenceEnd>(out _))
            list.Add(Node());
        return list;
    }

    private Dictionary<string, object> Mapping()
    {
        var start = parser.Consume<MappingStart>();
        var mapping = new Dictionary<string, object>(StringComparer.Ordinal);
        Keep(start, mapping);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = parser.Consume<Scalar>();
            if (!mapping.TryAdd(key.Value, Node()))
                throw new YamlException(key.Start, key.End, $"The key \"{key.Value}\" stands here twice.");
        }

        return mapping;
    }

    private T Keep<T>(NodeEvent start, T node)
        where T : class
    {
        if (!start.Anchor.IsEmpty)
            anchored[start.Anchor] = node;
        return node;
    }
}
