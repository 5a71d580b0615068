using Microsoft.Extensions.Options;

namespace AiActBot.Hosting;

/// <summary>What is wrong with the settings, each by the name under which an operator finds it.</summary>
internal static class SettingsProblems
{
    public static IReadOnlyList<string> Find(IServiceProvider services)
    {
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
            return [];
        }
        catch (Exception exception) when (TryRead(exception, out var problems))
        {
            return problems;
        }
    }

    private static bool TryRead(Exception exception, out IReadOnlyList<string> problems)
    {
        // One section may look at another, whose faults then come twice.
        problems = [.. All(exception).SelectMany(Describe).Distinct()];
        return problems.Count > 0;
    }

    private static IEnumerable<Exception> All(Exception exception) =>
        exception is AggregateException several ? several.InnerExceptions.SelectMany(All) : [exception];

    private static IEnumerable<string> Describe(Exception exception) => exception switch
    {
        OptionsValidationException invalid => invalid.Failures.Select(failure => NameSetting(failure, invalid.OptionsType)),
        // The binder names the setting when a text is no number, no time or no known word.
        InvalidOperationException { InnerException: FormatException or ArgumentException or OverflowException } => [exception.Message],
        _ => [],
    };

    /// <summary>Attributes speak of a class and its property; an operator knows the section and its key.</summary>
    private static string NameSetting(string failure, Type options)
    {
        if (options.GetField("Section")?.GetRawConstantValue() is not string section
            || failure.Split(": ", 2) is not [var property, var message] || options.GetProperty(property) is null)
            return failure;
        var member = $"{options.Name}.{property}";
        var predicate = message.Replace($"The field {member} ", "", StringComparison.Ordinal)
            .Replace($"The {member} field ", "", StringComparison.Ordinal);
        return $"{section}:{property} {predicate}";
    }
}
