using AiActBot.Knowledge.Text;

namespace AiActBot.Knowledge.Tests.Text;

public sealed class StemmingTests
{
    [Theory]
    // The examples of the algorithm's own description.
    [InlineData("lichaamsziek", "lichaamsziek")]
    [InlineData("lichamelijke", "licham")]
    [InlineData("lichtere", "lichter")]
    [InlineData("opglimpende", "opglimp")]
    [InlineData("opgingen", "opging")]
    [InlineData("ophouden", "ophoud")]
    // The words of this field.
    [InlineData("systemen", "system")]
    [InlineData("systeem", "system")]
    [InlineData("verantwoordelijkheden", "verantwoord")]
    [InlineData("aanbieders", "aanbieder")]
    [InlineData("boetes", "boetes")]
    [InlineData("verplichtingen", "verplicht")]
    public void Dutch_words_are_cut_to_their_stem(string word, string stem) => Assert.Equal(stem, DutchStemmer.Stem(word));

    [Theory]
    [InlineData("consistency", "consist")]
    [InlineData("consigned", "consign")]
    [InlineData("knightly", "knight")]
    [InlineData("generously", "generous")]
    [InlineData("obligations", "oblig")]
    [InlineData("deployers", "deploy")]
    [InlineData("deployed", "deploy")]
    [InlineData("literacy", "literaci")]
    [InlineData("systems", "system")]
    [InlineData("hopping", "hop")]
    [InlineData("hoping", "hope")]
    public void English_words_are_cut_to_their_stem(string word, string stem) => Assert.Equal(stem, EnglishStemmer.Stem(word));

    [Fact]
    public void Words_lose_case_accents_and_apostrophes() =>
        Assert.Equal(["geinformeerd", "ai", "systeem", "cameras", "5", "1"], Words.Of("Geïnformeerd: AI-systeem, caméra's 5(1)"));

    [Theory]
    [InlineData("markttoezichtautoriteit", "markt", "toezicht", "autoriteit")]
    [InlineData("hoogrisicosysteem", "hoog", "risico", "systeem")]
    [InlineData("risicobeheersysteem", "risico", "beheer", "systeem")]
    [InlineData("kwaliteitseisen", "kwaliteit", "eisen")]
    public void Dutch_compounds_are_cut_in_known_words(string word, params string[] parts)
    {
        var splitter = new CompoundSplitter(["markt", "toezicht", "autoriteit", "risico", "systeem", "beheer", "kwaliteit", "eisen"]);
        Assert.Equal(parts, splitter.Split(word));
    }

    [Theory]
    [InlineData("gebruiksverantwordelijke", "gebruiksverantwoordelijke")]
    [InlineData("conformiteitsbeordeling", "conformiteitsbeoordeling")]
    [InlineData("tranparantie", "transparantie")]
    [InlineData("provder", "provider")]
    public void Mistyped_words_lead_to_the_nearest_known_word(string typed, string meant)
    {
        var corrector = new SpellingCorrector(["gebruiksverantwoordelijke", "conformiteitsbeoordeling", "transparantie", "provider", "verantwoordelijke", "deployer"]);
        Assert.Equal(meant, corrector.Correct(typed)[0]);
    }

    [Theory]
    [InlineData("pizza")]
    [InlineData("weer")]
    public void Words_that_are_near_nothing_stay_uncorrected(string word) =>
        Assert.Empty(new SpellingCorrector(["provider", "deployer", "plaza", "transparantie"]).Correct(word));

    [Theory]
    [InlineData("Moet ik mijn chatbot melden?", DocumentLanguage.Nl)]
    [InlineData("Wat moet een deployer doen met high-risk systems?", DocumentLanguage.Nl)]
    [InlineData("Do we have to tell the ondernemingsraad?", DocumentLanguage.En)]
    [InlineData("fines for deepfakes", DocumentLanguage.En)]
    [InlineData("boetes bij verboden praktijken", DocumentLanguage.Nl)]
    public void The_language_of_a_question_is_heard_in_its_small_words(string text, DocumentLanguage expected) =>
        Assert.Equal(expected, LanguageDetector.Detect(text));
}
