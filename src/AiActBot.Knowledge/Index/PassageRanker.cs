namespace AiActBot.Knowledge.Index;

/// <summary>
/// Scores chunks for one question: BM25F over the weighted fields, the nearest of the questions that the section answers, and what is
/// known beforehand (a provision that the question names, the glossary's provisions, roles and risk classes, trust in the source).
/// </summary>
internal sealed class PassageRanker
{
    private const double Saturation = 1.6;
    private const double QuestionWeight = 0.9;

    // A question may name a provision only to say what it is about: "a conformity assessment for systems of Annex III".
    private const double NamedProvision = 3;
    private const double NamedArticle = 2;
    private const double LikelyProvision = 0.25;
    private const double RelatedProvision = 0.45;

    // A passage that touches one word of a question hard is worth less than one that touches all of it.
    private const double CoverageShare = 0.5;

    private readonly QueryTerms _terms;
    private readonly PassageQuery _query;
    private readonly double[] _rarities;

    // For each term of the texts its place among the terms of the question plus one, or 0.
    private readonly int[] _place;

    public PassageRanker(QueryTerms terms, PassageQuery query, LanguageShard shard)
    {
        (_terms, _query, _rarities) = (terms, query, shard.Rarities);
        _place = new int[_rarities.Length];
        for (var i = 0; i < terms.Terms.Length; i++)
            _place[terms.Terms[i]] = i + 1;
    }

    public (double Score, double Coverage) Score(AnalysedChunk chunk)
    {
        if (_terms.TotalWeight <= 0)
            return (Prior(chunk.Chunk), 0);

        Span<float> frequencies = stackalloc float[_terms.Terms.Length + 1];
        for (var i = 0; i < _terms.Terms.Length; i++)
            frequencies[i + 1] = chunk.Frequency(_terms.Terms[i]);

        double text = 0, covered = 0;
        foreach (var word in _terms.Words)
        {
            double best = 0, bestCover = 0;
            foreach (var alternative in word.Alternatives)
            {
                double sum = 0;
                var matched = 0;
                foreach (var term in alternative.Terms)
                {
                    var frequency = term < 0 ? 0 : frequencies[_place[term]];
                    if (frequency <= 0)
                        continue;
                    matched++;
                    sum += _rarities[term] * frequency * (Saturation + 1) / (Saturation + frequency);
                }

                var share = (double)matched / alternative.Terms.Length;
                best = Math.Max(best, alternative.Trust * share * sum / alternative.Terms.Length);
                bestCover = Math.Max(bestCover, alternative.Trust * share * share);
            }

            text += best;
            covered += word.Weight * bestCover;
        }

        var score = text / _terms.TotalWeight + QuestionWeight * NearestQuestion(chunk);
        var coverage = covered / _terms.TotalWeight;
        return (score * (1 - CoverageShare + CoverageShare * coverage) * Trust(chunk.Chunk) + Prior(chunk.Chunk), coverage);
    }

    // Dice's coefficient with rarer terms counting more.
    private double NearestQuestion(AnalysedChunk chunk)
    {
        double best = 0;
        Span<bool> present = stackalloc bool[_terms.Terms.Length + 1];
        foreach (var question in chunk.Questions)
        {
            present.Clear();
            var any = false;
            foreach (var term in question.Terms)
            {
                present[_place[term]] = true;
                any |= _place[term] > 0;
            }

            if (!any)
                continue;

            present[0] = false;
            double matched = 0;
            foreach (var word in _terms.Words)
            {
                double cover = 0;
                foreach (var alternative in word.Alternatives)
                {
                    var count = 0;
                    foreach (var term in alternative.Terms)
                        count += term >= 0 && present[_place[term]] ? 1 : 0;
                    var share = (double)count / alternative.Terms.Length;
                    cover = Math.Max(cover, alternative.Trust * share * share);
                }

                matched += word.Weight * cover;
            }

            best = Math.Max(best, 2 * matched / (_terms.TotalWeight + question.Weight));
        }

        return best;
    }

    private double Prior(Chunk chunk)
    {
        double prior = 0;
        foreach (var named in _query.Provisions)
        {
            var whole = named == named.Root;
            if (chunk.Provisions.Any(p => named.Contains(p) || (!whole && p != p.Root && p.Contains(named))))
                prior = Math.Max(prior, NamedProvision);
            else if (chunk.Provisions.Any(p => p.Root == named.Root) || chunk.DocumentId == named.Root.ToString())
                prior = Math.Max(prior, NamedArticle);
        }

        double related = 0;
        foreach (var (provision, weight) in _terms.Related)
        {
            foreach (var own in chunk.Provisions)
            {
                if (own == provision)
                    related = Math.Max(related, weight);
                else if (own.Contains(provision) || provision.Contains(own))
                    related = Math.Max(related, 0.75 * weight);
            }
        }

        prior += RelatedProvision * related;
        if (_query.Roles.Any(chunk.Roles.Contains))
            prior += chunk.Roles.Count <= 2 ? 0.2 : 0.1;
        if (_query.Risks.Any(chunk.Risks.Contains))
            prior += 0.1;
        if (_query.Likely.Any(likely => chunk.Provisions.Any(p => p.Root == likely.Root)))
            prior += LikelyProvision;
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
