using AiActBot.Trust;
using Microsoft.Extensions.Options;

namespace AiActBot.Conversations.Sending;

/// <summary>How fast the bot speaks.</summary>
public sealed class SendingOptions
{
    public const string Section = "Sending";

    /// <summary>Stay below what Teams takes of one bot. Off only for measurements against a Connector of one's own.</summary>
    public bool KeepsToTeamsLimits { get; set; } = true;
}

internal sealed class SendingOptionsValidator(IOptions<BotOptions> bot, IOptions<RehearsalOptions> rehearsal) : IValidateOptions<SendingOptions>
{
    public ValidateOptionsResult Validate(string? name, SendingOptions options) =>
        options.KeepsToTeamsLimits || !bot.Value.IsRegistered || rehearsal.Value.IsOn
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("Sending:KeepsToTeamsLimits is off. Teams would answer with 429 and hold the bot up; it can only be off where Rehearsal is set. Remove it.");
}
