using System.Globalization;
using System.Text;

namespace AiActBot.Documents.Pdf;

/// <summary>Writes a document as PDF: A4, headings, tables whose header comes back on every page, page numbers.</summary>
internal static class PdfDocumentWriter
{
    private const double FootSize = 8;
    private const double FootFromBottom = 46;

    public static byte[] Write(ReadableDocument document)
    {
        var pages = new PdfPages();
        var blocks = new PdfBlocks(pages);
        blocks.Title(document.Title);
        foreach (var block in document.Blocks)
            blocks.Write(block);
        for (var page = 0; page < pages.All.Count; page++)
            Foot(pages.All[page], document.Title, document.PageOf(page + 1, pages.All.Count));

        var file = new PdfFile();
        var fonts = string.Join(' ', pages.Used.Select(face => $"/{face.Key.Key} {PdfFontObjects.Add(file, face.Key, face.Value)} 0 R"));
        var tree = file.Reserve();
        var numbers = pages.All.Select(page => file.Add(FormattableString.Invariant(
            $"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {PdfPage.Width} {PdfPage.Height}] /Resources << /Font << {fonts} >> >> /Contents {file.AddStream(Encoding.Latin1.GetBytes(page.Content))} 0 R >>"))).ToList();
        file.Set(tree, $"<< /Type /Pages /Count {numbers.Count} /Kids [{string.Join(' ', numbers.Select(number => $"{number} 0 R"))}] >>");
        var catalogue = file.Add($"<< /Type /Catalog /Pages {tree} 0 R /Lang ({document.LanguageTag}) /ViewerPreferences << /DisplayDocTitle true >> >>");
        var made = document.MadeAt.UtcDateTime.ToString("'(D:'yyyyMMddHHmmss'Z)'", CultureInfo.InvariantCulture);
        var information = file.Add($"<< /Title {PdfFile.Text(PrintableText.Of(document.Title))} /Creator (AiActBot) /CreationDate {made} /ModDate {made} >>");
        return file.Write(catalogue, information);
    }

    private static void Foot(PdfPage page, string title, string number)
    {
        var font = PdfFace.Regular(FootSize);
        var width = font.Width(number);
        var y = PdfPage.Height - FootFromBottom;
        page.Text(PdfText.Lines(title.Replace('\n', ' '), font, PdfPages.Width - width - FootSize)[0], font, PdfInk.Grey, PdfPages.Left, y);
        page.Text(number, font, PdfInk.Grey, PdfPages.Left + PdfPages.Width - width, y);
    }
}
