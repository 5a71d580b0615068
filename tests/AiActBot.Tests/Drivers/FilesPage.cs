using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AiActBot.Conversations;

namespace AiActBot.Tests.Drivers;

/// <summary>The page on which a person adds files to a case, as their browser uses it.</summary>
internal sealed class FilesPage(HttpClient http, Uri link)
{
    public Uri Link => link;

    public async Task<(HttpStatusCode Status, string Text)> ReadsAsync()
    {
        using var response = await http.GetAsync(link);
        return (response.StatusCode, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()));
    }

    /// <summary>Sends the form with these files.</summary>
    public Task<(HttpStatusCode Status, string Text)> SendsAsync(params IEnumerable<(string Name, byte[] Content)> files) => SendsAsync(files, false);

    public async Task<(HttpStatusCode Status, string Text)> SendsAsync(IEnumerable<(string Name, byte[] Content)> files, bool isRaw)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, content) in files)
        {
            var part = new ByteArrayContent(content);
            // As browsers write it: UTF-8 between quotes. The class would write an encoded word.
            part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"files\"; filename=\"{Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(isRaw ? name : name.Replace("\"", "%22", StringComparison.Ordinal)))}\"");
            part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            form.Add(part);
        }

        using var response = await http.PostAsync(link, form);
        return (response.StatusCode, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()));
    }

    public async Task<HttpResponseMessage> GetsAsync(Guid id) => await http.GetAsync(new Uri($"{link}/{id}"));
}

internal static class FilesTalk
{
    /// <summary>Presses the button on the card of a case; the link comes in a card of its own.</summary>
    public static async Task<FilesPage> OpensFilesAsync(this Person person, Card caseCard)
    {
        await person.PressesVerbAsync(caseCard, Verbs.ShowAttachments);
        var card = await person.SeesAsync(card => card.Content.ToJsonString().Contains("/attachments/", StringComparison.Ordinal));
        return new FilesPage(person.Bot.Http, new Uri(card.Content["body"]!.AsArray().SelectMany(element => element!["actions"]?.AsArray() ?? [])
            .Single(action => action!["type"]!.GetValue<string>() == "Action.OpenUrl")!["url"]!.GetValue<string>()));
    }
}
