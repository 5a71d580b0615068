using System.Text.Json;
using AiActBot.AiSystems;
using AiActBot.BotFramework.Cards;
using AiActBot.Compliance;
using AiActBot.Compliance.Triage;
using AiActBot.Conversations;
using AiActBot.Documents;
using AiActBot.Hosting;
using AiActBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.Triage;

/// <summary>Puts the outcome into the register, with the answers and the rules that it was made with.</summary>
internal sealed class SaveAssessment(
    AiActBotDbContext db, TriageInterview interview, TriageEngine engine, SystemRegister register, DutyItems duties, OrganisationClock clock)
{
    /// <summary>The version of the law that the rule files were checked against: Regulation (EU) 2026/1744 in force.</summary>
    private static readonly DateOnly LawVersion = new(2026, 7, 27);

    public async Task HandleAsync(Turn turn, CardData data, CancellationToken cancellationToken)
    {
        if (await interview.FindOpenAsync(turn, data, cancellationToken) is not { } session)
            return;
        var answers = GivenAnswers.Read(session.Answers).ToAnswers();
        if (engine.NextQuestion(answers) is not null)
        {
            turn.Refuse(TriageTexts.NotFinished);
            return;
        }

        var system = await db.AiSystems.Include(s => s.Parties)
            .SingleOrDefaultAsync(s => s.TenantId == turn.Person.TenantId && s.Name == session.Name, cancellationToken);
        if (system is not null && system.OwnerId != turn.Person.Id)
        {
            turn.Refuse(TriageTexts.NameTaken(session.Name));
            return;
        }

        system ??= Register(turn, session);
        var outcome = engine.Evaluate(answers);
        Assess(turn, session, system, outcome);
        await duties.FollowAsync(turn, system, outcome, cancellationToken);
        foreach (var flag in await db.ReviewFlags.Where(f => f.AiSystemId == system.Id && f.SettledAt == null).ToListAsync(cancellationToken))
            flag.SettledAt = turn.Now;
        turn.Replace(await register.CardForAsync(turn, system, cancellationToken), system.Name);
    }

    private AiSystem Register(Turn turn, TriageSession session)
    {
        var system = new AiSystem
        {
            Id = AiSystemId.New(),
            TenantId = turn.Person.TenantId,
            Name = session.Name,
            OwnerId = turn.Person.Id,
            RegisteredAt = turn.Now,
        };
        db.AiSystems.Add(system);
        turn.Record("system.registered", $"system:{system.Id}");
        return system;
    }

    private void Assess(Turn turn, TriageSession session, AiSystem system, TriageOutcome outcome)
    {
        if (session.Description.Length > 0)
            system.Description = session.Description;
        system.Roles = [.. outcome.Roles];
        system.RiskClasses = [.. outcome.Risk.Select(finding => finding.Class).Distinct()];
        var assessment = new Assessment
        {
            Id = Guid.CreateVersion7(turn.Now),
            AiSystemId = system.Id,
            PersonId = turn.Person.Id,
            At = turn.Now,
            Answers = session.Answers,
            Outcome = JsonSerializer.Serialize(TriageReport.Of(outcome, turn.Language), TriageReportJson.Default.TriageReport),
            RulesVersion = outcome.RuleBookVersion,
            LawVersion = LawVersion,
        };
        db.Assessments.Add(assessment);
        foreach (var language in Enum.GetValues<Language>())
            db.AssessmentDocuments.Add(Document(turn, session, system, outcome, assessment.Id, language));
        session.State = TriageSessionState.Saved;
        session.AiSystemId = system.Id;
        turn.Record("system.assessed", $"system:{system.Id}", ("assessment", assessment.Id.ToString()), ("rules", outcome.RuleBookVersion),
            ("classes", string.Join(",", system.RiskClasses)), ("roles", string.Join(",", system.Roles)));
    }

    private AssessmentDocument Document(Turn turn, TriageSession session, AiSystem system, TriageOutcome outcome, Guid assessmentId, Language language)
    {
        var subject = new OutcomeSubject(
            system.Name, system.Description, turn.Person.DisplayName, shown => clock.Show(turn.Now, shown), clock.DayOf(turn.Now), turn.Now);
        ReadableDocument document = new OutcomeDocument(subject, GivenAnswers.Read(session.Answers), outcome, engine, language).Build();
        return new AssessmentDocument { AssessmentId = assessmentId, Language = language, Content = AssessmentDocument.Write(document) };
    }
}
