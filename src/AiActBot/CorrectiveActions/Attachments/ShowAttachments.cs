using AiActBot.BotFramework.Activities;
using AiActBot.BotFramework.Cards;
using AiActBot.Conversations;
using Microsoft.Extensions.Options;
using static AiActBot.Conversations.CardParts;

namespace AiActBot.CorrectiveActions.Attachments;

/// <summary>Gives a person the link with which they add files to a case, in their own chat only.</summary>
internal sealed class ShowAttachments(CaseFiles files, AttachmentLinks links, IOptions<AttachmentOptions> options)
{
    public async Task HandleAsync(Turn turn, CardData data, CancellationToken cancellationToken)
    {
        if (await files.FindPrivatelyAsync(turn, data, cancellationToken) is not { } file)
            return;
        var title = turn.In(AttachmentTexts.Title(file.Case.Number));
        turn.Show(
            Card(
                [Title(title), Text(turn.In(AttachmentTexts.Invitation(options.Value.LinkValidFor)))],
                new OpenUrlAction(turn.In(AttachmentTexts.OpenPage), links.For(file.Case.Id, turn.Person.Id))),
            title);
    }

    /// <summary>Whether somebody sent a file along. Words with marks come as an attachment too, of type text/html.</summary>
    public static bool IsSent(Activity activity) => activity.Attachments?.Any(attachment =>
        attachment.ContentType == ContentTypes.FileDownloadInfo || attachment.ContentType?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true
        || (attachment.ContentUrl is not null && attachment.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) != true)) == true;
}
