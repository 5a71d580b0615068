using AiActBot.Compliance;
using AiActBot.Compliance.Triage;

namespace AiActBot.Triage.RuleFiles;

/// <summary>Reads one question, rule or duty.</summary>
internal static class EntryReader
{
    public static Question Question(Fields fields)
    {
        var kind = fields.Word<QuestionKind>(fields.Text("kind"));
        var choices = fields.List("choices", required: kind != QuestionKind.YesNo)
            .Select(fields.In).OfType<Fields>().Select(Choice).ToList();
        return new Question(
            fields.Text("id"),
            kind,
            fields.Provision("provision"),
            fields.Bilingual("text"),
            fields.Bilingual("help"),
            [.. fields.List("examples").Select(example => fields.Bilingual(example, "examples"))],
            choices.Count == 0 ? Compliance.Triage.Question.YesAndNo : choices);
    }

    /// <param name="given">What the whole file asks for before any of its rules.</param>
    public static Rule Rule(Fields fields, Condition? given)
    {
        var when = fields.Required("when") is { } condition ? ConditionReader.Read(condition, fields) : Condition.Always;
        var rule = new Rule(
            fields.Text("id"),
            fields.Provision("provision"),
            given is null ? when : new Condition.All([given, when]),
            fields.Optional("unless") is { } unless ? ConditionReader.Read(unless, fields) : null,
            fields.Required("then") is { } then && fields.In(then) is { } outcome ? Outcome(outcome) : new Outcome.Excludes(),
            fields.Bilingual("explanation"),
            [],
            []);
        return fields.Required("examples") is { } examples && fields.In(examples) is { } lists
            ? rule with { Fires = Examples(lists, "fires"), DoesNotFire = Examples(lists, "doesNotFire") }
            : rule;
    }

    public static Duty Duty(Fields fields) => new(
        fields.Text("id"),
        fields.Provision("provision"),
        [.. fields.List("roles").Select(role => fields.Word<OperatorRole>(fields.Text(role, "roles")))],
        [.. fields.List("risks").Select(risk => fields.Word<RiskClass>(fields.Text(risk, "risks")))],
        fields.Optional("when") is { } when ? ConditionReader.Read(when, fields) : Condition.Always,
        fields.Bilingual("text"),
        fields.Optional("calendar") is { } calendar ? fields.Text(calendar, "calendar") : null,
        fields.Optional("onlyByRule") is { } only && fields.Text(only, "onlyByRule") == "true");

    private static Choice Choice(Fields fields)
    {
        var choice = new Choice(
            fields.Text("id"),
            fields.Bilingual("text"),
            fields.Optional("help") is { } help ? fields.Bilingual(help, "help") : null);
        fields.NothingElse();
        return choice;
    }

    private static List<Answers> Examples(Fields lists, string kind) =>
        [.. lists.List(kind, required: true).Select(example => AnswersReader.Read(example, lists))];

    private static Outcome Outcome(Fields fields)
    {
        var outcome = fields.All.Keys.FirstOrDefault() switch
        {
            "role" => new Outcome.AddsRole(fields.Word<OperatorRole>(fields.Text("role"))),
            "class" => new Outcome.AddsClass(
                fields.Word<RiskClass>(fields.Text("class")),
                fields.Provision("provision"),
                fields.Optional("duties") is not { } duties || fields.Text(duties, "duties") != "elsewhere"),
            "duty" => new Outcome.AddsDuty(fields.Text("duty")),
            "fact" => new Outcome.Establishes(fields.Text("fact")),
            "review" => new Outcome.NeedsReview(fields.Bilingual("review")),
            "note" => new Outcome.Advises(fields.Bilingual("note")),
            "contradiction" => new Outcome.Contradicts(fields.Bilingual("contradiction")),
            "excluded" when fields.Text("excluded") == "true" => new Outcome.Excludes(),
            _ => (Outcome?)null,
        };
        if (outcome is null)
            fields.Problem("'then' should be one of role, class, duty, fact, review, note, contradiction, or excluded: true");
        else
            fields.NothingElse();
        return outcome ?? new Outcome.Excludes();
    }
}
