using AiActBot.Compliance;
using AiActBot.Notifications;
using AiActBot.Storage;
using AiActBot.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.Tests.Notifications;

/// <summary>Puts messages in the outbox of a database, and looks what became of them.</summary>
internal static class Outbox
{
    public static Notification Message(DateTimeOffset due, PersonId? person = null, string? mail = null, string text = "Bericht") => new()
    {
        Id = Guid.CreateVersion7(due),
        Purpose = NotificationPurpose.Message,
        Route = person is null ? NotificationRoute.Mail : NotificationRoute.Teams,
        PersonId = person,
        MailAddress = mail,
        Language = Language.Dutch,
        Subject = "Onderwerp",
        Text = text,
        DueAt = due,
        CreatedAt = due,
    };

    public static async Task<Notification> HoldsAsync(this RunningBot bot, string? name = null, string? mail = null, string text = "Bericht")
    {
        var objectId = name is null ? null : Drivers.Person.ObjectIdOf(name);
        return await bot.WithDbAsync(async db =>
        {
            PersonId? person = objectId is null ? null : (await db.People.SingleAsync(p => p.AadObjectId == objectId)).Id;
            var message = Message(bot.Time.GetUtcNow(), person, mail, text);
            db.Notifications.Add(message);
            await db.SaveChangesAsync();
            return message;
        });
    }

    public static Task<Notification> FindAsync(this RunningBot bot, Notification message) => bot.WithDbAsync(db =>
        db.Notifications.AsNoTracking().Include(n => n.DeliveryAttempts.OrderBy(a => a.Number)).SingleAsync(n => n.Id == message.Id));

    public static Task<Notification> BecomesAsync(this RunningBot bot, Notification message, NotificationState state) =>
        bot.BecomesAsync(message, found => found.State == state, state.ToString());

    public static Task<Notification> BecomesAsync(this RunningBot bot, Notification message, Func<Notification, bool> fits, string what) =>
        Reliability.Eventually.GetAsync(() => bot.FindAsync(message), fits, what);

    /// <summary>Moves the clock past every wait until the message is in this state.</summary>
    public static Task<Notification> BecomesInTimeAsync(this RunningBot bot, Notification message, NotificationState state) => Reliability.Eventually.GetAsync(
        () =>
        {
            bot.Time.Advance(TimeSpan.FromMinutes(1));
            return bot.FindAsync(message);
        },
        found => found.State == state, state.ToString());

    public static IEnumerable<string> Outcomes(this Notification message) => message.DeliveryAttempts.Select(attempt => $"{attempt.Number} {attempt.Route} {attempt.Outcome}");

    public static async Task<TestDatabase> EmptyDatabaseAsync(DatabaseProvider provider)
    {
        var database = await TestDatabase.CreateAsync(provider);
        await using var db = database.Open();
        await db.Database.MigrateAsync();
        return database;
    }
}
