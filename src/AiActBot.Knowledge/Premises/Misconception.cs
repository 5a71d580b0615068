using AiActBot.Knowledge.Law;

namespace AiActBot.Knowledge.Premises;

/// <summary>What people take for granted about the Act and is not so, from <c>knowledge/premises/misconceptions.yaml</c>.</summary>
/// <param name="Provisions">The first one proves the correction.</param>
/// <param name="Wording">How a question that holds it is recognised.</param>
/// <param name="Correction">One to three sentences with what is the case; also a direct answer to "Is it so that ...?".</param>
public sealed record Misconception(
    string Id, IReadOnlyList<ProvisionId> Provisions, InBothLanguages<Wording> Wording, InBothLanguages<string> Correction);

/// <summary>A subject outside the Act that staff ask about as well, from <c>knowledge/premises/other-subjects.yaml</c>.</summary>
/// <param name="Law">The law that governs it, such as "the GDPR"; null where it is no question of law.</param>
/// <param name="Contact">Whom to ask instead, as it goes on after "Ask"; null where nobody is.</param>
public sealed record OtherSubject(
    string Id, InBothLanguages<string>? Law, InBothLanguages<string>? Contact, InBothLanguages<Wording> Wording);

/// <summary>Questions that a misconception or another subject is to be recognised in, and questions near it that it is not.</summary>
/// <param name="Id">Of the misconception or the subject.</param>
public sealed record PremiseExamples(string Id, InBothLanguages<IReadOnlyList<string>> Examples, InBothLanguages<IReadOnlyList<string>> Counterexamples);
