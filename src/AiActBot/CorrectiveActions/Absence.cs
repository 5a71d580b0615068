using System.Globalization;
using AiActBot.BotFramework.Cards;
using AiActBot.Compliance;
using AiActBot.Conversations;
using AiActBot.Hosting;
using AiActBot.Storage;
using Microsoft.EntityFrameworkCore;
using static AiActBot.Conversations.CardParts;

namespace AiActBot.CorrectiveActions;

/// <summary>Somebody who is away names a deputy, who decides on approvals in their place until they are back.</summary>
internal sealed class Absence(AiActBotDbContext db, Colleagues colleagues, OrganisationClock clock)
{
    public const string Deputy = "deputy";
    public const string Until = "until";
    public const string StandInId = "standIn";

    public async Task ShowAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.IsPrivate)
            turn.Show(await CardAsync(turn, cancellationToken), turn.In(CaseTexts.AbsenceTitle));
        else
            turn.Refuse(CaseTexts.OnlyInPrivate);
    }

    public async Task SetAsync(Turn turn, CardData data, CancellationToken cancellationToken)
    {
        if (!turn.IsPrivate)
        {
            turn.Refuse(CaseTexts.OnlyInPrivate);
            return;
        }

        var until = data.TryGetDate(Until, out var lastDay) ? clock.StartOf(lastDay.AddDays(1)) : turn.Now;
        if (until <= turn.Now || until > turn.Now.AddYears(1)
            || await colleagues.ChosenAsync(turn, data, Deputy, cancellationToken) is not { } deputy || deputy.Id == turn.Person.Id)
        {
            turn.Refuse(CaseTexts.AbsenceIncomplete);
            return;
        }

        await EndAllAsync(turn, cancellationToken);
        db.StandIns.Add(new StandIn { Id = Guid.NewGuid(), ApproverId = turn.Person.Id, DelegateId = deputy.Id, From = turn.Now, Until = until });
        turn.Record("absence.set", $"person:{turn.Person.Id}", ("deputy", deputy.Id.ToString()), ("until", until.ToString("O", CultureInfo.InvariantCulture)));
        turn.Replace(SetCard(turn, deputy, lastDay), turn.In(CaseTexts.AbsenceTitle));
    }

    public async Task EndAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (await EndAllAsync(turn, cancellationToken) > 0)
            turn.Record("absence.ended", $"person:{turn.Person.Id}");
        turn.Replace(Card([Title(turn.In(CaseTexts.AbsenceTitle)), Text(turn.In(CaseTexts.AbsenceEnded))]), turn.In(CaseTexts.AbsenceTitle));
    }

    private async Task<int> EndAllAsync(Turn turn, CancellationToken cancellationToken)
    {
        var current = await CurrentAsync(turn, cancellationToken);
        foreach (var standIn in current)
            standIn.Until = turn.Now;
        return current.Count;
    }

    private Task<List<StandIn>> CurrentAsync(Turn turn, CancellationToken cancellationToken) =>
        db.StandIns.Where(s => s.CaseId == null && s.ApproverId == turn.Person.Id && s.Until > turn.Now).ToListAsync(cancellationToken);

    private async Task<AdaptiveCard> CardAsync(Turn turn, CancellationToken cancellationToken)
    {
        var others = (await colleagues.ToChooseFromAsync(turn.Person.TenantId, [], cancellationToken)).Where(person => person.Id != turn.Person.Id);
        var isAway = (await CurrentAsync(turn, cancellationToken)).Count > 0;
        return Card(
            [
                Title(turn.In(CaseTexts.AbsenceTitle)),
                Text(turn.In(new("Wie vervangt, beslist over goedkeuringen die aan jou gevraagd zijn, maar nooit over een eigen voorstel.", "Whoever stands in decides on approvals that are asked of you, but never on a proposal of their own."))),
                new ChoiceSetInput(Deputy, [.. others.Select(person => new Choice(person.DisplayName, person.Id.ToString()))])
                {
                    Label = turn.In(new("Wie vervangt je?", "Who stands in for you?")),
                    Style = ChoiceStyle.Compact,
                },
                new DateInput(Until) { Label = turn.In(new("Tot en met welke dag ben je weg?", "Up to and including which day are you away?")) },
            ],
            [
                Button(turn.In(new("Vastleggen", "Record")), Verbs.SetAbsence).Positive(),
                .. isAway ? [Button(turn.In(new("Ik ben er weer", "I am back")), Verbs.EndAbsence)] : Array.Empty<CardAction>(),
            ]);
    }

    private static AdaptiveCard SetCard(Turn turn, Person deputy, DateOnly lastDay) => Card(
        [
            Title(turn.In(CaseTexts.AbsenceTitle)),
            Text(turn.In(new(
                $"{deputy.DisplayName} beslist in jouw plaats tot en met {OrganisationClock.Show(lastDay, Language.Dutch)}.",
                $"{deputy.DisplayName} decides in your place up to and including {OrganisationClock.Show(lastDay, Language.English)}."))),
        ],
        Button(turn.In(new("Ik ben er weer", "I am back")), Verbs.EndAbsence));
}
