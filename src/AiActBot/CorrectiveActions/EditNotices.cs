using AiActBot.BotFramework.Cards;
using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Conversations;
using AiActBot.Storage;
using static AiActBot.Conversations.CardParts;

namespace AiActBot.CorrectiveActions;

/// <summary>The notices of a proposal can be put in other words until approval is asked. Who does so becomes one of its proposers.</summary>
internal sealed class EditNotices(AiActBotDbContext db, CaseFiles files, NoticePlan plan)
{
    public const string Notice = "planned";
    public const string Subject = "subject";
    public const string Text = "text";

    /// <summary>As many as stand on a card at once.</summary>
    private const int Most = 20;

    public async Task ListAsync(Turn turn, CardData data, CancellationToken cancellationToken)
    {
        if (await FindAsync(turn, data, cancellationToken) is { } file)
            turn.Replace(ListCard(file, turn.Language, ListPart.FromOf(data)), turn.In(CaseTexts.Summary(file)));
    }

    public async Task ShowAsync(Turn turn, CardData data, CancellationToken cancellationToken)
    {
        if (await FindAsync(turn, data, cancellationToken) is not { } file)
            return;
        if (PlannedOf(file, data) is { } notice)
            turn.Replace(EditCard(file, notice, turn.Language, ListPart.FromOf(data)), turn.In(CaseTexts.Summary(file)));
        else
            turn.Refuse(CaseTexts.NotYours);
    }

    public async Task SaveAsync(Turn turn, CardData data, CancellationToken cancellationToken)
    {
        if (await FindAsync(turn, data, cancellationToken) is not { } file)
            return;
        if (PlannedOf(file, data) is not { } notice)
        {
            turn.Refuse(CaseTexts.NotYours);
            return;
        }

        if (!data.TryGetText(Subject, NoticeWordingMapping.SubjectLength, out var subject) || !data.TryGetText(Text, NoticeWordingMapping.EditedLength, out var text))
        {
            turn.Refuse(CaseTexts.WordingIncomplete);
            return;
        }

        subject = subject.Replace('\n', ' ');
        if (Placeholders.FirstIn(subject + "\n" + text) is { } placeholder)
        {
            turn.Refuse(CaseTexts.PlaceholderLeft(placeholder));
            return;
        }

        if (!text.Contains(file.Case.Number, StringComparison.Ordinal))
        {
            turn.Refuse(CaseTexts.ReferenceMissing(file.Case.Number));
            return;
        }

        Keep(turn, file, notice, subject, NoticeGreeting.WithoutName(text, notice.Party));
        turn.Replace(ListCard(file, turn.Language, ListPart.FromOf(data)), turn.In(CaseTexts.Summary(file)));
    }

    private void Keep(Turn turn, CaseFile file, PlannedNotice notice, string subject, string text)
    {
        var actor = file.ActorOf(turn.Person);
        var accepted = (Decision.Accepted)CorrectiveActionLifecycle.Decide(file.FactsAt(turn.Now), Trigger.Revise, actor);
        file.Case.ProposerIds =
            [.. CorrectiveActionLifecycle.Apply(file.FactsAt(turn.Now), Trigger.Revise, actor, accepted).Proposers.Select(proposer => proposer.Value)];
        file.Case.Revision++;
        if (file.Wordings.FirstOrDefault(wording => wording.NoticeId == notice.Id) is { } own)
        {
            (own.Subject, own.Text, own.EditedBy, own.EditedAt) = (subject, text, turn.Person.Id, turn.Now);
        }
        else
        {
            db.NoticeWordings.Add(new NoticeWording
            {
                NoticeId = notice.Id, CaseId = file.Case.Id, Subject = subject, Text = text, EditedBy = turn.Person.Id, EditedAt = turn.Now,
            });
        }

        turn.Record("notice.edited", $"case:{file.Case.Id}", ("planned", notice.Id.ToString()), ("recipient", notice.Recipient.ToString()));
    }

    /// <returns>The case, where this person may change its notices now; null after the turn has been told why not.</returns>
    private async Task<CaseFile?> FindAsync(Turn turn, CardData data, CancellationToken cancellationToken)
    {
        if (await files.FindForAsync(turn, data, cancellationToken) is not { } file)
            return null;
        if (CorrectiveActionLifecycle.Decide(file.FactsAt(turn.Now), Trigger.Revise, file.ActorOf(turn.Person)) is Decision.Refused(var refusal))
        {
            turn.Refuse(refusal.Text);
            return null;
        }

        return file;
    }

    private PlannedNotice? PlannedOf(CaseFile file, CardData data) =>
        data.TryGetGuid(Notice, out var id) ? plan.For(file).FirstOrDefault(notice => notice.Id == id) : null;

    private AdaptiveCard ListCard(CaseFile file, Language language, int from)
    {
        var id = (CaseCard.Case, file.Case.Id.ToString());
        var planned = plan.For(file);
        var part = new ListPart(planned.Count, Most, from);
        return Card(
            [Title(new Bilingual($"Berichten bij {file.Case.Number}", $"Messages of {file.Case.Number}").In(language))],
            [
                .. part.Of(planned).Select(notice => Button(
                    $"{notice.NameIn(language)} ({AiSystems.PartyWords.Of(notice.Recipient).In(language)})", Verbs.EditNotice, id, (Notice, notice.Id.ToString()), part.Itself)),
                .. part.Others(language).Select(other => Button(other.Title, Verbs.ListNotices, id, other.Data)),
                Button(new Bilingual("Terug naar het dossier", "Back to the case").In(language), Verbs.ShowCase, id),
            ]);
    }

    /// <param name="from">The part of the list to go back to.</param>
    private static AdaptiveCard EditCard(CaseFile file, PlannedNotice notice, Language language, int from)
    {
        string In(string nl, string en) => new Bilingual(nl, en).In(language);
        var id = (CaseCard.Case, file.Case.Id.ToString());
        return Card(
            [
                Title(notice.NameIn(language)),
                Subtle(In(
                    $"In de taal van de ontvanger: {(notice.Language == Language.Dutch ? "Nederlands" : "Engels")}. Het kenmerk {file.Case.Number} moet erin blijven staan.",
                    $"In the recipient's language: {(notice.Language == Language.Dutch ? "Dutch" : "English")}. The reference {file.Case.Number} must stay in it.")),
                TextInput(Subject, In("Onderwerp", "Subject"), NoticeWordingMapping.SubjectLength, In("Vul een onderwerp in.", "Enter a subject."), value: notice.Subject, isOneLine: true),
                TextInput(Text, In("Tekst", "Text"), NoticeWordingMapping.EditedLength, In("Schrijf de tekst.", "Write the text."), value: notice.Text),
            ],
            Button(In("Opslaan", "Save"), Verbs.SaveNotice, id, (Notice, notice.Id.ToString()), ListPart.Beginning(from)).Positive(),
            Button(In("Terug", "Back"), Verbs.ListNotices, id, ListPart.Beginning(from)) with { AssociatedInputs = AssociatedInputs.None });
    }
}
