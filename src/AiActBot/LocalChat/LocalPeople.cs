namespace AiActBot.LocalChat;

/// <summary>Somebody to be in the local chat. Addresses and ids look like those of Teams, and none exists outside this machine.</summary>
internal sealed record LocalPerson(string Key, int Number, string Name, string RoleDutch, string RoleEnglish, string? Company = null)
{
    /// <summary>The id Teams gives a user towards one bot.</summary>
    public string Mri => $"29:local-{Key}";

    public string AadObjectId => $"00000000-0000-4000-8000-{Number:D12}";

    /// <summary>Their personal chat with the bot.</summary>
    public string ConversationId => $"a:local-{Key}";

    public string GivenName => Name.Split(' ', 2)[0];

    public string Surname => Name.Split(' ', 2)[1];

    public string Mail => $"{GivenName.ToLowerInvariant()}@example.test";
}

/// <summary>Who there is: enough people to propose a case as one, approve it as another and be notified as a third.</summary>
internal static class LocalPeople
{
    public const string TenantId = "00000000-0000-4000-8000-00000000aaaa";
    public const string BotId = "28:aiactbot-local";
    public const string BotName = "AiActBot";

    public static IReadOnlyList<LocalPerson> All { get; } =
    [
        new("staff", 1, "Sanne de Vries", "Medewerker", "Staff member"),
        new("project-leader", 2, "Pieter Jansen", "Projectleider", "Project leader"),
        new("compliance-officer", 3, "Noor Bakker", "Compliance officer", "Compliance officer"),
        new("distributor", 4, "Dirk Vermeer", "Contactpersoon distributeur", "Contact of a distributor", "MedTrade Distribution"),
    ];

    public static LocalPerson? ByKey(string key) => All.FirstOrDefault(person => person.Key == key);

    public static LocalPerson? ByConversation(string conversationId) =>
        All.FirstOrDefault(person => person.ConversationId == conversationId);

    /// <summary>Teams takes the MRI and the Entra object id alike.</summary>
    public static LocalPerson? ByAccount(string accountId) => All.FirstOrDefault(person =>
        person.Mri == accountId || string.Equals(person.AadObjectId, accountId, StringComparison.OrdinalIgnoreCase));
}
