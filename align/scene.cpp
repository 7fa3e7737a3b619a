// SPDX-License-Identifier: Apache-2.0
// Owns the order in which a scene is made.
#include "align/scene.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <unordered_set>
#include <utility>

#include <tbb/parallel_invoke.h>

#include "align/translated_tokens.h"

namespace tongwen::align {

namespace {

/// The tokens of a side, with those of its translation, which are cut as those of the other side.
TokenTable tokens_of(const TokenSide& mine, const TokenSide& theirs, const corpus::Document* translation) {
    TokenTable tokens = make_tokens(mine, theirs);
    if (translation == nullptr) return tokens;
    return with_translation(std::move(tokens),
                            make_tokens({*translation, theirs.names, theirs.lexicon}, {mine.document, {}}));
}

// More links of a token cost time and say no more.
constexpr std::size_t links_of_token = 12;

/// The tokens' sides of two documents, source and target.
std::pair<TokenSide, TokenSide> sides_of(const corpus::Document& source, const corpus::Document& target,
                                         const LexiconSet& lexicons) {
    std::unordered_set<std::string> source_names;
    std::unordered_set<std::string> target_names;
    tbb::parallel_invoke([&] { source_names = names_of(source); }, [&] { target_names = names_of(target); });
    return {{source, std::move(source_names), lexicons.between(source.language, target.language)},
            {target, std::move(target_names), lexicons.between(target.language, source.language)}};
}

}  // namespace

Scene::Side::Side(const TokenSide& mine, const TokenSide& theirs, const corpus::Document* translation)
    : tokens(tokens_of(mine, theirs, translation)), sums(tokens), cues(find_cues(mine.document)) {}

Scene::Sides Scene::make_sides(const std::pair<TokenSide, TokenSide>& both, const Translations& translations,
                               const EmbeddingSides& embeddings) {
    Sides sides;
    tbb::parallel_invoke(
        [&] { sides.source = std::make_shared<Side>(both.first, both.second, translations.of_source); },
        [&] { sides.target = std::make_shared<Side>(both.second, both.first, translations.of_target); });
    if (embeddings.of_source != nullptr) sides.embeddings = std::make_shared<EmbeddingSimilarity>(embeddings);
    return sides;
}

Scene::Scene(const corpus::Document& source, const corpus::Document& target, const LexiconSet& lexicons,
             const Translations& translations, const EmbeddingSides& embeddings,
             const std::vector<Bead>& fixed)
    : Scene(make_sides(sides_of(source, target, lexicons), translations, embeddings),
            lexicons.between(source.language, target.language),
            lexicons.between(target.language, source.language), fixed) {}

Scene::Scene(Sides sides, const LexiconView& forward, const LexiconView& backward,
             const std::vector<Bead>& fixed)
    : Scene(sides, associate(sides.source->tokens, sides.target->tokens, forward, backward),
            forward.has_dictionary() || backward.has_dictionary(),
            Gaps(fixed, sides.source->tokens.segments(), sides.target->tokens.segments())) {}

Scene::Scene(const Scene& first, std::vector<Associations::Entry> learned)
    : Scene(first.sides_, first.associations_.with(std::move(learned)), first.with_dictionary_, first.gaps_) {
}

Scene::Scene(Sides sides, const Associations& associations, bool with_dictionary, Gaps gaps)
    : sides_(std::move(sides)),
      source_view_{sides_.source->tokens, sides_.source->sums, sides_.source->cues},
      target_view_{sides_.target->tokens, sides_.target->sums, sides_.target->cues},
      associations_(associations.strongest(links_of_token)),
      with_dictionary_(with_dictionary),
      gaps_(std::move(gaps)),
      anchors_(find_anchors(source_view_.tokens, target_view_.tokens, associations_, gaps_)),
      ratio_(length_ratio(source_view_.tokens, target_view_.tokens, anchors_)),
      narrowed_(narrow({source_view_, target_view_, associations_, gaps_, ratio_, with_dictionary_},
                       make_corridor(anchors_, gaps_))) {}

double Scene::literalness() const {
    // Shares of beads 1-1 in novels and in news and laws.
    constexpr double free = 0.6;
    constexpr double literal = 0.88;
    return std::clamp((narrowed_.single_share - free) / (literal - free), 0.0, 1.0);
}

double length_ratio(const TokenTable& source, const TokenTable& target, const std::vector<Anchor>& anchors) {
    const auto all = [](const TokenTable& side) {
        return std::accumulate(side.length.begin(), side.length.end(), 1.0);
    };
    // Little text between anchors says less than the whole documents do, whatever else they hold.
    constexpr double few = 2000;  // letters
    double source_sum = few;
    double target_sum = few * std::clamp(all(target) / all(source), 0.6, 1.6);
    for (std::size_t k = 1; k < anchors.size(); ++k) {
        const Anchor& from = anchors[k - 1];
        const Anchor& to = anchors[k];
        if (to.source - from.source > 10 || to.target - from.target > 10) continue;
        const auto sum = [](const TokenTable& side, std::uint32_t begin, std::uint32_t end) {
            return std::accumulate(side.length.begin() + begin, side.length.begin() + end, 0.0);
        };
        const double source_length = sum(source, from.source, to.source);
        const double target_length = sum(target, from.target, to.target);
        // Text that one side lacks would spoil the ratio.
        if (std::max(source_length, target_length) > 3 * std::min(source_length, target_length)) continue;
        source_sum += source_length;
        target_sum += target_length;
    }
    return target_sum / source_sum;
}

}  // namespace tongwen::align
