using AiActBot.Compliance;
using AiActBot.Documents;
using AiActBot.Documents.Pdf;
using AiActBot.Documents.Word;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace AiActBot.Tests.Documents;

public sealed class DocumentWriterTests
{
    [Theory]
    [InlineData(Language.Dutch, "/Lang (nl-NL)", "Pagina 1 van 1")]
    [InlineData(Language.English, "/Lang (en-GB)", "Page 1 of 1")]
    public void A_pdf_says_what_it_is_in_which_language_and_what_it_holds(Language language, string tag, string foot)
    {
        var pdf = new PdfReading(PdfDocumentWriter.Write(Sample(language, rows: 3)));

        Assert.Equal("Uitkomst – AI Act", pdf.Title);
        Assert.True(pdf.Says(tag));
        Assert.Single(pdf.Pages);
        Assert.All(
            ["Chapter", "Plain text with é, ë, € and –.", "Look here", "First point", "J. Jansen", "cell 3", "Is it used?", "High-risk", foot],
            part => Assert.Contains(part, pdf.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_long_table_goes_on_on_the_next_page_under_its_header()
    {
        var pdf = new PdfReading(PdfDocumentWriter.Write(Sample(Language.Dutch, rows: 200)));

        Assert.True(pdf.Pages.Count > 3, $"{pdf.Pages.Count} pages");
        Assert.All(pdf.Pages.Where(page => page.Contains("cell ", StringComparison.Ordinal)), page => Assert.Contains("Duty", page, StringComparison.Ordinal));
        Assert.All(Enumerable.Range(1, 200), row => Assert.Contains($"cell {row}\n", pdf.Text + "\n", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_is_lost_of_a_cell_higher_than_a_page_a_word_wider_than_a_column_and_a_warning_of_pages()
    {
        var document = new ReadableDocument("Lang", Language.Dutch, DateTimeOffset.UnixEpoch,
        [
            new Block.Table(["a", "b"], [[new string('x', 400), string.Join(' ', Enumerable.Repeat("woord", 4000))]], [1, 4]),
            new Block.Paragraph(string.Join(' ', Enumerable.Repeat("opgelet", 3000)), ParagraphStyle.Warning),
        ]);

        var pdf = new PdfReading(PdfDocumentWriter.Write(document));

        Assert.Equal(400, pdf.Text.Count(letter => letter == 'x'));
        Assert.Equal(4000, pdf.Flowing.Split(' ').Count(word => word == "woord"));
        Assert.Equal(3000, pdf.Flowing.Split(' ').Count(word => word == "opgelet"));
    }

    [Fact]
    public void The_same_document_is_the_same_file_and_not_a_large_one()
    {
        var first = PdfDocumentWriter.Write(Sample(Language.Dutch, rows: 3));

        Assert.Equal(first, PdfDocumentWriter.Write(Sample(Language.Dutch, rows: 3)));
        Assert.InRange(first.Length, 10_000, 120_000);
    }

    [Fact]
    public void A_word_document_keeps_to_the_format_and_holds_every_part()
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(WordDocumentWriter.Write(Sample(Language.English, rows: 2))), isEditable: false);

        Assert.Empty(new OpenXmlValidator().Validate(word).Select(problem => problem.Description));
        var text = word.MainDocumentPart!.Document.Body!.InnerText;
        Assert.All(["Chapter", "Plain text", "Look here", "First point", "Owner", "cell 1", "Is it used?", "High-risk"], part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.Equal(2, word.MainDocumentPart.Document.Body.Elements<Table>().Count());
    }

    [Theory]
    [InlineData("gewoon", "gewoon")]
    [InlineData("a\u202Egnp.exe", "agnp.exe")]
    [InlineData("a\u0000b\tc\nd", "ab c\nd")]
    public void What_has_no_shape_is_left_out(string typed, string printed) => Assert.Equal(printed, PrintableText.Of(typed));

    private static ReadableDocument Sample(Language language, int rows) => new("Uitkomst – AI Act", language, DateTimeOffset.UnixEpoch,
    [
        new Block.Heading("Chapter"),
        new Block.Paragraph("Plain text with é, ë, € and –."),
        new Block.Paragraph("Look here", ParagraphStyle.Warning),
        new Block.Paragraph("Small", ParagraphStyle.Subtle),
        new Block.Bullets(["First point", "Second point"]),
        new Block.Facts([("Owner", "J. Jansen")]),
        new Block.Table(["Duty", "From"], [.. Enumerable.Range(1, rows).Select(row => new[] { $"cell {row}", "2 December 2027" })], [3, 1]),
        new Block.Path([new PathStep("Is it used?", "Yes", "deployer"), new PathStep("Outcome", "High-risk", IsEnd: true)]),
    ]);
}
