using System.Text.Json;
using AiActBot.AiSystems;
using AiActBot.Compliance;
using AiActBot.Compliance.Triage;
using AiActBot.Notifications;
using AiActBot.Storage;
using AiActBot.Storage.Audit;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.Triage;

/// <summary>
/// Finds systems that were triaged with older rules, says what the same answers lead to now, and where that is something else
/// asks their owner once to look again. The key of <see cref="ReviewFlag"/> decides that it is once.
/// </summary>
internal sealed class ReviewScan(AiActBotDbContext db, TriageEngine engine, TimeProvider time, ILogger<ReviewScan> log)
{
    /// <returns>How many systems were compared, whether anything changes for them or not. One with which that fails is not among them.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var compared = 0;
        foreach (var id in await BehindAsync(cancellationToken))
            compared += await CompareAsync(id, cancellationToken) ? 1 : 0;
        return compared;
    }

    private async Task<bool> CompareAsync(AiSystemId id, CancellationToken cancellationToken)
    {
        try
        {
            var system = await db.AiSystems.AsNoTracking().SingleAsync(s => s.Id == id, cancellationToken);
            var last = await db.Assessments.AsNoTracking().Where(a => a.AiSystemId == id).OrderByDescending(a => a.At).FirstAsync(cancellationToken);
            await FlagAsync(system, last, cancellationToken);
            return true;
        }
#pragma warning disable CA1031 // The edge of one system: the others are compared all the same, and the next round tries it again.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.NotCompared(log, exception, id);
            return false;
        }
        finally
        {
            db.Discard();
        }
    }

    private Task<List<AiSystemId>> BehindAsync(CancellationToken cancellationToken)
    {
        var version = engine.Book.Version;
        return db.AiSystems.AsNoTracking()
            .Where(system => db.Assessments.Any(a => a.AiSystemId == system.Id)
                && !db.Assessments.Any(a => a.AiSystemId == system.Id && a.RulesVersion == version)
                && !db.ReviewFlags.Any(f => f.AiSystemId == system.Id && f.RulesVersion == version))
            .OrderBy(system => system.Id).Select(system => system.Id).ToListAsync(cancellationToken);
    }

    private async Task FlagAsync(AiSystem system, Assessment last, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var changes = WhatChanged.Between(last, engine);
        // What an earlier version changed is part of what this one does.
        foreach (var earlier in await db.ReviewFlags.Where(f => f.AiSystemId == system.Id && f.SettledAt == null).ToListAsync(cancellationToken))
            earlier.SettledAt = now;
        db.ReviewFlags.Add(new ReviewFlag
        {
            AiSystemId = system.Id,
            RulesVersion = engine.Book.Version,
            Changes = JsonSerializer.Serialize(changes ?? WhatChanged.Nothing),
            At = now,
            // Nobody is troubled with rules that change nothing for their system.
            SettledAt = changes is null ? now : null,
        });
        if (changes is not null)
            await AskAsync(system, changes, now, cancellationToken);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            // Another replica flagged it at the same moment.
        }
    }

    private async Task AskAsync(AiSystem system, Bilingual changes, DateTimeOffset now, CancellationToken cancellationToken)
    {
        db.Record(new AuditRecord("system.flagged", $"system:{system.Id}", null, now, ("rules", engine.Book.Version)));
        var owner = await db.People.AsNoTracking().SingleAsync(p => p.Id == system.OwnerId, cancellationToken);
        // The register says it all the same.
        if (owner.IsErased)
            return;
        db.Notifications.Add(Notification.ThroughTheBot(
            NotificationPurpose.Message, owner.Id, owner.Language, TriageTexts.LookAgainSubject.In(owner.Language), now,
            text: TriageTexts.LookAgain(system.Name, changes).In(owner.Language)));
    }
}

/// <summary>What the answers of an earlier triage lead to now, in words.</summary>
internal static class WhatChanged
{
    public static readonly Bilingual Nothing = new("met dezelfde antwoorden verandert er niets", "with the same answers nothing changes");

    /// <returns>Null when the same answers lead to the same outcome.</returns>
    public static Bilingual? Between(Assessment last, TriageEngine engine)
    {
        var before = JsonSerializer.Deserialize(last.Outcome, TriageReportJson.Default.TriageReport)!;
        var answers = GivenAnswers.Read(last.Answers).Fitting(engine).ToAnswers();
        var outcome = engine.Evaluate(answers, withAlternatives: false);
        var after = TriageReport.Of(outcome, Language.English);
        List<Bilingual> parts = [];
        if (!before.Roles.SequenceEqual(after.Roles) || !before.Risk.SequenceEqual(after.Risk))
        {
            parts.Add(new(
                "rol of klasse wordt: " + Words(outcome, Language.Dutch), "role or class becomes: " + Words(outcome, Language.English)));
        }

        var (old, now) = (before.Duties.Select(duty => duty.Id).ToHashSet(), after.Duties.ToDictionary(duty => duty.Id));
        Add(parts, engine, now.Keys.Except(old), "erbij", "new");
        Add(parts, engine, old.Except(now.Keys), "vervallen", "gone");
        Add(parts, engine, before.Duties.Where(duty => now.TryGetValue(duty.Id, out var same) && same.AppliesFrom != duty.AppliesFrom).Select(duty => duty.Id), "andere datum", "another date");
        if (engine.NextQuestion(answers) is { } question)
            parts.Add(new("nieuwe vraag: " + question.Text.Nl, "new question: " + question.Text.En));
        return parts.Count == 0
            ? null
            : new(string.Join("; ", parts.Select(part => part.Nl)), string.Join("; ", parts.Select(part => part.En)));
    }

    private static void Add(List<Bilingual> parts, TriageEngine engine, IEnumerable<string> duties, string nl, string en)
    {
        foreach (var id in duties)
        {
            var text = engine.Book.FindDuty(id)?.Text ?? new Bilingual(id, id);
            parts.Add(new($"{nl}: {text.Nl.TrimEnd('.')}", $"{en}: {text.En.TrimEnd('.')}"));
        }
    }

    private static string Words(TriageOutcome outcome, Language language) => string.Join(", ",
        outcome.Roles.Select(role => RiskWords.Of(role).In(language)).Concat(outcome.Risk.Select(finding => OutcomeWords.Of(finding, language))));
}
