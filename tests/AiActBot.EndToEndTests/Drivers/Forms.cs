namespace AiActBot.EndToEndTests.Drivers;

/// <summary>Somebody of a supply chain, as the project leader enters them.</summary>
internal sealed record PartyToAdd(string Role, string Organisation, string Contact, string? InTeamsAs = null)
{
    /// <summary>The local chat has a mailbox for the people who are in it; mail to others of a supply chain goes to one of them.</summary>
    public const string Mail = "dirk@example.test";
}

/// <summary>What somebody reports about a system.</summary>
internal sealed record ReportToMake(string System, string Seen, string ToBeDone);

/// <summary>The forms that more than one story fills in.</summary>
internal static class Forms
{
    public static async Task BeginsTriageAsync(this Player person, Words words, string name, string description)
    {
        await person.TypesAsync("triage");
        var start = await person.SeesCardAsync(words.WhatIsItCalled);
        await start.FillsInAsync(words.WhatIsItCalled, name);
        await start.FillsInAsync(words.WhatDoesItDo, description);
        await start.PressesAsync(words.Begin);
    }

    public static async Task FillsInAsync(this CardOnScreen system, Words words, PartyToAdd party)
    {
        await system.PressesAsync(words.AddAParty);
        await system.ChoosesFromListAsync(words.WhatIsThisParty, party.Role);
        await system.FillsInAsync(words.Organisation, party.Organisation);
        await system.FillsInAsync(words.Contact, party.Contact);
        await system.FillsInAsync(words.Mail, PartyToAdd.Mail);
        await system.ChoosesFromListAsync(words.TheirLanguage, words.LanguageItself);
        if (party.InTeamsAs is { } name)
            await system.ChoosesFromListAsync(words.HasTheApp, name);
    }

    public static async Task FillsInAsync(this CardOnScreen form, Words words, ReportToMake report)
    {
        await form.ChoosesFromListAsync(words.WhichSystem, report.System);
        await form.FillsInAsync(words.WhatDidYouSee, report.Seen);
        await form.ChoosesFromListAsync(words.WhichAction, words.Disable);
        await form.FillsInAsync(words.WhatShouldBeDone, report.ToBeDone);
    }
}
