using System.Text;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AiActBot.Knowledge.Documents;

/// <summary>Markdown as text that can be quoted word for word: no markup, links as their words, comments left out.</summary>
internal static class PlainText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().Build();

    public static string Of(string markdown)
    {
        var blocks = new List<string>();
        foreach (var block in Markdown.Parse(markdown, Pipeline))
            Write(block, blocks, "");
        return string.Join("\n\n", blocks.Where(b => b.Length > 0));
    }

    public static string OfInlines(ContainerInline? inlines)
    {
        var text = new StringBuilder();
        Write(inlines, text);
        return text.ToString().Trim();
    }

    private static void Write(Block block, List<string> blocks, string indent)
    {
        switch (block)
        {
            case ListBlock list:
                var lines = new List<string>();
                foreach (var item in list.OfType<ListItemBlock>())
                    WriteItem(item, lines, indent, list.IsOrdered);
                blocks.Add(string.Join('\n', lines));
                break;
            case Table table:
                blocks.Add(string.Join('\n', table.OfType<TableRow>().Select(row =>
                    "- " + string.Join(": ", row.OfType<TableCell>().Select(Cell).Where(c => c.Length > 0)))));
                break;
            case HtmlBlock:
                break;
            case LeafBlock { Inline: not null } leaf:
                blocks.Add(indent + OfInlines(leaf.Inline));
                break;
            case CodeBlock code:
                blocks.Add(code.Lines.ToString().Trim());
                break;
            case ContainerBlock container:
                foreach (var child in container)
                    Write(child, blocks, indent);
                break;
        }
    }

    private static void WriteItem(ListItemBlock item, List<string> lines, string indent, bool ordered)
    {
        var mark = ordered ? $"{item.Order}. " : "- ";
        var inner = new List<string>();
        foreach (var child in item)
        {
            if (child is ListBlock nested)
            {
                foreach (var nestedItem in nested.OfType<ListItemBlock>())
                    WriteItem(nestedItem, inner, indent + "  ", nested.IsOrdered);
            }
            else
                Write(child, inner, "");
        }

        for (var i = 0; i < inner.Count; i++)
            lines.Add(i == 0 ? indent + mark + inner[i] : inner[i].StartsWith(' ') ? inner[i] : indent + "  " + inner[i]);
    }

    private static string Cell(TableCell cell) =>
        string.Join(' ', cell.OfType<ParagraphBlock>().Select(p => OfInlines(p.Inline)));

    private static void Write(ContainerInline? inlines, StringBuilder text)
    {
        foreach (var inline in inlines ?? [])
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case LineBreakInline:
                    text.Append(' ');
                    break;
                case AutolinkInline link:
                    text.Append(link.Url);
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case ContainerInline container:
                    Write(container, text);
                    break;
            }
        }
    }
}
