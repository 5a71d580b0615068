using AiActBot.Knowledge.Importing;
using AiActBot.Knowledge.Tests.Builders;

namespace AiActBot.Knowledge.Tests.Importing;

public sealed class AlgoritmekaderImportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_requirement_gets_its_measures_its_provisions_and_its_role()
    {
        _folder.Write("kader/vereisten/aia-20-melden.md", """
            ---
            title: Meld gebreken
            id: urn:nl:ak:ver:aia-20
            toelichting: De aanbieder meldt gebreken.
            rol-ai-act:
            - aanbieder
            risicogroep:
            - hoog-risico-ai-systeem
            ---
            <!-- tags -->
            ## Vereiste
            De aanbieder meldt gebreken aan wie het systeem kreeg.

            ## Bronnen
            - [Artikel 20 Verordening Artificiële Intelligentie](https://example.org)

            ## Maatregelen
            <!-- list_maatregelen vereiste/aia-20-melden no-search -->
            """);
        _folder.Write("kader/maatregelen/1-org-01-draaiboek.md", """
            ---
            title: Maak een draaiboek
            id: urn:nl:ak:mtr:org-01
            vereiste:
            - aia-20-melden
            ---
            ## Maatregel
            Leg vast wie wat meldt.
            """);

        var documents = Import("kader");

        var requirement = documents.Single(d => d.Source == "vereisten/aia-20-melden.md");
        Assert.All(requirement.Chunks, c => Assert.Equal("art-20", Assert.Single(c.Provisions).ToString()));
        Assert.All(requirement.Chunks, c => Assert.Equal(["provider"], c.Roles));
        Assert.All(requirement.Chunks, c => Assert.Equal(["high-risk"], c.Risks));
        Assert.Contains(requirement.Chunks, c => c.Text == "- Maak een draaiboek");
        Assert.DoesNotContain(requirement.Chunks, c => c.Text.Contains("<!--", StringComparison.Ordinal));
        Assert.Contains(documents.Single(d => d.Source == "maatregelen/1-org-01-draaiboek.md").Chunks, c => c.Text == "- Meld gebreken");
    }

    [Fact]
    public void The_old_name_of_the_risk_group_is_read_as_well()
    {
        _folder.Write("kader/vereisten/oud.md", "---\ntitle: Oud\npublicatiecategorie:\n- hoog-risico-ai-systeem\n---\n## Vereiste\nDoe dit.\n");
        Assert.All(Import("kader").Single().Chunks, c => Assert.Equal(["high-risk"], c.Risks));
    }

    [Fact]
    public void A_bad_page_fails_in_words_and_the_rest_goes_on()
    {
        _folder.Write("kader/vereisten/a.md", "---\ntitle: [half\n---\ntekst");
        _folder.Write("kader/vereisten/b.md", "---\ntitle: Goed\n---\n## Vereiste\nDoe dit.\n");

        var results = Importer().Import(Path.Combine(_folder.Path, "kader"), ImportFormat.Algoritmekader).ToList();

        Assert.Contains("YAML", Assert.IsType<ImportResult.Failed>(results[0]).Reason, StringComparison.Ordinal);
        Assert.IsType<ImportResult.Imported>(results[1]);
    }

    [Fact]
    public void A_second_import_changes_nothing_until_a_page_or_a_linked_page_changes()
    {
        _folder.Write("kader/vereisten/v.md", "---\ntitle: V\n---\n## Vereiste\nDoe dit.\n");
        _folder.Write("kader/maatregelen/m.md", "---\ntitle: M\nvereiste: [v]\n---\n## Maatregel\nDoe zo.\n");
        Import("kader");
        Assert.All(Importer().Import(Path.Combine(_folder.Path, "kader"), ImportFormat.Algoritmekader), r => Assert.IsType<ImportResult.Unchanged>(r));

        _folder.Write("kader/maatregelen/m.md", "---\ntitle: M nieuw\nvereiste: [v]\n---\n## Maatregel\nDoe zo.\n");
        Assert.Contains(Import("kader").Single(d => d.Source == "vereisten/v.md").Chunks, c => c.Text == "- M nieuw");
    }

    [SkippableFact]
    public void The_whole_catalogue_is_read_without_a_failure()
    {
        var results = Importer().Import(SharedData.Path("algoritmekader"), ImportFormat.Algoritmekader).ToList();
        Assert.DoesNotContain(results, r => r is ImportResult.Failed);
        Assert.Equal(63 + 108 + 28, results.Count);
    }

    [SkippableTheory]
    [InlineData("seeds/algoritmekader-aia-18.md", ImportFormat.Algoritmekader)]
    [InlineData("seeds/algoritmekader-monitoring-na-in-handel-brengen.md", ImportFormat.Algoritmekader)]
    [InlineData("seeds/service-desk-article-20.md", ImportFormat.Markdown)]
    [InlineData("seeds/commissie-vragen-en-antwoorden-nl.txt", ImportFormat.Text)]
    [InlineData("seeds/responsible-ai-platform-artikel-62.txt", ImportFormat.Text)]
    public void Every_seed_document_is_read(string seed, ImportFormat format) =>
        Assert.IsType<ImportResult.Imported>(Assert.Single(Importer().Import(SharedData.Path(seed), format)));

    [SkippableFact]
    public void Outdated_statements_in_the_commissions_answers_are_marked_with_what_holds_now()
    {
        _ = Importer().Import(SharedData.Path("seeds/commissie-vragen-en-antwoorden-nl.txt"), ImportFormat.Text).ToList();
        var notes = new ImportStore(Path.Combine(_folder.Path, "store")).All().Single().Chunks.Select(c => c.SupersededBy?.NoteNl).OfType<string>().ToList();
        Assert.Contains(notes, n => n.Contains("2 december 2027", StringComparison.Ordinal) && n.Contains("staat in bijlage I;", StringComparison.Ordinal));
        Assert.Contains(notes, n => n.Contains("7,5 miljoen euro of 1 %", StringComparison.Ordinal));
    }

    private IReadOnlyList<ImportedDocument> Import(string name)
    {
        Assert.DoesNotContain(Importer().Import(Path.Combine(_folder.Path, name), ImportFormat.Algoritmekader), r => r is ImportResult.Failed);
        return new ImportStore(Path.Combine(_folder.Path, "store")).All();
    }

    private DocumentImporter Importer() => new(new ImportStore(Path.Combine(_folder.Path, "store")), FixedClock.AtNovember2026);
}
