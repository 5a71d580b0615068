using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace AiActBot.Documents.Word;

/// <summary>How a document looks in Word.</summary>
internal static class WordStyles
{
    private const string Accent = "3B3F8F";

    public static Styles Build(string language) => new(
    [
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = "Calibri", HighAnsi = "Calibri", ComplexScript = "Calibri" },
                new FontSize { Val = "20" },
                new Languages { Val = language })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "100", Line = "264", LineRule = LineSpacingRuleValues.Auto }))),
        new Style(new StyleName { Val = "Normal" }) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true },
        Style("Title", "Title", 40, Accent, isBold: true),
        Heading(1, 28, Accent),
        Heading(2, 23, "202020"),
        Heading(3, 20, "202020"),
        Style("Footer", "footer", 16, "555555"),
        Style("Subtle", "Subtle", 17, "555555"),
        Style("Cell", "Cell", 18, "202020"),
        Style("Strong", "Strong cell", 18, "202020", isBold: true),
        Style("ListBullet", "List Bullet", 20, "202020", new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = 1 })),
        Style("Warning", "Warning", 20, "202020", Box(Accent, leftOnly: true), Fill("FFF4DC")),
        Style("Arrow", "Arrow", 18, Accent, new SpacingBetweenLines { Before = "0", After = "0" }, new Justification { Val = JustificationValues.Center }),
        Style("PathStep", "Path step", 18, "202020", new KeepLines(), Box("B8BACC")),
        Style("PathEnd", "Path end", 18, "202020", new KeepLines(), Box(Accent), Fill("EEEFF6")),
    ]);

    public static Numbering Bullets() => new(
        new AbstractNum(new Level(
            new NumberingFormat { Val = NumberFormatValues.Bullet },
            new LevelText { Val = "•" },
            new PreviousParagraphProperties(new Indentation { Left = "360", Hanging = "260" }))
        {
            LevelIndex = 0,
        })
        {
            AbstractNumberId = 1,
        },
        new NumberingInstance(new AbstractNumId { Val = 1 }) { NumberID = 1 });

    private static Style Heading(int level, int size, string colour) =>
        Style($"Heading{level}", $"heading {level}", size, colour, isBold: true, new KeepNext(), new OutlineLevel { Val = level - 1 });

    private static Style Style(string id, string name, int size, string colour, params OpenXmlElement[] paragraph) =>
        Style(id, name, size, colour, isBold: false, paragraph);

    private static Style Style(string id, string name, int size, string colour, bool isBold, params OpenXmlElement[] paragraph)
    {
        var run = new StyleRunProperties();
        if (isBold)
            run.Append(new Bold());
        run.Append(new Color { Val = colour }, new FontSize { Val = size.ToString(CultureInfo.InvariantCulture) });
        var style = new Style(new StyleName { Val = name }, new BasedOn { Val = "Normal" }) { Type = StyleValues.Paragraph, StyleId = id };
        if (paragraph.Length > 0)
            style.Append(new StyleParagraphProperties(paragraph));
        style.Append(run);
        return style;
    }

    private static ParagraphBorders Box(string colour, bool leftOnly = false)
    {
        var left = new LeftBorder { Val = BorderValues.Single, Size = leftOnly ? 24u : 6u, Space = 4, Color = colour };
        return leftOnly
            ? new ParagraphBorders(left)
            : new ParagraphBorders(
                new TopBorder { Val = BorderValues.Single, Size = 6, Space = 3, Color = colour }, left,
                new BottomBorder { Val = BorderValues.Single, Size = 6, Space = 3, Color = colour },
                new RightBorder { Val = BorderValues.Single, Size = 6, Space = 4, Color = colour });
    }

    private static Shading Fill(string colour) => new() { Val = ShadingPatternValues.Clear, Color = "auto", Fill = colour };
}
