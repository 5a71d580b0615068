using System.Text.Json.Serialization;

namespace AiActBot.BotFramework.Cards;

/// <summary>Elements that belong together, perhaps on a colour.</summary>
public sealed record Container(params IReadOnlyList<CardElement> Items) : CardElement
{
    public ContainerStyle? Style { get; init; }

    /// <summary>Whether the colour runs to the edge of the card.</summary>
    public bool? Bleed { get; init; }

    public VerticalAlignment? VerticalContentAlignment { get; init; }
    public CardAction? SelectAction { get; init; }
}

/// <summary>Elements beside each other; phones are narrow, so two columns or three.</summary>
public sealed record ColumnSet(params IReadOnlyList<Column> Columns) : CardElement
{
    public ContainerStyle? Style { get; init; }
    public bool? Bleed { get; init; }
    public CardAction? SelectAction { get; init; }
}

/// <summary>One of the columns of a <see cref="ColumnSet"/>.</summary>
public sealed record Column(params IReadOnlyList<CardElement> Items)
{
    [JsonPropertyOrder(-1)]
    public string Type { get; } = "Column";

    /// <summary><c>auto</c>, <c>stretch</c>, a weight such as <c>2</c>, or pixels such as <c>40px</c>.</summary>
    public string? Width { get; init; }

    public string? Id { get; init; }
    public bool? IsVisible { get; init; }
    public ContainerStyle? Style { get; init; }
    public Spacing? Spacing { get; init; }
    public bool? Separator { get; init; }
    public VerticalAlignment? VerticalContentAlignment { get; init; }
    public CardAction? SelectAction { get; init; }
}

/// <summary>Rows and columns. Not every phone shows them; facts are safer.</summary>
public sealed record Table(IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableRow> Rows) : CardElement
{
    public bool? FirstRowAsHeader { get; init; }
    public bool? ShowGridLines { get; init; }
}

/// <param name="Width">The weight of the column among the others.</param>
public sealed record TableColumn(int Width = 1);

public sealed record TableRow(params IReadOnlyList<TableCell> Cells)
{
    [JsonPropertyOrder(-1)]
    public string Type { get; } = "TableRow";

    public ContainerStyle? Style { get; init; }

    /// <summary>A row of plain texts.</summary>
    public static TableRow Of(params IEnumerable<string> texts) =>
        new([.. texts.Select(text => new TableCell(new TextBlock(text)))]);
}

public sealed record TableCell(params IReadOnlyList<CardElement> Items)
{
    [JsonPropertyOrder(-1)]
    public string Type { get; } = "TableCell";
}
