namespace AiActBot.Packaging;

/// <summary>What is this organisation's own in the app package.</summary>
/// <param name="Name">Of the organisation, as the app's developer.</param>
/// <param name="Website">Page about the app.</param>
/// <param name="Privacy">The organisation's privacy statement.</param>
/// <param name="Terms">The organisation's terms of use.</param>
internal sealed record AppPackageRequest(string AppId, string Name, string Website, string Privacy, string Terms)
{
    private const int LongestName = 32;

    /// <returns>What is missing or wrong, each by its option or setting.</returns>
    public IReadOnlyList<string> Problems() =>
    [
        .. Guid.TryParse(AppId, out var id) && id != Guid.Empty ? [] : new[] { "--app-id (or Bot:AppId) is missing or not a GUID." },
        .. Name.Trim().Length is > 0 and <= LongestName ? [] : new[] { $"--organisation (or Organisation:Name) is missing or longer than {LongestName} characters." },
        .. new[] { ("--website", Website), ("--privacy", Privacy), ("--terms", Terms) }
            .Where(address => !(Uri.TryCreate(address.Item2, UriKind.Absolute, out var url) && url is { Scheme: "https", UserInfo: "" }))
            .Select(address => $"{address.Item1} is missing or not an https address. Teams shows it to everybody who looks at the app."),
    ];
}
