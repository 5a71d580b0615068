using AiActBot.BotFramework.Cards;
using Markdig;
using Markdig.Extensions.EmphasisExtras;

namespace AiActBot.BotFramework.Tests.Cards;

public sealed class CardTextTests
{
    private const string Space = "\u200B";

    // More than any client of Teams knows.
    private static readonly MarkdownPipeline Markdown =
        new MarkdownPipelineBuilder().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).UsePipeTables().UseGridTables().UseTaskLists().UseFootnotes().Build();

    [Theory]
    [InlineData("CV-selectie voor de gemeente (2026)")]
    [InlineData("50% korting, 3 + 4 = 7; vraag 1: ja?")]
    [InlineData("Jan & Piet, R&D, prijs < 5 en > 3")]
    [InlineData("e-mail: fenna@example.org, https://example.org/?a=1&b=2")]
    [InlineData("één gezin: 👨‍👩‍👧")]
    public void Ordinary_text_stays_as_it_is(string text) => Assert.Equal(text, CardText.Escape(text));

    [Theory]
    [InlineData("[klik](https://evil.example)", "[klik]" + Space + "(https://evil.example)")]
    [InlineData("![x](https://evil.example)", "!" + Space + "[x]" + Space + "(https://evil.example)")]
    [InlineData("[a][b]", "[a]" + Space + "[b]")]
    [InlineData("[b]: https://evil.example", "[b]" + Space + ": https://evil.example")]
    [InlineData("<at>Directie</at>", "<" + Space + "at>Directie<" + Space + "/at>")]
    [InlineData("<https://evil.example>", "<" + Space + "https://evil.example>")]
    [InlineData("{{DATE(2026-11-22T00:00:00Z)}}", "{" + Space + "{DATE(2026-11-22T00:00:00Z)}}")]
    [InlineData("&lt;at&gt;", "&" + Space + "lt;at&" + Space + "gt;")]
    [InlineData("&#91;", "&" + Space + "#91;")]
    [InlineData("*let op* _dit_", "\\*let op\\* \\_dit\\_")]
    [InlineData("C:\\temp\\[x]", "C:\\\\temp\\\\[x]")]
    [InlineData("# kop", Space + "# kop")]
    [InlineData("- punt", Space + "- punt")]
    [InlineData("12. punt", Space + "12. punt")]
    [InlineData("een\ntwee\r\ndrie", "een\n\ntwee\n\ndrie")]
    public void What_would_do_something_is_broken(string text, string escaped) => Assert.Equal(escaped, CardText.Escape(text));

    [Theory]
    [InlineData("[klik]\u200B(https://evil.example)")]
    [InlineData("[klik]\u2060(https://evil.example)")]
    [InlineData("<\u00ADat>Directie</at>")]
    public void An_invisible_character_in_between_does_not_help(string text)
    {
        var escaped = CardText.Escape(text);

        Assert.DoesNotContain("](", escaped, StringComparison.Ordinal);
        Assert.DoesNotContain("<at>", escaped, StringComparison.Ordinal);
        Assert.Equal(escaped, CardText.Escape(text.Replace("\u200B", "", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("\u202Egnirts", "gnirts")]
    [InlineData("\u2066a\u2069\u200Fb\u061C", "ab")]
    [InlineData("a\uFEFF\u200Bb\u00ADc", "abc")]
    [InlineData("tag\U000E0041\U000E007F", "tag")]
    [InlineData("nul\0 bel\a esc\u001B", "nul bel esc")]
    [InlineData("e\u0301", "é")]
    [InlineData("\uFFFEa\uFDD0", "a")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void What_does_not_show_or_turns_text_around_is_taken_out(string? text, string plain) =>
        Assert.Equal(plain, CardText.Plain(text));

    [Fact]
    public void Half_a_character_becomes_the_sign_for_one_that_is_lost() => Assert.Equal("half\uFFFD", CardText.Plain("half\uD83D"));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void To_a_renderer_of_Markdown_escaped_text_is_only_text(int seed)
    {
        string[] pieces =
        [
            "[", "]", "(", ")", "!", "<", ">", "a", "b c", "https://e.example", "*", "**", "_", "__", "`", "~~", "\\", "#", "- ", "+ ", "1. ",
            "> ", "|", "---", "===", ":", "\n", "\r\n", "    ", "\t", "<at>", "</at>", "<b>", "&lt;", "&#91;", "&#x5B;", "{{", "}}", "\u202E",
            "\u200B", "\u2028", "😀", "é", "1", ".", "[x]", "^", "+---+", "[^1]",
        ];
        var random = new Random(seed);
        for (var round = 0; round < 3_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => pieces[random.Next(pieces.Length)]));

            var html = Markdig.Markdown.ToHtml(CardText.Escape(text), Markdown);

            var rest = html.Replace("<p>", "", StringComparison.Ordinal).Replace("</p>", "", StringComparison.Ordinal);
            Assert.True(!rest.Contains('<', StringComparison.Ordinal), $"{text} became {html}");
        }
    }

    [Fact]
    public void To_a_renderer_of_Markdown_escaped_text_reads_as_it_was_typed()
    {
        const string typed = "*a* _b_ `c` ~d~ \\*e\\* [f](g) <h> {{i}} &amp; C:\\j 5 > 3";

        var html = Markdig.Markdown.ToHtml(CardText.Escape(typed), Markdown);

        var shown = System.Net.WebUtility.HtmlDecode(html.Replace("<p>", "", StringComparison.Ordinal).Replace("</p>", "", StringComparison.Ordinal));
        Assert.Equal(typed, shown.Replace(Space, "", StringComparison.Ordinal).Trim());
    }
}
