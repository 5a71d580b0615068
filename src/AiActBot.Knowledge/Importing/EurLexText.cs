using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace AiActBot.Knowledge.Importing;

/// <summary>The text of a EUR-Lex element line by line: a list item is one line with its mark, whether made as a table or as a grid.</summary>
internal static partial class EurLexText
{
    public static IReadOnlyList<string> Lines(IElement element)
    {
        var lines = new List<string>();
        Write(element, "", lines);
        return [.. lines.Select(l => Spaces().Replace(l, " ").TrimEnd()).Where(l => l.Trim().Length > 0)];
    }

    private static void Write(IElement element, string indent, List<string> lines)
    {
        if (element.LocalName is "tr" || element.ClassList.Contains("grid-list"))
        {
            WriteItem(element, indent, lines);
            return;
        }

        // A numbered paragraph of the consolidated text: the number stands in a span before the text.
        if (element.FirstElementChild is { } number && number.ClassList.Contains("no-parag"))
        {
            var inner = new List<string>();
            foreach (var child in element.Children.Skip(1))
                Write(child, indent, inner);
            if (inner.Count > 0)
                inner[0] = $"{number.TextContent.Trim()} {inner[0].TrimStart()}";
            lines.AddRange(inner);
            return;
        }

        if (element.LocalName is "p" or "span" || !element.Children.Any(IsBlock))
        {
            if (element.TextContent.Trim() is { Length: > 0 } text)
                lines.Add(indent + text);
            return;
        }

        foreach (var child in element.Children)
            Write(child, indent, lines);
    }

    private static void WriteItem(IElement item, string indent, List<string> lines)
    {
        var cells = item.Children.ToList();
        var mark = cells.Count > 1 ? Spaces().Replace(cells[0].TextContent, " ").Trim() : "";
        var inner = new List<string>();
        foreach (var cell in cells.Skip(cells.Count > 1 ? 1 : 0))
            Write(cell, "", inner);
        for (var i = 0; i < inner.Count; i++)
            lines.Add(i == 0 ? $"{indent}{mark} {inner[i]}" : $"{indent}  {inner[i]}");
    }

    private static bool IsBlock(IElement element) =>
        element.LocalName is "p" or "div" or "table" or "tbody" or "tr" or "td" or "ul" or "ol" or "li" or "dl" or "dd" or "dt";

    [GeneratedRegex(@"(?<=\S)[\s\u00A0]+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
