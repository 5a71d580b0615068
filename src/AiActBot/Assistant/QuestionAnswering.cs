using AiActBot.Assistant.Chat;
using AiActBot.Assistant.LanguageModel;
using AiActBot.Knowledge;
using AiActBot.Knowledge.Index;
using AiActBot.Knowledge.Law;
using Microsoft.Extensions.Options;

namespace AiActBot.Assistant;

/// <summary>The door of the assistant: a question in, a cited answer or a reasoned refusal out.</summary>
internal sealed class QuestionAnswering(KnowledgeBase knowledge, ModelAnswering model, IOptions<AssistantOptions> options, TimeProvider clock)
{
    private const int MostRetrieved = 20;
    private const int FollowUps = 3;

    // Words that belong to another subject do not turn away a question that is this likely one for the Act.
    private const double SureEnough = 0.99;

    // Without a word on AI the law that the words do belong to is likelier still.
    private const double SureWithoutAi = 0.999;
    private const double OwnDocumentCovers = 0.6;

    /// <param name="whileModelWrites">Called before a language model is asked, which takes a while.</param>
    public async Task<Answer> AnswerAsync(
        AssistantQuestion asked, CancellationToken cancellationToken, Func<DocumentLanguage, CancellationToken, Task>? whileModelWrites = null) =>
        OfficialQuotes.Quote(await FindAnswerAsync(asked, whileModelWrites, cancellationToken), await knowledge.OfficialTextAsync(cancellationToken));

    private async Task<Answer> FindAnswerAsync(
        AssistantQuestion asked, Func<DocumentLanguage, CancellationToken, Task>? whileModelWrites, CancellationToken cancellationToken)
    {
        var index = await knowledge.IndexAsync(cancellationToken);
        var question = QuestionAnalysis.Of(asked, knowledge.Glossary);
        var passages = await SearchAsync(index, asked.TenantId, question, cancellationToken);
        if (question.IsFollowUp && FollowUp.IsSomethingElse(question.Text, passages))
        {
            question = QuestionAnalysis.Of(asked with { Context = null }, knowledge.Glossary);
            passages = await SearchAsync(index, asked.TenantId, question, cancellationToken);
        }

        var retrieved = ProvisionRanking.Of(passages, MostRetrieved);

        if (ScopeCheck.Refuse(question) is var (reason, otherLaw))
            return Decline(question, AnswerTexts.Decline(reason, otherLaw, question.Language), reason, retrieved);
        if (PremiseCheck.MissingProvision(question) is { Moved: false } missing)
            return Decline(question, missing.Text, DeclineReason.NoSuchProvision, retrieved);
        if (ActDivisions.Missing(question.Text, question.Language) is { } division)
            return Decline(question, division, DeclineReason.NoSuchProvision, retrieved);
        var likelihood = Answerability.Of(question.SearchText, passages, knowledge.Glossary);
        var sure = ScopeCheck.NamesTheSubject(question.SearchText) ? SureEnough : SureWithoutAi;
        if (likelihood < sure && !IsOfTheOrganisation(passages) && ScopeCheck.Elsewhere(question, knowledge.Folder.OtherSubjects) is { } subject)
        {
            return Decline(
                question, AnswerTexts.Elsewhere(subject, question.Language), subject.Law is null ? DeclineReason.OtherSubject : DeclineReason.OtherLaw, retrieved);
        }

        var corrections = await Corrections.FindAsync(question, knowledge.Folder.Misconceptions, passages, index, cancellationToken);
        if (corrections.TakenForGranted is { } wrong)
            return Corrected(question, wrong, passages, retrieved);

        if (UnknownName.IsAllThatIsGiven(question, passages, knowledge.Glossary))
            return Decline(question, AnswerTexts.Decline(DeclineReason.UnknownName, null, question.Language), DeclineReason.UnknownName, retrieved);

        var outdated = PremiseCheck.Outdated(question);
        if (outdated.Count == 0 && !Named(question).Any() && corrections.Asked is null && question is { IsFollowUp: false, System: null } && likelihood < options.Value.Strictness)
        {
            var why = ScopeCheck.NamesTheSubject(question.SearchText) ? DeclineReason.NotCovered : DeclineReason.OtherSubject;
            return Decline(question, AnswerTexts.Decline(why, null, question.Language), why, retrieved);
        }

        return passages.Count == 0
            ? Decline(question, AnswerTexts.Decline(DeclineReason.NotCovered, null, question.Language), DeclineReason.NotCovered, retrieved)
            : await WriteAsync(
                index, asked.TenantId, question, outdated, corrections.Asked, OfficialQuotes.OwnWordsFirst(passages), retrieved, whileModelWrites, cancellationToken);
    }

    // What the organisation itself brought in or decided may be about anything.
    private static bool IsOfTheOrganisation(IReadOnlyList<Passage> passages) =>
        passages.Count > 0 && passages[0] is { Chunk.Kind: SourceKind.ReviewedAnswer or SourceKind.Imported, Coverage: >= OwnDocumentCovers };

    // What was asked falls away with what it took for granted; what is so is told, with its source.
    private static Answer Corrected(QuestionAnalysis question, Correction wrong, IReadOnlyList<Passage> passages, IReadOnlyList<ProvisionId> retrieved)
    {
        var draft = new AnswerDraft(question.Language);
        wrong.Tell(draft, AnswerTexts.NotSo(question.Language));
        IReadOnlyList<ProvisionId> about = [.. wrong.Provisions.Select(p => p.Root).Concat(retrieved).Distinct().Take(MostRetrieved)];
        return new Answer(
            question.Language, false, draft.Text, draft.Citations, [AnswerTexts.AskTheTeam(question.Language), .. Next(question, passages).Take(FollowUps - 1)],
            DeclineReason.FalsePremise, about, Context(question, about))
        {
            Corrects = true,
        };
    }

    // What the question names and what is there, or what came in its place.
    private static IEnumerable<ProvisionId> Named(QuestionAnalysis question) => question.References
        .Select(r => ActStructure.Current.NearestExisting(r.Provision) ?? ActStructure.Current.MovedTo(r.Provision))
        .OfType<ProvisionId>().Concat(ActDivisions.Opening(question.Text));

    private async Task<IReadOnlyList<Passage>> SearchAsync(IPassageIndex index, string tenantId, QuestionAnalysis question, CancellationToken cancellationToken)
    {
        List<ProvisionId> named = [.. Named(question), .. question.LeansOn, .. question.DefinitionsAsked];
        var passages = await SearchAsync(
            index, tenantId, new PassageQuery(question.SearchText, question.Language, named, question.Roles, question.Risks) { Likely = QuestionWords.Likely(question.Text, question.Intent) }, options.Value.Passages, cancellationToken);
        return question.System is null ? passages : SystemPassages.Prefer(passages, question);
    }

    private async Task<Answer> WriteAsync(
        IPassageIndex index, string tenantId, QuestionAnalysis question, IReadOnlyList<Supersession> outdated, Correction? asked,
        IReadOnlyList<Passage> passages, IReadOnlyList<ProvisionId> retrieved, Func<DocumentLanguage, CancellationToken, Task>? whileModelWrites,
        CancellationToken cancellationToken)
    {
        var draft = new AnswerDraft(question.Language);
        if (question.System is { } system)
            draft.Say(system.Assumption(question.Language));
        if (PremiseCheck.MissingProvision(question) is { Moved: true } moved)
            draft.Say(moved.Text);
        var unconfirmed = outdated.Count == 0 && asked is null && UnconfirmedClaim.IsIn(question, passages);
        if (unconfirmed)
            draft.Say(AnswerTexts.Unconfirmed(question.Language));
        foreach (var note in outdated.Take(2))
            await CorrectAsync(draft, index, tenantId, note, question, cancellationToken);
        asked?.Tell(draft, "");

        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var composer = new AnswerComposer(options.Value, knowledge.Folder.Calendar);
        if (!WhichProvision.Say(draft, question, passages))
        {
            if (model.IsConfigured && whileModelWrites is not null)
                await whileModelWrites(question.Language, cancellationToken);
            if (await model.WriteAsync(draft, question, passages, tenantId, cancellationToken))
                composer.SayDates(draft, question, passages[0].Chunk, today);
            else
                composer.Compose(draft, await PartsAsync(index, tenantId, question, passages, cancellationToken), today);
        }

        var cited = draft.Citations.Select(c => c.Provision).Where(p => p != default).Distinct().ToList();
        return new Answer(question.Language, true, draft.Text, draft.Citations, Next(question, passages), null, retrieved, Context(question, cited.Count > 0 ? cited : retrieved))
        {
            Corrects = outdated.Count > 0 || asked is not null || unconfirmed,
        };
    }

    // Of a question that asks two things, the second is searched for as one that leans on the first.
    private async Task<IReadOnlyList<(QuestionAnalysis, IReadOnlyList<Passage>)>> PartsAsync(
        IPassageIndex index, string tenantId, QuestionAnalysis question, IReadOnlyList<Passage> passages, CancellationToken cancellationToken)
    {
        if (question is not { IsFollowUp: false, System: null, References: [], DefinitionsAsked: [] or [_] } || QuestionParts.Of(question.Text) is not var (first, second))
            return [(question, passages)];
        return [await ReadAsync(first, null), await ReadAsync(second, new AssistantContext(first, []))];

        async Task<(QuestionAnalysis, IReadOnlyList<Passage>)> ReadAsync(string text, AssistantContext? context)
        {
            var part = QuestionAnalysis.Of(new AssistantQuestion(text, question.Language, context, TenantId: tenantId), knowledge.Glossary);
            return (part, OfficialQuotes.OwnWordsFirst(await SearchAsync(index, tenantId, part, cancellationToken)));
        }
    }

    private static async Task<IReadOnlyList<Passage>> SearchAsync(
        IPassageIndex index, string tenantId, PassageQuery query, int limit, CancellationToken cancellationToken) =>
        [.. (await index.SearchAsync(query, limit, cancellationToken)).Where(passage => ReviewedAnswers.IsOpenTo(tenantId, passage.Chunk))];

    // The correction is cited to a passage about the provision that proves it.
    private static async Task CorrectAsync(
        AnswerDraft draft, IPassageIndex index, string tenantId, Supersession note, QuestionAnalysis question, CancellationToken cancellationToken)
    {
        var text = note.Note(question.Language);
        var found = await SearchAsync(index, tenantId, new PassageQuery(text, question.Language, [note.Provision], [], []), 3, cancellationToken);
        if (found.FirstOrDefault(p => p.Chunk.Language == question.Language) is { } proof)
            draft.Say(text, proof.Chunk, Knowledge.Text.Sentences.Of(proof.Chunk.Text)[0].Text, proof.Chunk.Provisions[0]);
        else
            draft.Say(text);
    }

    private static Answer Decline(QuestionAnalysis question, string text, DeclineReason reason, IReadOnlyList<ProvisionId> retrieved) => new(
        question.Language, false, question.System is { } system ? $"{system.Assumption(question.Language)} {text}" : text, [], [AnswerTexts.AskTheTeam(question.Language), .. Enumerable.Range(0, FollowUps - 1).Select(i => AnswerTexts.DefaultFollowUp(i, question.Language))],
        reason, retrieved, Context(question, retrieved))
    {
        Corrects = reason == DeclineReason.NoSuchProvision,
    };

    // What the next passages answer is what people ask next.
    private static IReadOnlyList<string> Next(QuestionAnalysis question, IReadOnlyList<Passage> passages) =>
        [.. passages.Skip(1).Where(p => p.Chunk.Language == question.Language && p.Chunk.Questions.Count > 0)
            .Select(p => p.Chunk.Questions[0])
            .Where(q => !string.Equals(q, question.Text, StringComparison.OrdinalIgnoreCase))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(FollowUps)];

    private static AssistantContext Context(QuestionAnalysis question, IReadOnlyList<ProvisionId> provisions) =>
        new(question.SearchText.Length <= 400 ? question.SearchText : question.Text, [.. provisions.Take(3)], question.System);
}
