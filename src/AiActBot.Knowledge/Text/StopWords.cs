namespace AiActBot.Knowledge.Text;

/// <summary>
/// Words that say nothing about the subject of a question. What a question asks for (when, who, how much) is read by the
/// assistant and not searched for.
/// </summary>
public static class StopWords
{
    private static readonly HashSet<string> Dutch = Set("""
        de het een en of in op van voor met door bij aan uit naar over onder tot om te als dan dat die dit deze daar hier er is zijn was
        waren ben bent wordt worden werd geworden word heb hebt heeft hebben had hadden kan kunnen kun kon mag mogen moet moeten moest zou
        zouden zal zullen wil willen wilt ga gaat gaan doe doet doen gedaan ik je jij jou jouw u uw hij zij ze wij we ons onze hun hen mijn
        me mij zich zelf niet geen wel ook nog al maar want dus toch even eens graag alleen zo nu toen wat wie waar wanneer waarom hoe welke
        welk hoeveel waarvoor waarop waarin waarmee waaraan iets iemand niets niemand alle alles elke elk ieder iedere andere ander zoals
        omdat zodat indien tenzij terwijl tussen tegen zonder via per na voordat nadat hoewel eigenlijk precies echt misschien ja nee hoi
        hallo dag beste alsjeblieft alstublieft dank bedankt bijvoorbeeld bv soort eerst straks gewoon krijg krijgen krijgt kom komt komen
        laat laten maak maakt maken ding dingen hebben geldt gelden betekent betekenen weten weet zeggen zegt zegt vraag volgens wet verordening
        ai act regels regel iemand nou zijn eraan ervan ermee erover hiervan hiermee daarvan daarmee waarover hierbij daarbij staat staan precies allemaal steeds vaak
        """);

    private static readonly HashSet<string> English = Set("""
        the a an and or in on of for with by at to from about under into as than that this these those there here it its is are was were be
        been being am has have had having can could may might must should would will shall do does did done doing i you your yours he she
        they them their we us our ours my me mine not no nor only also still already but so then too very just please what who whom whose
        where when why how which much many something someone anything anyone everything everyone all any each every other another such
        because if unless while between against without via per after before although actually exactly really maybe yes hello hi dear
        thanks thank example kind sort first get gets got go goes going make makes making thing things apply applies mean means know tell
        say says question according law regulation ai act rules rule let need needs want wants like want s t m re ve ll d im dont doesnt isnt
        whats theres upon within some own both
        """);

    public static bool Contains(DocumentLanguage language, string word) =>
        (language == DocumentLanguage.Nl ? Dutch : English).Contains(word);

    private static HashSet<string> Set(string words) =>
        new(words.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), StringComparer.Ordinal);
}
