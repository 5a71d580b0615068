namespace AiActBot.Knowledge.Premises;

/// <summary>The same thing for Dutch and for English.</summary>
public sealed record InBothLanguages<T>(T Nl, T En)
{
    public T In(DocumentLanguage language) => language == DocumentLanguage.Nl ? Nl : En;
}
