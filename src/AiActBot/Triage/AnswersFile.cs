using System.Text.Json;
using AiActBot.Compliance.Triage;

namespace AiActBot.Triage;

/// <summary>Answers in a file: by question id a choice, a list of choices, or <c>"?"</c>.</summary>
internal static class AnswersFile
{
    /// <returns>The answers, or null after saying what is wrong with the file.</returns>
    public static Answers? Read(FileInfo file, TriageEngine engine, TextWriter error)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(file.FullName));
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return Wrong(error, $"{file.Name}: an object with answers by question id is expected.");
            var answers = Answers.Empty;
            foreach (var property in document.RootElement.EnumerateObject())
            {
                if (ReadAnswer(property.Value) is not { } answer)
                    return Wrong(error, $"{file.Name}: the answer to '{property.Name}' is a text or a list of texts.");
                if (engine.ProblemWith(property.Name, answer) is { } problem)
                    return Wrong(error, $"{file.Name}: {problem}.");
                answers = answers.With(property.Name, answer);
            }

            return answers;
        }
        catch (JsonException)
        {
            return Wrong(error, $"{file.Name} is not JSON.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Wrong(error, $"{file.Name} cannot be read.");
        }
    }

    private static Answer? ReadAnswer(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String when value.ValueEquals("?") => Answer.DontKnow,
        JsonValueKind.String => Answer.Of(value.GetString()!),
        JsonValueKind.Array when value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) && value.GetArrayLength() > 0 =>
            Answer.Of(value.EnumerateArray().Select(item => item.GetString()!)),
        _ => null,
    };

    private static Answers? Wrong(TextWriter error, string message)
    {
        error.WriteLine(message);
        return null;
    }
}
