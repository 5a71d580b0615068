using AiActBot.Assistant;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AiActBot.Tests.Assistant;

/// <summary>An assistant that knows four short documents, on a day of the test's choice.</summary>
internal sealed class SmallKnowledge : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("aiactbot-").FullName;
    private readonly MovableClock _clock = new() { Now = new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero) };
    private readonly WebApplication _app;

    public SmallKnowledge()
    {
        Write("calendar.yaml", """
            - id: high-risk-annex-iii
              date: 2027-12-02
              kind: application
              title: {en: High-risk rules apply to Annex III, nl: De hoogrisicoregels gelden voor bijlage III}
              provisions: [art-20, art-26]
              basis: art-113.c
            - id: prohibitions
              date: 2025-02-02
              kind: application
              title: {en: The prohibitions apply, nl: De verboden gelden}
              provisions: [art-5]
              basis: art-113.a
            """);
        Write("glossary.yaml", """
            - {id: deployer, nl: [gebruiksverantwoordelijke], en: [deployer], words-nl: [gebruiker], words-en: [user], provisions: [art-26]}
            - {id: importer, nl: [importeur], en: [importer], provisions: [art-23]}
            - {id: emotion, nl: [emotieherkenning], en: [emotion recognition], words-nl: [stemming, emoties], words-en: [mood], provisions: [art-5.1.f]}
            - {id: fines, nl: [boete], en: [fine], provisions: [art-99]}
            """);
        Write("premises/misconceptions.yaml", """
            - id: no-logs
              provisions: [art-26.6]
              when:
                nl: [[logs], [hoeft niet, niet hoeft]]
                en: [[logs], [not have to keep]]
              correction:
                nl: Logs blijven bewaard, volgens artikel 26, lid 6.
                en: Logs are kept, under Article 26(6).
            """);
        Write("premises/other-subjects.yaml", """
            - id: data-breach
              law: {nl: de AVG, en: the GDPR}
              contact: {nl: je privacyteam, en: your privacy team}
              when:
                nl: [[datalek*]]
                en: [[data breach*]]
            """);
        Requirement("nl", "art-26", "Wat gebruikers van AI met een hoog risico doen", "deployer", "high-risk-annex-iii", "2027-12-02",
            "Hoe lang bewaren we de logs?", "Bewaar de logs {#art-26.6}",
            "De gebruiksverantwoordelijke bewaart de logs van het AI-systeem met een hoog risico ten minste zes maanden. Ander recht kan een langere termijn geven.");
        Requirement("en", "art-26", "What users of high-risk AI do", "deployer", "high-risk-annex-iii", "2027-12-02",
            "How long do we keep the logs?", "Keep the logs {#art-26.6}",
            "The deployer keeps the logs of the high-risk AI system for at least six months. Other law may set a longer period.");
        Requirement("nl", "art-5", "Wat verboden is", "everyone", "prohibitions", "2025-02-02",
            "Mogen we de stemming van medewerkers meten?", "Geen emotieherkenning op het werk {#art-5.1.f}",
            "Niemand mag AI gebruiken die emoties van mensen afleidt op het werk of in het onderwijs. Medische en veiligheidsredenen zijn uitgezonderd.");
        Requirement("en", "art-5", "What is prohibited", "everyone", "prohibitions", "2025-02-02",
            "May we measure the mood of our staff?", "No emotion recognition at work {#art-5.1.f}",
            "Nobody may use AI that infers people's emotions at work or in education. Medical and safety reasons are excepted.");
        Requirement("nl", "art-23", "Wat importeurs doen", "importer", "high-risk-annex-iii", "2027-12-02",
            "Hoe lang bewaart een importeur documenten?", "Importeurs bewaren documenten tien jaar {#art-23.5}",
            "De importeur bewaart het certificaat, de gebruiksaanwijzing en de EU-conformiteitsverklaring tien jaar nadat het AI-systeem in de handel kwam.");
        Requirement("en", "art-23", "What importers do", "importer", "high-risk-annex-iii", "2027-12-02",
            "How long does an importer keep documents?", "Importers keep documents for ten years {#art-23.5}",
            "The importer keeps the certificate, the instructions for use and the EU declaration of conformity for ten years after the AI system was placed on the market.");
        Requirement("nl", "art-99", "Boetes", "everyone", "high-risk-annex-iii", "2027-12-02",
            "Hoe hoog is de boete?", "Boete bij verboden AI {#art-99.3}",
            "Wie een verbod van artikel 5 overtreedt riskeert een boete tot 35 miljoen euro of 7 % van de wereldwijde jaaromzet, de hoogste van de twee.");
        Requirement("en", "art-99", "Fines", "everyone", "high-risk-annex-iii", "2027-12-02",
            "How high is the fine?", "Fine for prohibited AI {#art-99.3}",
            "Whoever breaks a prohibition of Article 5 risks a fine of up to EUR 35 million or 7 % of worldwide annual turnover, whichever is higher.");

        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Knowledge:Folder"] = _folder,
            ["Knowledge:StoreFolder"] = Path.Combine(_folder, "store"),
        });
        builder.Services.AddSingleton<TimeProvider>(_clock);
        builder.Services.AddAssistant(builder.Configuration);
        _app = builder.Build();
    }

    public IServiceProvider Services => _app.Services;

    public string Folder => _folder;

    public void Today(int year, int month, int day) => _clock.Now = new DateTimeOffset(year, month, day, 9, 0, 0, TimeSpan.Zero);

    public Task<Answer> AskAsync(string question, AssistantContext? context = null) =>
        Services.GetRequiredService<QuestionAnswering>().AnswerAsync(new AssistantQuestion(question, Context: context), CancellationToken.None);

    public void Dispose()
    {
        ((IDisposable)_app).Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private void Requirement(string language, string id, string title, string role, string calendar, string date, string question, string heading, string text) =>
        Write($"requirements/{language}/{id}.md", $$"""
            ---
            id: {{id}}
            title: {{title}}
            provisions: [{{id}}]
            roles: [{{role}}]
            risks: [high-risk]
            applies:
              - {calendar: {{calendar}}, date: {{date}}}
            law: 2026-07-27
            sources:
              - title: Regulation (EU) 2024/1689
                url: https://eur-lex.europa.eu/eli/reg/2024/1689/oj
            questions:
              {{heading[(heading.IndexOf('#', StringComparison.Ordinal) + 1)..^1]}}:
                - {{question}}
            ---
            {{title}}.

            ## {{heading}}

            {{text}}
            """);

    private void Write(string name, string content)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }

    private sealed class MovableClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
