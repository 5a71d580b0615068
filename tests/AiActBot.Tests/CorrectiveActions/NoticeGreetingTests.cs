using AiActBot.AiSystems;
using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Conversations;
using AiActBot.CorrectiveActions;
using AiActBot.Tests.Drivers;

namespace AiActBot.Tests.CorrectiveActions;

/// <summary>A message in somebody's own words greets the contact by name, also when that is another by the time it goes out.</summary>
public sealed class NoticeGreetingTests
{
    [Theory]
    [InlineData("nl-NL", "Beste Dirk Vermeer,", "Beste Els,", "MedTrade (distributeur)", "MedTrade, distributeur")]
    [InlineData("en-GB", "Dear Dirk Vermeer,", "Dear Els,", "MedTrade (distributor)", "MedTrade, distributor")]
    public async Task A_new_contact_is_greeted_in_words_that_were_edited_before(string locale, string greeting, string greetingThen, string button, string party)
    {
        await using var cast = await Cast.StartAsync(locale);
        await cast.Sanne.ReportsWithoutProposalAsync(Cast.System);
        var prepared = (await cast.Noor.AssessesAsync(await cast.Noor.SeesAsync(card => card.Offers(Verbs.Assess)))).Card;
        var form = (await cast.Noor.PressesAsync((await cast.Noor.PressesVerbAsync(prepared, Verbs.ListNotices)).Card, button)).Card;
        var rest = $"\n\nDirk Vermeer: {(await cast.CaseAsync()).Number}.";
        await cast.Noor.PressesVerbAsync(form, Verbs.SaveNotice, ("subject", "CA"), ("text", greeting + rest));

        await cast.Pieter.ChangesPartyAsync(cast.SystemCard, party, "Els", "els@example.test");
        await cast.Noor.ResubmitsAsync(prepared, CaseTalk.Action);
        var asked = await cast.Pieter.IsAskedToDecideAsync();
        await cast.Pieter.ApprovesAsync(asked);

        Assert.Contains(greetingThen, asked.Text, StringComparison.Ordinal);
        Assert.Contains(greetingThen + rest, (await cast.NoticesAsync()).Select(notice => notice.Text));
        Assert.Contains(greetingThen, (await cast.Mail.ToAsync("els@example.test")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nl-NL", "hoogstens 7880 tekens")]
    [InlineData("en-GB", "at most 7880 characters")]
    public async Task What_is_too_long_is_refused_with_how_long_it_may_be_and_that_is_taken(string locale, string words)
    {
        await using var cast = await Cast.StartAsync(locale);
        await cast.Sanne.ReportsWithoutProposalAsync(Cast.System);
        var prepared = (await cast.Noor.AssessesAsync(await cast.Noor.SeesAsync(card => card.Offers(Verbs.Assess)))).Card;
        var form = (await cast.Noor.PressesVerbAsync((await cast.Noor.PressesVerbAsync(prepared, Verbs.ListNotices)).Card, Verbs.EditNotice)).Card;
        var text = (await cast.CaseAsync()).Number.PadRight(7880, '-');

        Assert.Contains(words, (await cast.Noor.PressesVerbAsync(form, Verbs.SaveNotice, ("subject", "CA"), ("text", text + "-"))).Message, StringComparison.Ordinal);
        await cast.Noor.PressesVerbAsync(form, Verbs.SaveNotice, ("subject", "CA"), ("text", text));
        Assert.Equal(text, await cast.Bot.WithDbAsync(db => Task.FromResult(db.NoticeWordings.Single().Text)));
    }

    [Theory]
    [InlineData("Dear Ada,\n\nAda rang.", "Dear Els,\n\nAda rang.")]
    [InlineData("Dear Adams and Ada,\n\nHello.", "Dear Adams and Els,\n\nHello.")]
    [InlineData("Dear Adams,\n\nHello.", "Dear Adams,\n\nHello.")]
    [InlineData("Hello,\n\nAda rang.", "Hello,\n\nAda rang.")]
    public void Only_the_whole_name_in_the_greeting_is_the_contact(string text, string then) =>
        Assert.Equal(then, NoticeGreeting.WithName(NoticeGreeting.WithoutName(text, Contact("Ada")), Contact("Els")));

    private static Party Contact(string name) => new()
    {
        Id = PartyId.New(), AiSystemId = AiSystemId.New(), Role = RecipientRole.Deployer, Organisation = "Northwind", ContactName = name, Mail = "contact@example.test",
        Language = Language.English,
    };
}
