using AiActBot.AiSystems;
using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;
using AiActBot.CorrectiveActions;
using AiActBot.Hosting;
using Microsoft.Extensions.Options;

namespace AiActBot.Tests.CorrectiveActions;

/// <summary>For every duty to tell somebody there are words, in the recipient's language, filled from the case.</summary>
public sealed class NoticeTextTests
{
    private static readonly NoticePlan Plan = new(Options.Create(new OrganisationOptions { Name = "Voorbeeld BV", DefaultLanguage = Language.English }));

    [Theory]
    [InlineData("Provider", "art-20.1", RecipientRole.Distributor, "has reason to consider")]
    [InlineData("Provider", "art-20.1", RecipientRole.Deployer, "has reason to consider")]
    [InlineData("Provider risk", "art-20.2", RecipientRole.MarketSurveillanceAuthority, "notifies as provider")]
    [InlineData("Provider risk", "art-20.2", RecipientRole.NotifiedBody, "notifies as provider")]
    [InlineData("Provider risk ReportedByDeployer", "art-20.2", RecipientRole.Deployer, "together with you")]
    [InlineData("Provider death", "art-73.4", RecipientRole.MarketSurveillanceAuthority, "reports a serious incident")]
    [InlineData("Provider death InitialReportFiled", "art-73.5", RecipientRole.MarketSurveillanceAuthority, "follows our earlier")]
    [InlineData("Provider death InvestigationAltersSystem", "art-73.6", RecipientRole.MarketSurveillanceAuthority, "investigation alters")]
    [InlineData("Provider death AiOfficeCompetent", "art-75.1a", RecipientRole.AiOffice, "reports a serious incident")]
    [InlineData("Deployer risk", "art-26.5", RecipientRole.Provider, "suspends its use")]
    [InlineData("Deployer death", "art-26.5", RecipientRole.Provider, "has identified a serious incident")]
    [InlineData("Deployer death ProviderUnreachable", "art-73.4", RecipientRole.MarketSurveillanceAuthority, "reports a serious incident")]
    [InlineData("Importer risk", "art-23.2", RecipientRole.AuthorisedRepresentative, "notifies as importer")]
    [InlineData("Distributor risk", "art-24.2", RecipientRole.Provider, "notifies as distributor")]
    [InlineData("Distributor risk MadeAvailable", "art-24.4", RecipientRole.MarketSurveillanceAuthority, "notifies as distributor")]
    [InlineData("AuthorisedRepresentative MandateEnded", "art-22.4", RecipientRole.MarketSurveillanceAuthority, "terminates the mandate")]
    [InlineData("Provider AuthorityRequest", "art-21.1", RecipientRole.MarketSurveillanceAuthority, "your request")]
    [InlineData("Provider NotCompliant", "art-79.2", RecipientRole.MarketSurveillanceAuthority, "Following your decision")]
    [InlineData("Provider NotCompliant", "art-79.4", RecipientRole.Importer, "every system made available")]
    [InlineData("Provider CompliantButRisky", "art-82.1", RecipientRole.MarketSurveillanceAuthority, "Following your decision")]
    [InlineData("Provider WronglyClassified", "art-80.2", RecipientRole.MarketSurveillanceAuthority, "Following your decision")]
    [InlineData("Provider FormalNonCompliance", "art-83.1", RecipientRole.MarketSurveillanceAuthority, "Following your decision")]
    [InlineData("Provider model death", "art-55.1.c", RecipientRole.AiOffice, "with systemic risk")]
    public void Each_recipient_is_told_what_the_provision_asks(string situation, string provision, RecipientRole recipient, string words)
    {
        var (@case, system) = Situation(situation, Language.English);

        var notice = Planned(@case, system).Single(one => one.Recipient == recipient);

        Assert.Contains(provision, notice.Duties.Select(duty => duty.Provision.ToString()));
        Assert.Contains(words, notice.Text, StringComparison.Ordinal);
        Assert.Contains(ArticleReference.Parse(provision).Cite(Language.English), notice.Text, StringComparison.Ordinal);
        Assert.Contains("CA-2026-0007", notice.Text, StringComparison.Ordinal);
        Assert.Contains(@case.Facts, notice.Text, StringComparison.Ordinal);
        Assert.Null(Placeholders.FirstIn(notice.Subject + notice.Text));
        Assert.Equal(Recipients.IsAuthority(recipient), notice.IsFiling);
        var (dutchCase, dutchSystem) = Situation(situation, Language.Dutch);
        var dutch = Planned(dutchCase, dutchSystem).Single(one => one.Recipient == recipient);
        Assert.Contains("Geachte", dutch.Text, StringComparison.Ordinal);
        Assert.NotEqual(notice.Text, dutch.Text);
    }

    [Fact]
    public void An_authority_that_nobody_registered_is_prepared_for_all_the_same_and_a_party_is_not_invented()
    {
        var (@case, system) = Situation("Deployer risk", Language.Dutch);
        system.Parties.Clear();

        var planned = Planned(@case, system);

        Assert.Equal([RecipientRole.MarketSurveillanceAuthority], planned.Select(notice => notice.Recipient));
        Assert.Equal([RecipientRole.Provider], CaseDuties.Of(@case, system, HighRiskGround.Undetermined).Missing);
        Assert.Contains("Dear Sir or Madam", planned[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_register_settles_nothing_the_strictest_is_taken_and_said()
    {
        var (@case, system) = Situation("Provider", Language.Dutch);
        (system.Roles, system.RiskClasses) = ([], []);

        Assert.NotNull(CaseDuties.Of(@case, system, HighRiskGround.Undetermined).Remark);
        Assert.Contains(Planned(@case, system), notice => notice.Recipient == RecipientRole.Distributor);
    }

    [Fact]
    public void Outside_the_act_nobody_is_told()
    {
        var (@case, system) = Situation("Provider", Language.Dutch);
        (system.Roles, system.RiskClasses) = ([], [RiskClass.OutOfScope]);

        Assert.Empty(Planned(@case, system));
        Assert.Null(CaseDuties.Of(@case, system, HighRiskGround.Undetermined).Remark);
    }

    [Fact]
    public void Of_what_product_law_covers_alone_the_regulation_names_nobody_and_it_is_said_where_to_look()
    {
        var (@case, system) = Situation("Provider risk", Language.Dutch);
        var ground = new HighRiskGround(RiskBasis.AnnexI, MarketHistory.Unknown, IsLeftToProductLaw: true);

        var duties = CaseDuties.Of(@case, system, ground);

        Assert.Empty(Plan.For(@case, system, duties, []));
        Assert.Contains("artikel 2, lid 2", duties.Remark!.Nl, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("Beste [naam],")]
    [InlineData("op {{datum}}")]
    [InlineData("Kenmerk: ____")]
    [InlineData("bedrag XXX")]
    [InlineData("TODO: nakijken")]
    [InlineData("wordt n.t.b. later")]
    [InlineData("<<contactpersoon>>")]
    public void What_is_still_to_be_filled_in_is_found(string text) => Assert.NotNull(Placeholders.FirstIn(text));

    [Theory]
    [InlineData("Zie bron [1] en [een link](https://example.test).")]
    [InlineData("Score < 5 en > 3, a_b en c__d... klaar.")]
    [InlineData("<script>alert(1)</script>")]
    public void What_only_looks_like_it_is_left_alone(string text) => Assert.Null(Placeholders.FirstIn(text));

    private static IReadOnlyList<PlannedNotice> Planned(CorrectiveActionCase @case, AiSystem system) =>
        Plan.For(@case, system, CaseDuties.Of(@case, system, HighRiskGround.Undetermined), []);

    private static (CorrectiveActionCase Case, AiSystem System) Situation(string words, Language language)
    {
        var owner = PersonId.New();
        var parts = words.Split(' ');
        var system = new AiSystem
        {
            Id = AiSystemId.New(), TenantId = "t", Name = "TalentScan", OwnerId = owner, RegisteredAt = DateTimeOffset.UnixEpoch,
            Roles = [Enum.Parse<OperatorRole>(parts[0])],
            RiskClasses = parts.Contains("model") ? [RiskClass.GeneralPurposeModelWithSystemicRisk] : [RiskClass.HighRisk],
        };
        foreach (var role in Enum.GetValues<RecipientRole>())
        {
            system.Parties.Add(new Party
            {
                Id = PartyId.New(), AiSystemId = system.Id, Role = role, Organisation = $"{role} BV", ContactName = "Kim", Mail = $"{role}@example.test", Language = language,
            });
        }

        var @case = new CorrectiveActionCase
        {
            Id = CaseId.New(), Number = "CA-2026-0007", TenantId = "t", AiSystemId = system.Id, Kind = CorrectiveActionKind.Withdraw,
            Facts = "Women rank lower.", ProposedAction = "Retrain it.", ReportedBy = owner, ReportedAt = DateTimeOffset.UnixEpoch,
            PresentsRisk = parts.Contains("risk"), Incident = parts.Contains("death") ? IncidentKinds.Death : IncidentKinds.None,
            Circumstances = parts.Select(part => Enum.TryParse<CaseCircumstances>(part, out var one) ? one : default).Aggregate((a, b) => a | b),
            Finding = parts.Select(part => Enum.TryParse<AuthorityFinding>(part, out var one) ? one : default).Max(),
        };
        return (@case, system);
    }
}
