using System.Text;
using System.Text.Json.Nodes;
using AiActBot.LocalChat.Mailbox;

namespace AiActBot.Tests.LocalChat;

public sealed class MailTests
{
    [Fact]
    public void A_plain_mail_is_read_as_it_stands()
    {
        var mail = Parse("From: a@example.test\r\nTo: dirk@example.test\r\nSubject: Dag\r\nDate: Sun, 22 Nov 2026 09:30:00 +0100\r\n\r\nBeëindigt u de verkoop.\r\nGroet");

        Assert.Equal(("a@example.test", "Dag", "Beëindigt u de verkoop.\nGroet"), (mail.From, mail.Subject, mail.Text));
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 8, 30, 0, TimeSpan.Zero), mail.Date);
    }

    [Fact]
    public void Encoded_words_are_read_and_the_space_between_them_is_not()
    {
        var mail = Parse("Subject: =?utf-8?Q?Maatregel_=E2=80=93?=\r\n =?utf-8?B?IGRlIENvw7ZwZXJhdGll?= nu\r\nFrom: =?iso-8859-1?q?Zo=EB?= <z@example.test>\r\n\r\nx");

        Assert.Equal("Maatregel – de Coöperatie nu", mail.Subject);
        Assert.Equal("Zoë <z@example.test>", mail.From);
    }

    [Fact]
    public void Quoted_printable_is_read_with_its_soft_line_breaks()
    {
        var mail = Parse("Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nBe=C3=ABin=\r\ndigt 1 =3D 1");

        Assert.Equal("Beëindigt 1 = 1", mail.Text);
    }

    [Fact]
    public void Base64_in_another_character_set_is_read()
    {
        var body = Convert.ToBase64String(Encoding.Latin1.GetBytes("reële prijs"));
        var mail = Parse($"Content-Type: text/plain; charset=\"iso-8859-1\"\r\nContent-Transfer-Encoding: base64\r\n\r\n{body[..8]}\r\n{body[8..]}\r\n");

        Assert.Equal("reële prijs", mail.Text);
    }

    [Fact]
    public void The_plain_alternative_is_preferred_and_attachments_are_named()
    {
        var mail = Parse("""
            Content-Type: multipart/mixed; boundary="outer"

            Preamble
            --outer
            Content-Type: multipart/alternative; boundary=inner

            --inner
            Content-Type: text/plain; charset=utf-8

            De tekst
            --inner
            Content-Type: text/html

            <p>De opmaak</p>
            --inner--
            --outer
            Content-Type: application/pdf
            Content-Disposition: attachment; filename="kennisgeving.pdf"

            JVBERi0=
            --outer--
            Epilogue
            """);

        Assert.Equal("De tekst", mail.Text);
        Assert.Equal(["kennisgeving.pdf"], mail.Attachments);
    }

    [Fact]
    public void A_mail_that_is_only_HTML_becomes_text_with_its_links()
    {
        var mail = Parse("Content-Type: text/html\r\n\r\n<style>p{}</style><p>Beste &amp; lieve</p><a href=\"http://x.test/1\">Bevestig</a><script>kwaad()</script>");

        Assert.Equal("Beste & lieve\nBevestig (http://x.test/1)", mail.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("geen mail")]
    [InlineData("Subject: =?nergens?B?!!!?=\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x")]
    [InlineData("Content-Type: text/plain; charset=bestaat-niet\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=ZZ =")]
    public void Damaged_mail_is_read_as_far_as_it_goes(string source) => Assert.NotNull(Parse(source).Text);

    [Fact]
    public async Task Each_person_sees_their_own_mail_newest_first_and_reads_it_once()
    {
        await using var chat = await LocalChatServer.StartAsync();
        Directory.CreateDirectory(chat.MailFolder);
        await WriteAsync(chat, "old.eml", "Sanne de Vries <sanne@example.test>", "Oud", 20);
        await WriteAsync(chat, "new.eml", "other@example.test, SANNE@example.test", "Nieuw", 21);
        await WriteAsync(chat, "else.eml", "anna-sanne@example.test", "Voor een ander", 22);

        var mails = await chat.SendAsync(HttpMethod.Get, "/local/api/people/staff/mails");
        Assert.Equal(["Nieuw", "Oud"], mails.Body!.AsArray().Select(mail => (string?)mail!["subject"]));
        Assert.Equal(2, (int)(await chat.PersonAsync("staff"))["unreadMail"]!);

        Assert.Equal(204, (await chat.PostAsync("/local/api/people/staff/mails/new.eml/read", new JsonObject())).Status);
        Assert.Equal(404, (await chat.PostAsync("/local/api/people/staff/mails/else.eml/read", new JsonObject())).Status);
        Assert.Equal(1, (int)(await chat.PersonAsync("staff"))["unreadMail"]!);
    }

    [Fact]
    public async Task Mail_to_parties_who_are_not_in_the_chat_is_read_by_the_one_from_outside()
    {
        await using var chat = await LocalChatServer.StartAsync();
        Directory.CreateDirectory(chat.MailFolder);
        await WriteAsync(chat, "deployer.eml", "amira@example.test", "Voor een gebruiksverantwoordelijke", 20);

        var mails = await chat.SendAsync(HttpMethod.Get, "/local/api/people/distributor/mails");
        Assert.Equal(["Voor een gebruiksverantwoordelijke"], mails.Body!.AsArray().Select(mail => (string?)mail!["subject"]));
        Assert.Equal(0, (int)(await chat.PersonAsync("staff"))["unreadMail"]!);
    }

    [Fact]
    public async Task The_watcher_that_calls_after_the_end_does_not_open_the_file_of_the_chat_again()
    {
        var chat = await LocalChatServer.StartAsync();
        var mails = chat.Service<MailFolder>();
        await chat.StopAsync();

        mails.Announce();

        Assert.Equal(["local-chat.db"], Directory.GetFiles(chat.Data).Select(Path.GetFileName));
        Directory.Delete(chat.Data, recursive: true);
    }

    static Task WriteAsync(LocalChatServer chat, string file, string to, string subject, int day) => File.WriteAllTextAsync(
        Path.Combine(chat.MailFolder, file), $"To: {to}\nSubject: {subject}\nDate: {day} Nov 2026 09:00:00 +0000\n\nTekst");

    static MimeMail Parse(string source) => MimeMail.Parse(Encoding.UTF8.GetBytes(source));
}
