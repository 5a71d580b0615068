using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;

namespace AiActBot.BotFramework.Activities;

/// <summary>
/// Reads the body of a request as an activity, and takes nothing on trust: whoever is authenticated may still send
/// anything. Checks that the serializer leaves out or does late (half characters, NUL) are made here, once, so that no
/// later reader of a text or of card data has to think of them.
/// </summary>
public static class ActivityReader
{
    /// <summary>Bytes; several times what Teams sends, and small enough to hold in memory.</summary>
    public const int MaxBytes = 256 * 1024;

    /// <summary>Levels of objects and arrays within each other.</summary>
    public const int MaxDepth = 32;

    public const int MaxMentions = 20;
    public const int MaxEntities = 50;
    public const int MaxAttachments = 10;

    private static readonly ActivityReading.Refused TooLarge = new(413, "The body is larger than 256 KiB.");
    private static readonly ActivityReading.Refused NotUtf8 = new(400, "The body is not UTF-8.");
    private static readonly ActivityReading.Refused HalfCharacter = new(400, "A text holds half a surrogate pair.");
    private static readonly ActivityReading.Refused NotAnActivity = new(400, "The body is not an activity in JSON.");
    private static readonly ActivityReading.Refused NoType = new(400, "The activity has no type.");

    private static readonly ActivityJson Strict = new(new JsonSerializerOptions(ActivityJson.Default.Options)
    {
        MaxDepth = MaxDepth,
        AllowDuplicateProperties = false,
    });

    /// <summary>Reads at most <see cref="MaxBytes"/> and says what it was.</summary>
    /// <param name="body">Read from where it is to its end; not disposed.</param>
    /// <remarks>Bad content is an answer, not an exception. What the stream itself throws (the peer went away) passes through.</remarks>
    public static async Task<ActivityReading> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            var length = 0;
            while (true)
            {
                if (length == buffer.Length)
                {
                    buffer = Grow(buffer);
                }

                // One byte over the limit is enough to know, whatever length was declared.
                var room = Math.Min(buffer.Length, MaxBytes + 1) - length;
                var read = await body.ReadAsync(buffer.AsMemory(length, room), cancellationToken);
                if (read == 0)
                {
                    return Read(buffer.AsSpan(0, length));
                }

                length += read;
                if (length > MaxBytes)
                {
                    return TooLarge;
                }
            }
        }
        finally
        {
            // Cleared, because the next renter must not find a person's words in it.
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private static byte[] Grow(byte[] full)
    {
        var larger = ArrayPool<byte>.Shared.Rent(full.Length * 2);
        full.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(full, clearArray: true);
        return larger;
    }

    private static ActivityReading Read(Span<byte> body)
    {
        ReadOnlySpan<byte> byteOrderMark = [0xEF, 0xBB, 0xBF];
        if (body.StartsWith(byteOrderMark))
        {
            body = body[byteOrderMark.Length..];
        }

        if (!Utf8.IsValid(body))
        {
            return NotUtf8;
        }

        var text = JsonEscapes.WithoutNul(body);
        return JsonEscapes.HoldHalfCharacter(text) ? HalfCharacter : Parse(text);
    }

    private static ActivityReading Parse(ReadOnlySpan<byte> json)
    {
        Activity? activity;
        try
        {
            activity = JsonSerializer.Deserialize(json, Strict.Activity);
        }
        catch (JsonException)
        {
            return NotAnActivity;
        }

        if (activity is null)
        {
            return NotAnActivity;
        }

        if (string.IsNullOrWhiteSpace(activity.Type))
        {
            return NoType;
        }

        Tidy(activity);
        return new ActivityReading.Accepted(activity);
    }

    // A list may hold nulls and may be of any length; whoever walks it later should not need to know.
    private static void Tidy(Activity activity)
    {
        var mentions = 0;
        activity.Entities = Keep(
            activity.Entities, MaxEntities, entity => !entity.IsOfType(EntityTypes.Mention) || ++mentions <= MaxMentions);
        activity.Attachments = Keep(activity.Attachments, MaxAttachments);
        activity.MembersAdded = Keep(activity.MembersAdded);
        activity.MembersRemoved = Keep(activity.MembersRemoved);
        activity.ReactionsAdded = Keep(activity.ReactionsAdded);
        activity.ReactionsRemoved = Keep(activity.ReactionsRemoved);
        if (activity.SuggestedActions is { } suggested)
        {
            suggested.Actions = Keep(suggested.Actions);
            suggested.To = Keep(suggested.To);
        }
    }

    private static List<T>? Keep<T>(IList<T>? items, int most = int.MaxValue, Func<T, bool>? wanted = null) where T : class =>
        items is null ? null : [.. items.Where(item => item is not null && wanted?.Invoke(item) != false).Take(most)];
}
