using System.Globalization;
using Microsoft.Extensions.Options;

namespace AiActBot.Trust;

/// <summary>How long the bot's credential will still do, told before it stops: an expired secret silences a bot.</summary>
internal sealed class CredentialState(IOptions<BotOptions> bot, TimeProvider time)
{
    /// <summary>From here on somebody should renew it.</summary>
    private const int DaysAhead = 30;

    private readonly DateTimeOffset? expires = ExpiryOf(bot.Value);

    /// <summary>Whole days that are left; null when it does not expire or does not tell.</summary>
    public int? DaysLeft => expires is { } end ? (int)Math.Floor((end - time.GetUtcNow()).TotalDays) : null;

    public bool IsToBeRenewed => DaysLeft <= DaysAhead;

    /// <summary>One line for an operator, without anything secret.</summary>
    public string Describe()
    {
        var days = DaysLeft?.ToString(CultureInfo.InvariantCulture);
        var until = expires?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return bot.Value.Credential switch
        {
            CredentialKind.ClientSecret when until is null => "client secret; when it expires is not known (set Bot:ClientSecretExpires)",
            CredentialKind.ClientSecret => $"client secret; expires on {until}, in {days} days",
            CredentialKind.Certificate => $"certificate; expires on {until}, in {days} days",
            CredentialKind.ManagedIdentity => "managed identity; does not expire",
            CredentialKind.FederatedIdentity => "federated identity; does not expire",
            _ => "none",
        };
    }

    private static DateTimeOffset? ExpiryOf(BotOptions bot)
    {
        if (bot.Credential == CredentialKind.ClientSecret)
            return bot.ClientSecretExpires is { } day ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null;
        if (bot.Credential != CredentialKind.Certificate)
            return null;
        using var certificate = BotCertificate.Load(bot);
        return certificate is null ? null : new DateTimeOffset(certificate.NotAfter.ToUniversalTime());
    }
}
