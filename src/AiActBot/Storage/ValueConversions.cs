using System.Globalization;
using AiActBot.Compliance;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AiActBot.Storage;

/// <summary>How identifiers and times stand in a column.</summary>
internal static class ValueConversions
{
    public static void Apply(ModelConfigurationBuilder configuration)
    {
        configuration.Properties<PersonId>().HaveConversion<PersonIdConverter>();
        configuration.Properties<AiSystemId>().HaveConversion<AiSystemIdConverter>();
        configuration.Properties<PartyId>().HaveConversion<PartyIdConverter>();
        configuration.Properties<CaseId>().HaveConversion<CaseIdConverter>();
        configuration.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    private sealed class PersonIdConverter() : ValueConverter<PersonId, Guid>(id => id.Value, value => new PersonId(value));

    private sealed class AiSystemIdConverter() : ValueConverter<AiSystemId, Guid>(id => id.Value, value => new AiSystemId(value));

    private sealed class PartyIdConverter() : ValueConverter<PartyId, Guid>(id => id.Value, value => new PartyId(value));

    private sealed class CaseIdConverter() : ValueConverter<CaseId, Guid>(id => id.Value, value => new CaseId(value));
}

/// <summary>UTC to the millisecond, as text whose order is the order of time.</summary>
internal sealed class SortableUtcText() : ValueConverter<DateTimeOffset, string>(
    time => Write(time),
    text => DateTimeOffset.ParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal))
{
    public static string Write(DateTimeOffset time) => time.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
}
