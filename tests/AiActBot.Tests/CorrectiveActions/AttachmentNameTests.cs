using AiActBot.CorrectiveActions.Attachments;

namespace AiActBot.Tests.CorrectiveActions;

/// <summary>Whatever a file is called elsewhere, here its name is only a name.</summary>
public sealed class AttachmentNameTests
{
    [Theory]
    [InlineData("rapport.pdf", "rapport.pdf")]
    [InlineData("Rapport van mei.PDF", "Rapport van mei.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData(@"C:\Users\Sanne\geheim.docx", "geheim.docx")]
    [InlineData("invoice.exe.pdf", "invoice_exe.pdf")]
    [InlineData("invoice.pdf.exe", "invoice_pdf.exe")]
    [InlineData("invoice.pdf                .exe", "invoice_pdf.exe")]
    [InlineData("annual\u202Efdp.exe", "annualfdp.exe")]
    [InlineData("a\u0000b\r\nc\u200B.txt", "abc.txt")]
    [InlineData("CON.pdf", "_CON.pdf")]
    [InlineData("nul", "_nul")]
    [InlineData("a<b>:c|d?e*f\"g.csv", "abcdefg.csv")]
    [InlineData(".pdf", "pdf")]
    [InlineData("...", "_")]
    [InlineData("", "_")]
    [InlineData(null, "_")]
    [InlineData("cafe\u0301.png", "caf\u00E9.png")]
    public void A_name_is_cleaned(string? sent, string kept) => Assert.Equal(kept, AttachmentName.Clean(sent));

    [Fact]
    public void A_long_name_keeps_its_extension_and_no_half_character()
    {
        var name = AttachmentName.Clean(new string('x', 115) + "\U0001F600\U0001F600.pdf");

        Assert.True(name.Length <= AttachmentName.Longest);
        Assert.EndsWith(".pdf", name, StringComparison.Ordinal);
        Assert.DoesNotContain(name, char.IsSurrogate);
    }
}
