using System.Text.RegularExpressions;
using AiActBot.AiSystems;
using AiActBot.Compliance;
using AiActBot.Knowledge;
using AiActBot.Knowledge.Law;

namespace AiActBot.Assistant;

/// <summary>A system of the register that a question is about, as its last triage left it.</summary>
/// <param name="Name">As registered; words of people, so escaped where they are shown.</param>
/// <param name="Roles">The organisation's roles for it; empty when they are not settled.</param>
/// <param name="Classes">Its risk classes, the most serious first; empty when they are not settled.</param>
internal sealed partial record KnownSystem(AiSystemId Id, string Name, IReadOnlyList<OperatorRole> Roles, IReadOnlyList<RiskClass> Classes)
{
    /// <summary>The roles by the words of the knowledge folder.</summary>
    public IReadOnlyList<string> RoleWords => [.. Roles.Select(role => role switch
    {
        OperatorRole.AuthorisedRepresentative => "authorised-representative",
        OperatorRole.ProductManufacturer => "product-manufacturer",
        _ => role.ToString().ToLowerInvariant(),
    })];

    /// <summary>The risk classes by the words of the knowledge folder; out of scope and not settled have none.</summary>
    public IReadOnlyList<string> ClassWords => [.. Classes.Select(risk => risk switch
    {
        RiskClass.Prohibited => "prohibited",
        RiskClass.HighRisk => "high-risk",
        RiskClass.TransparencyObligation => "transparency",
        RiskClass.GeneralPurposeModel => "gpai",
        RiskClass.GeneralPurposeModelWithSystemicRisk => "gpai-systemic-risk",
        RiskClass.MinimalRisk => "minimal",
        _ => null,
    }).OfType<string>()];

    /// <summary>The question with what the system is in the place of its name, which the knowledge has never heard of.</summary>
    public string Describe(string question, DocumentLanguage language) => Mention(Name).Replace(question, _ => What(language));

    /// <summary>Whether a question has the name as words of its own. A name that is a common word is not taken for the system unless it is written as registered.</summary>
    /// <param name="isCommon">The knowledge uses the name as a word.</param>
    public static bool IsNamedIn(string question, string name, bool isCommon) =>
        name.Length > 1 && (isCommon ? Mention(name).Matches(question).Any(m => m.Value == name && char.IsUpper(name[0]) && m.Index > 0) : Mention(name).IsMatch(question));

    /// <summary>One sentence that says which system, role and class the answer takes for granted, as plain text.</summary>
    public string Assumption(DocumentLanguage language)
    {
        var own = language == DocumentLanguage.Nl ? Language.Dutch : Language.English;
        var roles = Roles.Count == 0 ? language.Choose("nog niet bepaald", "not settled yet") : string.Join(", ", Roles.Select(role => RiskWords.Of(role).In(own)));
        var classes = Classes.Count == 0 ? RiskWords.Of(RiskClass.Undetermined).In(own) : string.Join(", ", Classes.Select(risk => RiskWords.Of(risk).In(own)));
        var known = language.Choose(
            $"Ik ga uit van wat er in het register staat over {Name}: onze rol is {roles}, de risicoklasse is {classes}.",
            $"I go by what the register says of {Name}: our role is {roles}, the risk class is {classes}.");
        return IsSettled ? known : known + language.Choose(
            " Toets het systeem om een antwoord op maat te krijgen: typ triage.",
            " Triage the system to get an answer that fits it: type triage.");
    }

    /// <summary>
    /// Where the duties of the system's roles and classes stand, for a question that asks for no more than what to do; empty for any other.
    /// </summary>
    public IReadOnlyList<ProvisionId> WhereDutiesStand(string question, IReadOnlyList<string> roles)
    {
        if (FollowUp.OwnWords(Mention(Name).Replace(question, " ")).Exists(word => !IsWhatToDo(word)))
            return [];
        return [.. Classes.SelectMany(risk => risk switch
        {
            RiskClass.Prohibited => ["art-5"],
            RiskClass.HighRisk => roles.Select(ArticleFor).OfType<string>(),
            RiskClass.TransparencyObligation => ["art-50"],
            RiskClass.GeneralPurposeModel => ["art-53"],
            RiskClass.GeneralPurposeModelWithSystemicRisk => ["art-55"],
            RiskClass.OutOfScope => ["art-2"],
            RiskClass.MinimalRisk => (IEnumerable<string>)["art-4", "art-95"],
            _ => [],
        }).Distinct().Select(ProvisionId.Parse)];
    }

    /// <summary>Whether a word asks for no more than what to do: "obligations", "regelen".</summary>
    public static bool IsWhatToDo(string word) => WhatToDo().IsMatch(word);

    // The article that lists what a role has to do for a high-risk system.
    private static string? ArticleFor(string role) => role switch
    {
        "provider" => "art-16",
        "deployer" => "art-26",
        "importer" => "art-23",
        "distributor" => "art-24",
        "authorised-representative" => "art-22",
        "product-manufacturer" => "art-25",
        _ => null,
    };

    private bool IsSettled => Roles.Count > 0 && Classes.Count > 0 && !Classes.Contains(RiskClass.Undetermined);

    private string What(DocumentLanguage language) => (Classes.Count == 0 ? RiskClass.Undetermined : Classes[0]) switch
    {
        RiskClass.Prohibited => language.Choose("ons AI-systeem voor een verboden praktijk", "our AI system for a prohibited practice"),
        RiskClass.HighRisk => language.Choose("ons AI-systeem met een hoog risico", "our high-risk AI system"),
        RiskClass.TransparencyObligation => language.Choose("ons AI-systeem met een transparantieverplichting", "our AI system with a transparency obligation"),
        RiskClass.GeneralPurposeModel => language.Choose("ons AI-model voor algemene doeleinden", "our general-purpose AI model"),
        RiskClass.GeneralPurposeModelWithSystemicRisk => language.Choose(
            "ons AI-model voor algemene doeleinden met systeemrisico", "our general-purpose AI model with systemic risk"),
        RiskClass.MinimalRisk => language.Choose("ons AI-systeem met minimaal risico", "our minimal-risk AI system"),
        RiskClass.OutOfScope => language.Choose("ons systeem buiten het toepassingsgebied van de AI-verordening", "our system outside the scope of the AI Act"),
        _ => language.Choose("ons AI-systeem", "our AI system"),
    };

    private static Regex Mention(string name) => new(
        $@"(?<![\p{{L}}\p{{N}}]){Regex.Escape(name)}(?![\p{{L}}\p{{N}}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    [GeneratedRegex(
        @"^(?:regel\w*|doen|plicht\w*|verplicht\w*|eisen|vereist\w*|voldoen|nodig|moet\w*|arrang\w*|dut(?:y|ies)|obligat\w*|oblig\w*|requir\w*|"
        + @"comply|compl\w*|necessary|voor|rond|about)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WhatToDo();
}
