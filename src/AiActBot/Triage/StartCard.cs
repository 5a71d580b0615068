using AiActBot.AiSystems;
using AiActBot.BotFramework.Cards;
using AiActBot.Compliance;
using AiActBot.Conversations;
using static AiActBot.Conversations.CardParts;

namespace AiActBot.Triage;

/// <summary>Where an interview begins: what is the system called, and what does it do.</summary>
internal static class StartCard
{
    public const string Name = "name";
    public const string Description = "description";

    public static AdaptiveCard Build(Language language)
    {
        string In(string nl, string en) => language == Language.Dutch ? nl : en;
        return Card(
            [
                Title(TriageTexts.Title.In(language)),
                Text(In(
                    "Ik stel je een paar vragen en laat zien welke rol je organisatie heeft, welke risicoklasse het systeem heeft en wat je dan moet doen. Je kunt altijd terug, of later verdergaan.",
                    "I ask a few questions and show which role your organisation has, which risk class the system has and what you must do. You can always go back, or continue later.")),
                TextInput(Name, In("Hoe heet het systeem?", "What is the system called?"), AiSystemMapping.NameLength, In("Geef het systeem een naam.", "Give the system a name."), isOneLine: true),
                TextInput(Description, In("Wat doet het, en voor wie?", "What does it do, and for whom?"), AiSystemMapping.DescriptionLength,
                    placeholder: In("Bijvoorbeeld: rangschikt sollicitanten op hun cv voor onze recruiters.", "For example: ranks applicants by their CV for our recruiters.")),
            ],
            Button(In("Beginnen", "Begin"), Verbs.BeginTriage).Positive());
    }

    public static AdaptiveCard Cancelled(string name, Language language) => Card(
        [
            Title(name),
            Text(new Bilingual("Deze toets is gestopt; er is niets in het register gezet.", "This triage was stopped; nothing was put in the register.").In(language)),
        ],
        Button(new Bilingual("Opnieuw beginnen", "Start again").In(language), Verbs.StartTriage));
}
