using AiActBot.Documents;
using AiActBot.Documents.Pdf;
using AiActBot.Documents.Word;

namespace AiActBot.Triage;

internal enum OutcomeFormat
{
    Pdf,
    Word,
}

/// <summary>A document as bytes, with what a browser needs to know of it.</summary>
internal static class OutcomeFile
{
    public static byte[] Write(ReadableDocument document, OutcomeFormat format) =>
        format == OutcomeFormat.Pdf ? PdfDocumentWriter.Write(document) : WordDocumentWriter.Write(document);

    public static string Extension(OutcomeFormat format) => format == OutcomeFormat.Pdf ? ".pdf" : ".docx";

    public static string ContentType(OutcomeFormat format) => format == OutcomeFormat.Pdf
        ? "application/pdf"
        : "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
}
