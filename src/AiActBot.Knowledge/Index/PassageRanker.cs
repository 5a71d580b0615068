namespace AiActBot.Knowledge.Index;

/// <summary>
/// Scores a chunk for a question: BM25F over its weighted fields, the nearest of the questions that the section answers, and what is
/// known beforehand (a provision that the question names, the glossary's provisions, roles and risk classes, trust in the source).
/// </summary>
internal static class PassageRanker
{
    private const double Saturation = 1.2;
    private const double QuestionWeight = 1.6;
    private const double NamedProvision = 6;
    private const double NamedArticle = 4;
    private const double RelatedProvision = 0.45;

    public static (double Score, double Coverage) Score(AnalysedChunk chunk, QueryTerms terms, PassageQuery query, LanguageShard shard)
    {
        if (terms.TotalWeight <= 0)
            return (Prior(chunk.Chunk, query, terms), 0);

        double text = 0, covered = 0;
        foreach (var word in terms.Words)
        {
            double best = 0, bestCover = 0;
            foreach (var alternative in word.Alternatives)
            {
                double sum = 0;
                var matched = 0;
                foreach (var term in alternative.Terms)
                {
                    if (!chunk.Frequencies.TryGetValue(term, out var frequency))
                        continue;
                    matched++;
                    sum += shard.Rarity(term) * frequency * (Saturation + 1) / (Saturation + frequency);
                }

                if (matched == 0)
                    continue;
                var share = (double)matched / alternative.Terms.Count;
                best = Math.Max(best, alternative.Trust * share * sum / alternative.Terms.Count);
                bestCover = Math.Max(bestCover, alternative.Trust * share * share);
            }

            text += best;
            covered += word.Weight * bestCover;
        }

        var score = text / terms.TotalWeight + QuestionWeight * NearestQuestion(chunk, terms, shard);
        score *= Trust(chunk.Chunk);
        return (score + Prior(chunk.Chunk, query, terms), covered / terms.TotalWeight);
    }

    // Dice's coefficient with rarer terms counting more.
    private static double NearestQuestion(AnalysedChunk chunk, QueryTerms terms, LanguageShard shard)
    {
        double best = 0;
        foreach (var question in chunk.Questions)
        {
            double matched = 0;
            foreach (var word in terms.Words)
            {
                double cover = 0;
                foreach (var alternative in word.Alternatives)
                {
                    var share = (double)alternative.Terms.Count(question.Contains) / alternative.Terms.Count;
                    cover = Math.Max(cover, alternative.Trust * share * share);
                }

                matched += word.Weight * cover;
            }

            if (matched > 0)
                best = Math.Max(best, 2 * matched / (terms.TotalWeight + question.Sum(shard.Rarity)));
        }

        return best;
    }

    private static double Prior(Chunk chunk, PassageQuery query, QueryTerms terms)
    {
        double prior = 0;
        foreach (var named in query.Provisions)
        {
            if (chunk.Provisions.Any(named.Contains) || (chunk.Provisions.Any(p => p.Contains(named)) && named != named.Root && !chunk.Provisions.Contains(named.Root)))
                prior = Math.Max(prior, NamedProvision);
            else if (chunk.Provisions.Any(p => p.Root == named.Root) || chunk.DocumentId == named.Root.ToString())
                prior = Math.Max(prior, NamedArticle);
        }

        double related = 0;
        foreach (var (provision, weight) in terms.Related)
        {
            if (chunk.Provisions.Any(p => p == provision))
                related = Math.Max(related, weight);
            else if (chunk.Provisions.Any(p => p.Contains(provision) || provision.Contains(p)))
                related = Math.Max(related, 0.75 * weight);
        }

        prior += RelatedProvision * related;
        if (query.Roles.Count > 0 && query.Roles.Any(chunk.Roles.Contains))
            prior += 0.1;
        if (query.Risks.Count > 0 && query.Risks.Any(chunk.Risks.Contains))
            prior += 0.1;
        return prior;
    }

    // Our own documents are written to answer; the law's text is right but hard to read; other sources may be outdated.
    private static double Trust(Chunk chunk) =>
        chunk.SupersededBy is not null ? 0.5 : chunk.Kind switch
        {
            SourceKind.ReviewedAnswer => 1.1,
            SourceKind.Requirement => 1,
            SourceKind.OfficialText => 0.8,
            _ => 0.7,
        };
}
