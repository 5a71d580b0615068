namespace AiActBot.Compliance;

/// <summary>One text in both languages. A text in one language only cannot be made.</summary>
public sealed record Bilingual
{
    public Bilingual(string nl, string en)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(nl);
        ArgumentException.ThrowIfNullOrWhiteSpace(en);
        Nl = nl;
        En = en;
    }

    public string Nl { get; }

    public string En { get; }

    public string In(Language language) => language == Language.Dutch ? Nl : En;

    public void Deconstruct(out string nl, out string en) => (nl, en) = (Nl, En);

    /// <summary>Both texts, for logs and test output; people are shown <see cref="In"/>.</summary>
    public override string ToString() => $"{Nl} / {En}";
}
