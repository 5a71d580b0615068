using AiActBot.Knowledge.Documents;
using AiActBot.Knowledge.Index;
using AiActBot.Knowledge.Tests.Builders;

namespace AiActBot.Knowledge.Tests.Documents;

public sealed class KnowledgeFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public KnowledgeFolderTests()
    {
        _folder.Write("calendar.yaml", """
            # Dates.
            - id: high-risk-annex-iii
              date: 2027-12-02
              kind: application
              title: {en: High-risk rules apply, nl: De hoogrisicoregels gelden}
              provisions: [art-26]
              basis: art-113.c
            """);
        _folder.Write("glossary.yaml", "- {id: deployer, nl: [gebruiksverantwoordelijke], en: [deployer], provisions: [art-26]}\n");
        Write("nl", Dutch);
        Write("en", English);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_in_the_right_form_has_no_problems() => Assert.Empty(Check());

    [Fact]
    public void A_document_is_read_with_its_sections_and_questions()
    {
        var document = KnowledgeFolder.Load(_folder.Path).Documents.Single(d => d.Language == DocumentLanguage.Nl);

        Assert.Equal("Gebruikers", document.ShortTitle);
        Assert.Equal(new DateOnly(2026, 7, 27), document.LawVersion);
        Assert.Equal(["art-26.5", "art-26.8,art-49.3"], document.Sections.Select(s => s.Anchor));
        Assert.Equal("De gebruiker let op het systeem.\n\nVoorbeelden:\n\n- een ziekenhuis\n- een school", document.Sections[0].Text);
    }

    [Fact]
    public void A_chunk_is_one_section_with_the_questions_that_it_answers()
    {
        var chunks = Chunker.Cut(KnowledgeFolder.Load(_folder.Path).Documents.Single(d => d.Language == DocumentLanguage.Nl));

        Assert.Equal(3, chunks.Count);
        Assert.Equal(["Wat moeten wij doen?"], chunks[0].Questions);
        Assert.Equal(["Moeten we stoppen?"], chunks[1].Questions);
        Assert.Equal(["art-26.8", "art-49.3"], chunks[2].Provisions.Select(p => p.ToString()));
        Assert.Equal(["Moeten wij ons registreren?"], chunks[2].Questions);
    }

    [Theory]
    [InlineData("{#art-26.5}", "{#art-26.15}", "art-26.15 does not exist")]
    [InlineData("De gebruiker let op", "Volgens artikel 26, lid 44, let de gebruiker op", "art-26.44 does not exist")]
    [InlineData("date: 2027-12-02", "date: 2026-08-02", "2026-08-02 here and 2027-12-02 in the calendar")]
    [InlineData("De gebruiker let op", "Sinds 3 maart 2026 let de gebruiker op", "3 maart 2026, which is not in the calendar")]
    [InlineData("roles: [deployer]", "roles: [gebruiker]", "\"gebruiker\" is not a known role")]
    [InlineData("links: []", "links: [art-20]", "link art-20 leads to no document")]
    [InlineData("{#art-26.5}", "{#art-26.6}", "Sections are missing")]
    [InlineData("id: art-26", "id: \"half", "no valid YAML")]
    [InlineData(" {#art-26.5}", "", "names no provision")]
    [InlineData("law: 2026-07-27", "law: juli 2026", "is not a date")]
    public void What_is_wrong_in_a_document_is_said_in_words(string right, string wrong, string problem)
    {
        Write("nl", Dutch.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Contains(Check(), p => p.Message.Contains(problem, StringComparison.Ordinal));
    }

    [Fact]
    public void A_document_without_its_twin_is_a_problem()
    {
        File.Delete(Path.Combine(_folder.Path, "requirements", "en", "art-26.md"));
        Assert.Contains(Check(), p => p.Message == "There is no en document art-26.");
    }

    [Fact]
    public void Articles_of_other_laws_are_not_looked_for_in_the_act()
    {
        Write("nl", Dutch.Replace("De gebruiker let op", "Volgens artikel 135 van Verordening (EU) 2016/679 en artikel 150 AVG let de gebruiker op", StringComparison.Ordinal));
        Assert.Empty(Check());
    }

    [Fact]
    public void The_projects_own_knowledge_has_a_calendar_and_a_glossary_without_problems()
    {
        var folder = KnowledgeFolder.Load(Path.Combine(SharedData.Checkout(), "knowledge"));
        Assert.True(folder.Glossary.Entries.Count >= 200);
        Assert.DoesNotContain(KnowledgeCheck.Run(folder), p => p.Path.EndsWith(".yaml", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("vanaf 2 december 2027", 2027, 12, 2)]
    [InlineData("from 2 December 2027", 2027, 12, 2)]
    [InlineData("December 2, 2027", 2027, 12, 2)]
    [InlineData("2027-12-02", 2027, 12, 2)]
    [InlineData("2-12-2027", 2027, 12, 2)]
    [InlineData("op 1 maart 2026", 2026, 3, 1)]
    public void Dates_are_found_as_people_write_them(string text, int year, int month, int day) =>
        Assert.Equal([new DateOnly(year, month, day)], TextDates.Find(text));

    private IReadOnlyList<KnowledgeProblem> Check() => KnowledgeCheck.Run(KnowledgeFolder.Load(_folder.Path));

    private void Write(string language, string content) => _folder.Write($"requirements/{language}/art-26.md", content);

    private const string Dutch = """
        ---
        id: art-26
        title: Wat gebruikers doen
        short: Gebruikers
        provisions: [art-26]
        roles: [deployer]
        risks: [high-risk]
        applies:
          - {calendar: high-risk-annex-iii, date: 2027-12-02}
        law: 2026-07-27
        links: []
        sources:
          - title: Verordening (EU) 2024/1689
            url: https://eur-lex.europa.eu/eli/reg/2024/1689/oj
        questions:
          art-26:
            - Wat moeten wij doen?
          art-26.5:
            - Moeten we stoppen?
          art-49.3:
            - Moeten wij ons registreren?
        ---
        Artikel 26 is voor de **gebruiker**.

        ## Let op het systeem {#art-26.5}

        De gebruiker let op het
        systeem.

        Voorbeelden:

        - een [ziekenhuis](https://example.org)
        - een school

        ## Registreer {#art-26.8,art-49.3}

        De overheid registreert het gebruik.
        """;

    private const string English = """
        ---
        id: art-26
        title: What users do
        provisions: [art-26]
        roles: [deployer]
        risks: [high-risk]
        applies:
          - {calendar: high-risk-annex-iii, date: 2027-12-02}
        law: 2026-07-27
        links: []
        sources:
          - title: Regulation (EU) 2024/1689
            url: https://eur-lex.europa.eu/eli/reg/2024/1689/oj
        ---
        Article 26 is for the user.

        ## Watch the system {#art-26.5}

        The user watches the system.

        ## Register {#art-26.8,art-49.3}

        Public bodies register their use.
        """;
}
