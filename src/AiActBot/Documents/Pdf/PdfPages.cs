using System.Text;

namespace AiActBot.Documents.Pdf;

/// <summary>The pages of a document and the place on the page where the next line comes.</summary>
internal sealed class PdfPages
{
    public const double Left = 56;
    public const double Width = PdfPage.Width - (2 * Left);
    private const double Top = 56;
    private const double Bottom = PdfPage.Height - 64;

    private readonly List<PdfPage> _all = [];

    public PdfPages() => Break();

    public IReadOnlyList<PdfPage> All => _all;

    public Dictionary<PdfFace, SortedDictionary<int, Rune>> Used { get; } = [];

    public PdfPage Current => _all[^1];

    public double Y { get; set; }

    public bool IsAtTop => Y <= Top;

    /// <summary>A whole page of text is this high.</summary>
    public static double Room => Bottom - Top;

    /// <summary>So much is left on this page.</summary>
    public double Remaining => Bottom - Y;

    /// <summary>Goes to a new page when what comes does not fit; what is higher than a page begins where it is.</summary>
    public void Reserve(double height)
    {
        if (height > Remaining && !IsAtTop && height <= Room)
            Break();
    }

    public void Break()
    {
        _all.Add(new PdfPage(Used));
        Y = Top;
    }
}
