namespace AiActBot.Assistant.LanguageModel;

/// <summary>Why what a model wrote is not shown.</summary>
internal enum AnswerObjection
{
    /// <summary>It wrote nothing, or that the passages hold no answer.</summary>
    NoAnswer,

    /// <summary>Longer than an answer may be, or cut off.</summary>
    Length,

    /// <summary>Something that is not plain text: an address, HTML, Markdown, a mention, code, letters of another script.</summary>
    NotPlain,

    /// <summary>It holds the canary, the mark around data or a stretch of the instructions.</summary>
    Leak,

    /// <summary>It is not in the language of the question.</summary>
    Language,

    /// <summary>A sentence points to no passage.</summary>
    NotCited,

    /// <summary>A sentence points to a passage that was not shown.</summary>
    UnknownPassage,

    /// <summary>A sentence names a provision that the passage it cites does not name.</summary>
    Provision,

    /// <summary>Words in quotation marks that do not stand in the passage.</summary>
    Quote,

    /// <summary>A number or date that does not stand in the passage.</summary>
    Number,

    /// <summary>It denies something and the passage denies nothing.</summary>
    Denial,

    /// <summary>A sentence that has too little in common with the passage it cites.</summary>
    Unsupported,
}
