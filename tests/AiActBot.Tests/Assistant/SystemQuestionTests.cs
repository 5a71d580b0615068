using AiActBot.AiSystems;
using AiActBot.Compliance;
using AiActBot.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Person = AiActBot.Tests.Drivers.Person;

namespace AiActBot.Tests.Assistant;

/// <summary>A question about a system of the register is answered for its roles and class, and says so.</summary>
public sealed class SystemQuestionTests(OneBot one) : IClassFixture<OneBot>
{
    private readonly RunningBot bot = one.Bot;

    [Theory]
    [InlineData("nl-NL", "Wat moet ik regelen voor {0}?", "onze rol is aanbieder, de risicoklasse is hoog risico")]
    [InlineData("en-GB", "What do I have to arrange for {0}?", "our role is provider, the risk class is high-risk")]
    public async Task The_answer_names_system_role_and_class_and_cites_what_holds_for_them(string locale, string question, string words)
    {
        var (sanne, name) = await OwnerOfAsync(locale, "TalentScan", OperatorRole.Provider, RiskClass.HighRisk);

        var answer = await AskAsync(sanne, string.Format(null, question, name));

        Assert.Contains(name, answer.Text, StringComparison.Ordinal);
        Assert.Contains(words, answer.Text, StringComparison.Ordinal);
        Assert.Contains(CitedProvisions.In(answer.Activity), provision => provision.Split('.')[0] is "art-16" or "art-8" or "art-17" or "art-9");
    }

    [Theory]
    [InlineData("nl-NL", "Is voor {0} een conformiteitsbeoordeling nodig?", "gebruiksverantwoordelijke")]
    [InlineData("en-GB", "Does {0} need a conformity assessment?", "deployer")]
    public async Task A_question_on_one_duty_is_answered_for_the_role_too(string locale, string question, string role)
    {
        var (sanne, name) = await OwnerOfAsync(locale, "CvRanker", OperatorRole.Deployer, RiskClass.HighRisk);

        var answer = await AskAsync(sanne, string.Format(null, question, name));

        Assert.Contains(role, answer.Text, StringComparison.Ordinal);
        Assert.Contains(CitedProvisions.In(answer.Activity), provision => provision.Split('.')[0] == "art-43");
    }

    [Theory]
    [InlineData("nl-NL", "Wat moet ik regelen voor {0}?", "En wanneer?")]
    [InlineData("en-GB", "What do I have to arrange for {0}?", "And when?")]
    public async Task The_next_question_is_still_about_the_system(string locale, string question, string next)
    {
        var (sanne, name) = await OwnerOfAsync(locale, "TalentScan", OperatorRole.Provider, RiskClass.HighRisk);
        await AskAsync(sanne, string.Format(null, question, name));

        var answer = await AskAsync(sanne, next);

        Assert.Contains(name, answer.Text, StringComparison.Ordinal);
        Assert.Contains("2027", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nl-NL", "Wat moet ik regelen voor {0}?", "nog niet bepaald")]
    [InlineData("en-GB", "What do I have to arrange for {0}?", "not settled yet")]
    public async Task What_the_triage_has_not_settled_is_said(string locale, string question, string words)
    {
        var (sanne, name) = await OwnerOfAsync(locale, "Loonlijst", null, null);

        Assert.Contains(words, (await AskAsync(sanne, string.Format(null, question, name))).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nl-NL", "Wat moet ik regelen voor {0}?")]
    [InlineData("en-GB", "What do I have to arrange for {0}?")]
    public async Task A_system_of_another_organisation_is_not_known(string locale, string question)
    {
        var (_, name) = await OwnerOfAsync(locale, "TalentScan", OperatorRole.Provider, RiskClass.HighRisk);
        var stranger = new Person(bot, $"Eva {Guid.NewGuid():N}", locale) { ConversationId = $"a:{Guid.NewGuid():N}", TenantIdInActivities = Guid.NewGuid().ToString() };

        var answer = await AskAsync(stranger, string.Format(null, question, name));

        Assert.DoesNotContain("register", answer.Text, StringComparison.Ordinal);
        Assert.Equal((await AskAsync(stranger, string.Format(null, question, $"TalentScan {Guid.NewGuid().ToString("N")[..6]}"))).Text, answer.Text);
    }

    [Theory]
    [InlineData("nl-NL", "Mag een chatbot zeggen dat hij een mens is?")]
    [InlineData("en-GB", "May a chatbot say that it is a human?")]
    public async Task A_common_word_is_not_taken_for_the_system_of_that_name(string locale, string question)
    {
        var (sanne, _) = await OwnerOfAsync(locale, null, OperatorRole.Deployer, RiskClass.TransparencyObligation);

        Assert.DoesNotContain("register", (await AskAsync(sanne, question)).Text, StringComparison.Ordinal);
    }

    /// <param name="name">Made unique, as the tests share a register; null registers "Chatbot" once.</param>
    private async Task<(Person Owner, string Name)> OwnerOfAsync(string locale, string? name, OperatorRole? role, RiskClass? risk)
    {
        var owner = bot.Person($"Sanne {Guid.NewGuid():N}", locale);
        await owner.AsksForCardAsync("help");
        name = name is null ? "Chatbot" : $"{name} {Guid.NewGuid().ToString("N")[..6]}";
        await bot.WithDbAsync(async db =>
        {
            var person = await db.People.SingleAsync(p => p.AadObjectId == owner.ObjectId);
            if (!await db.AiSystems.AnyAsync(s => s.TenantId == person.TenantId && s.Name == name))
            {
                db.AiSystems.Add(new AiSystem
                {
                    Id = AiSystemId.New(),
                    TenantId = person.TenantId,
                    Name = name,
                    OwnerId = person.Id,
                    Roles = role is { } r ? [r] : [],
                    RiskClasses = risk is { } c ? [c] : [],
                    RegisteredAt = bot.Time.GetUtcNow(),
                });
            }

            return await db.SaveChangesAsync();
        });
        return (owner, name);
    }

    private async Task<SentActivity> AskAsync(Person person, string question)
    {
        bot.Connector.PassOver(person.ConversationId);
        await person.WritesAsync(question);
        return await bot.Connector.NextAsync(person.ConversationId, sent => sent.Text is not null);
    }
}
