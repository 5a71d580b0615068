namespace AiActBot.Compliance;

/// <summary>A language that every text a person sees exists in.</summary>
public enum Language
{
    Dutch,
    English,
}
