using AiActBot.BotFramework.Cards;

namespace AiActBot.BotFramework.Tests.Cards;

/// <summary>Cards that between them use every element with every property.</summary>
internal static class SampleCards
{
    internal static AdaptiveCard Approval { get; } = new()
    {
        Lang = "nl",
        IsFullWidth = true,
        FallbackText = "Een voorstel wacht op uw besluit.",
        Speak = "Een voorstel wacht op uw besluit.",
        Body =
        [
            TextBlock.Heading("Corrigerende maatregel"),
            TextBlock.Remark("Artikel 20, lid 1"),
            new FactSet(new Fact("Systeem", "CV-selectie"), new Fact("Voorstel", "Uit de handel nemen")) { Separator = true },
            new TextInput("comment")
            {
                Label = "Toelichting", IsMultiline = true, MaxLength = 500, IsRequired = true, ErrorMessage = "Schrijf een toelichting.",
            },
        ],
        Actions =
        [
            new ExecuteAction("Goedkeuren", "approve") { Data = new() { ["case"] = "c-1" }, Style = ActionStyle.Positive },
            new ExecuteAction("Terugsturen", "sendBack")
            {
                Data = new() { ["case"] = "c-1" }, Style = ActionStyle.Destructive, AssociatedInputs = AssociatedInputs.None, Tooltip = "Terug",
                Mode = ActionMode.Secondary, IsEnabled = true, Id = "back",
            },
            new OpenUrlAction("Lees artikel 20", new Uri("https://eur-lex.europa.eu/eli/reg/2024/1689/oj#art_20")),
        ],
        Refresh = new(new ExecuteAction(null, "refresh") { Data = new() { ["case"] = "c-1" } }, ["29:fenna", "29:noor"]),
    };

    internal static AdaptiveCard EveryElement { get; } = new()
    {
        Body =
        [
            new TextBlock("Tekst")
            {
                Id = "t", IsVisible = false, Spacing = Spacing.ExtraLarge, Size = TextSize.Medium, Weight = TextWeight.Lighter,
                Color = TextColor.Attention, MaxLines = 3, HorizontalAlignment = HorizontalAlignment.Center, Style = TextBlockStyle.Default,
            },
            new RichTextBlock(
                new TextRun("*geen* nadruk")
                {
                    Italic = true, Underline = true, Strikethrough = false, Highlight = true, Size = TextSize.Small, Weight = TextWeight.Bolder,
                    Color = TextColor.Good, IsSubtle = true, SelectAction = new ToggleVisibilityAction("Meer", "t"),
                },
                new TextRun("en meer"))
            { HorizontalAlignment = HorizontalAlignment.Right },
            new Image("data:image/png;base64,AAAA", "Logo")
            {
                Size = ImageSize.Small, Style = ImageStyle.Person, Width = "40px", HorizontalAlignment = HorizontalAlignment.Left,
                SelectAction = new OpenUrlAction("Open", new Uri("https://example.org/")),
            },
            new Container(new TextBlock("In een vak"), new ActionSet(new SubmitAction("Stuur") { Data = new() { ["verb"] = "send" } }))
            {
                Style = ContainerStyle.Warning, Bleed = true, VerticalContentAlignment = VerticalAlignment.Center,
                SelectAction = new ExecuteAction("Kies", "choose"),
            },
            new ColumnSet(
                new Column(new TextBlock("1"))
                {
                    Width = "auto", Id = "c", IsVisible = true, Style = ContainerStyle.Accent, Spacing = Spacing.None, Separator = true,
                    VerticalContentAlignment = VerticalAlignment.Top, SelectAction = new ToggleVisibilityAction(null, "c"),
                },
                new Column(new TextBlock("2")) { Width = "2" })
            { Style = ContainerStyle.Good, Bleed = false, SelectAction = new ExecuteAction(null, "choose") },
            new Table([new TableColumn(2), new TableColumn()], [TableRow.Of("Plicht", "Vanaf"), TableRow.Of("Artikel 26", "2027")])
            { FirstRowAsHeader = true, ShowGridLines = false },
            new TextInput("text") { Value = "x", Placeholder = "y", Regex = "^x+$", Style = TextInputStyle.Email },
            new DateInput("date")
            {
                Value = new(2026, 11, 22), Min = new(2026, 1, 1), Max = new(2030, 12, 31), Placeholder = "d", Label = "Datum",
            },
            new NumberInput("number") { Value = 1.5m, Min = 0, Max = 10, Placeholder = "n" },
            new ToggleInput("toggle", "Ja, ik heb dit gelezen") { IsOn = true, IsRequired = true, ErrorMessage = "Vink dit aan." },
            new ChoiceSetInput("choice", new Choice("Aanbieder", "provider"), new Choice("Gebruiker", "deployer"))
            {
                IsMultiSelect = true, Style = ChoiceStyle.Expanded, Value = "provider,deployer", Placeholder = "Kies",
            },
            new ChoiceSetInput("people") { Style = ChoiceStyle.Compact, Query = ChoiceQuery.People },
        ],
    };
}
