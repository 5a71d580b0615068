using AiActBot.Knowledge;
using AiActBot.Knowledge.Law;

namespace AiActBot.Assistant;

/// <summary>A question in somebody's own words.</summary>
/// <param name="Language">The language to answer in; null takes the language of the question.</param>
/// <param name="Context">What was asked just before in the same conversation.</param>
/// <param name="System">The system of the register that the question names, if the person may see it.</param>
/// <param name="PersonLanguage">The person's own language, for a question that does not tell its language ("deepfake label?").</param>
/// <param name="TenantId">The organisation of who asks: its own positions may be cited and its budget is spent. Empty on the command line.</param>
internal sealed record AssistantQuestion(
    string Text, DocumentLanguage? Language = null, AssistantContext? Context = null, KnownSystem? System = null, DocumentLanguage? PersonLanguage = null,
    string TenantId = "")
{
    /// <summary>The most characters that are read as a question.</summary>
    public const int Longest = 4000;
}

/// <summary>What a follow-up question may lean on: "and for deployers?".</summary>
/// <param name="PreviousProvisions">What the answer cited; what was found when nothing was answered.</param>
/// <param name="System">The system of the register that was asked about.</param>
internal sealed record AssistantContext(string PreviousQuestion, IReadOnlyList<ProvisionId> PreviousProvisions, KnownSystem? System = null);

/// <summary>Why there is no answer.</summary>
public enum DeclineReason
{
    /// <summary>About another law.</summary>
    OtherLaw,

    /// <summary>Not about the AI Act.</summary>
    OtherSubject,

    /// <summary>Asks for certainty that nobody but a court can give.</summary>
    Certainty,

    /// <summary>Tells the assistant what to do instead of asking.</summary>
    Instruction,

    /// <summary>About a provision that does not exist.</summary>
    NoSuchProvision,

    /// <summary>Goes on from something that is not so; the text corrects it, with citations.</summary>
    FalsePremise,

    /// <summary>About the AI Act perhaps, but not covered well enough to answer.</summary>
    NotCovered,

    /// <summary>Asks what to do for something that is neither in the register nor described.</summary>
    UnknownName,

    /// <summary>Nothing was asked.</summary>
    Empty,
}

/// <summary>An answer, or the reason why there is none.</summary>
/// <param name="Text">Two to six sentences with marks such as [1]; Markdown.</param>
/// <param name="FollowUps">Questions to go on with.</param>
/// <param name="Retrieved">Articles, annexes and recitals found, the most relevant first, at most twenty, also when there is no answer.</param>
/// <param name="Context">To give with the next question of the same person.</param>
internal sealed record Answer(
    DocumentLanguage Language,
    bool Answered,
    string Text,
    IReadOnlyList<Citation> Citations,
    IReadOnlyList<string> FollowUps,
    DeclineReason? Declined,
    IReadOnlyList<ProvisionId> Retrieved,
    AssistantContext Context)
{
    /// <summary>True when the answer starts by correcting what the question takes for granted.</summary>
    public bool Corrects { get; init; }

    /// <summary>True when the compliance team should be offered.</summary>
    public bool OffersComplianceTeam => !Answered;
}

/// <summary>Where a statement of an answer stands.</summary>
/// <param name="Number">The mark in the text.</param>
/// <param name="Provision">The default value when an outside document names no provision.</param>
/// <param name="Name">The provision as people write it, or the title of a document that names none.</param>
/// <param name="Quote">Word for word from the passage.</param>
/// <param name="LawAsOf">The version of the law that the passage was checked against.</param>
/// <param name="SupersededNote">What has changed since an older source was written, or null.</param>
/// <param name="Licence">The licence of an outside source; null for the product's own documents.</param>
public sealed record Citation(
    int Number,
    ProvisionId Provision,
    string Name,
    string DocumentId,
    string Title,
    string Quote,
    string? Url,
    DateOnly? LawAsOf,
    string? SupersededNote,
    string? Licence)
{
    /// <summary>The quote is the law's own: word for word from the imported official text of the provision, which still stands.</summary>
    public bool IsOfficial { get; init; }
}
