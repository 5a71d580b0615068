using System.Collections;
using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using AiActBot.Hosting;
using AiActBot.Tests.Infrastructure;
using Microsoft.Extensions.Configuration;

namespace AiActBot.Tests.Hosting;

/// <summary>The template at the root of the repository is the list of every setting: no more, no fewer, each with its default.</summary>
[Collection(TheConsole.Name)]
public sealed class SettingsTemplateTests
{
    private static readonly string Template = Find("appsettings.template.json");

    /// <summary>Keys of the framework, and what is read without a class.</summary>
    private static readonly string[] Others = ["Logging:LogLevel:Default", "Logging:LogLevel:Microsoft", "Logging:LogLevel:System", "AllowedHosts", "urls"];

    private static readonly Type[] Options = [.. typeof(AiActBotApplication).Assembly.GetTypes().Concat(typeof(Knowledge.Azure.AzureSearchOptions).Assembly.GetTypes())
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.Name.EndsWith("Options", StringComparison.Ordinal)
            && type.GetField("Section", BindingFlags.Public | BindingFlags.Static) is not null)];

    [Fact]
    public void Every_setting_is_in_it_and_nothing_else()
    {
        var known = Options.SelectMany(options => options.GetProperties().Where(IsSetting).Select(property => $"{SectionOf(options)}:{property.Name}"))
            .Concat(Others).Order().ToList();

        Assert.Equal(known, Keys(JsonDocument.Parse(File.ReadAllText(Template), Lenient).RootElement, "").Order());
    }

    [Fact]
    public void Every_value_in_it_is_the_default()
    {
        var configuration = new ConfigurationBuilder().AddJsonFile(Template).Build();
        foreach (var options in Options)
        {
            var defaults = Activator.CreateInstance(options)!;
            var bound = Activator.CreateInstance(options)!;
            configuration.GetSection(SectionOf(options)).Bind(bound, binder => binder.ErrorOnUnknownConfiguration = true);
            foreach (var property in options.GetProperties().Where(property => IsSetting(property) && property.Name is not "Name"))
                Assert.Equal(Text(property.GetValue(defaults)), Text(property.GetValue(bound)));
        }
    }

    [Fact]
    public async Task A_service_that_is_configured_with_it_has_valid_settings()
    {
        var folder = Directory.CreateTempSubdirectory("aiactbot_").FullName;
        try
        {
            var settings = new ConfigurationBuilder().AddJsonFile(Template).Build().AsEnumerable()
                .Where(pair => !string.IsNullOrEmpty(pair.Value)).SelectMany(pair => new[] { $"--{pair.Key}", pair.Value! });
            // A port in use ends the start after the settings were found valid.
            await using var connector = await FakeConnector.StartAsync();

            var ran = await Ran.CommandAsync(["serve", .. settings, "--environment", "Development", "--Storage:DataDirectory", folder, "--urls", $"http://127.0.0.1:{connector.ServiceUrl.Port}"]);

            Assert.Contains("in use by another program", ran.Error, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void It_holds_no_secret()
    {
        var configuration = new ConfigurationBuilder().AddJsonFile(Template).Build();

        Assert.All(
            configuration.AsEnumerable().Where(pair => new[] { "ConnectionString", "Secret", "Password", "Key", "AppId", "TenantId" }.Any(word => pair.Key.EndsWith(word, StringComparison.Ordinal))),
            pair => Assert.Equal("", pair.Value));
    }

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip };

    private static bool IsSetting(PropertyInfo property) => property.CanWrite || typeof(IList).IsAssignableFrom(property.PropertyType) || property.PropertyType.IsGenericType;

    private static string SectionOf(Type options) => (string)options.GetField("Section")!.GetRawConstantValue()!;

    private static string Text(object? value) => value switch
    {
        string text => text,
        IEnumerable list => string.Join(",", list.Cast<object>()),
        null => "",
        _ => TypeDescriptor.GetConverter(value).ConvertToInvariantString(value)!,
    };

    private static IEnumerable<string> Keys(JsonElement element, string path) => element.ValueKind == JsonValueKind.Object
        ? element.EnumerateObject().SelectMany(property => Keys(property.Value, path.Length == 0 ? property.Name : $"{path}:{property.Name}"))
        : [path];

    internal static string Find(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, name)))
                return Path.Combine(folder.FullName, name);
        }

        throw new FileNotFoundException($"{name} is not above the tests.");
    }
}
