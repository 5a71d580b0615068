using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace AiActBot.Documents.Word;

/// <summary>Writes a document for Word, with real headings, lists and tables, so that a jurist can go on working in it.</summary>
internal static class WordDocumentWriter
{
    public static byte[] Write(ReadableDocument document)
    {
        using var bytes = new MemoryStream();
        using (var package = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            package.PackageProperties.Title = PrintableText.Of(document.Title);
            package.PackageProperties.Creator = "AiActBot";
            package.PackageProperties.Language = document.LanguageTag;
            package.PackageProperties.Created = document.MadeAt.UtcDateTime;
            package.PackageProperties.Modified = document.MadeAt.UtcDateTime;
            var main = package.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = WordStyles.Build(document.LanguageTag);
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = WordStyles.Bullets();
            var foot = main.AddNewPart<FooterPart>();
            foot.Footer = Foot(document);
            main.Document = new Document(new Body(
            [
                WordBlocks.Paragraph(document.Title, "Title"),
                .. document.Blocks.SelectMany(WordBlocks.Write),
                Section(main.GetIdOfPart(foot)),
            ]));
        }

        return bytes.ToArray();
    }

    private static SectionProperties Section(string foot) => new(
        new FooterReference { Type = HeaderFooterValues.Default, Id = foot },
        new PageSize { Width = 11906, Height = 16838 },
        new PageMargin { Top = 1134, Bottom = 1134, Left = 1134, Right = 1134, Header = 567, Footer = 567, Gutter = 0 });

    private static Footer Foot(ReadableDocument document)
    {
        // The page numbers are fields: Word fills them in.
        var words = document.PageOf(1, 2).Split('1', '2');
        return new Footer(new Paragraph(
            new ParagraphProperties(new ParagraphStyleId { Val = "Footer" }),
            WordBlocks.Run(document.Title.Replace('\n', ' ') + " · " + words[0]),
            new SimpleField(WordBlocks.Run("1")) { Instruction = "PAGE" },
            WordBlocks.Run(words[1]),
            new SimpleField(WordBlocks.Run("1")) { Instruction = "NUMPAGES" }));
    }
}
