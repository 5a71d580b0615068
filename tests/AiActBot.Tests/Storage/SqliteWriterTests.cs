using AiActBot.Storage;
using Microsoft.Data.Sqlite;

namespace AiActBot.Tests.Storage;

public sealed class SqliteWriterTests
{
    private const int Busy = 5;

    [Fact]
    public async Task Who_waits_too_long_for_those_before_them_is_told_that_the_database_is_busy()
    {
        using var writer = new SqliteWriter(TimeSpan.FromMilliseconds(1));
        using (await writer.EnterAsync(CancellationToken.None))
        {
            var refused = await Assert.ThrowsAsync<SqliteException>(() => writer.EnterAsync(CancellationToken.None));
            Assert.Equal(Busy, refused.SqliteErrorCode);
        }

        using var next = await writer.EnterAsync(CancellationToken.None);
        Assert.NotNull(next);
    }
}
