using AiActBot.Compliance;
using AiActBot.Compliance.Triage;

namespace AiActBot.Triage.RuleFiles;

/// <summary>A system as people would describe it, with their answers and what triage has to find.</summary>
/// <param name="Classes">Each class with its provision, in any order; all of them and no other.</param>
/// <param name="Duties">Duties that have to be among those found.</param>
/// <param name="Complete">Whether the answers settle everything that matters.</param>
/// <param name="Contradictory">Whether the answers do not go together, which triage points out.</param>
internal sealed record Scenario(
    string Id,
    Bilingual Description,
    Answers Answers,
    IReadOnlyList<OperatorRole> Roles,
    IReadOnlyList<RiskFinding> Classes,
    IReadOnlyList<string> Duties,
    bool Complete,
    bool Contradictory)
{
    /// <param name="assumed">What the file says of all its systems, unless one says otherwise.</param>
    public static Scenario Read(Fields fields, Answers assumed)
    {
        var own = fields.Required("answers") is { } given ? AnswersReader.Read(given, fields) : Answers.Empty;
        var answers = own.All.Aggregate(assumed, (all, answer) => all.With(answer.Key, answer.Value));
        return new Scenario(
            fields.Text("id"),
            fields.Bilingual("description"),
            answers,
            [.. fields.List("roles").Select(role => fields.Word<OperatorRole>(fields.Text(role, "roles")))],
            [.. fields.List("classes", required: true).Select(fields.In).OfType<Fields>().Select(found =>
                new RiskFinding(found.Word<RiskClass>(found.Text("class")), found.Provision("provision")))],
            [.. fields.List("duties").Select(duty => fields.Text(duty, "duties"))],
            fields.Optional("complete") is not { } complete || fields.Text(complete, "complete") != "false",
            fields.Optional("contradictory") is { } contradictory && fields.Text(contradictory, "contradictory") == "true");
    }
}
