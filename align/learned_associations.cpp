// SPDX-License-Identifier: Apache-2.0
// Owns the two translation models that teach each other.
#include "align/learned_associations.h"

#include <algorithm>
#include <cmath>

namespace tongwen::align {
namespace {

constexpr double trusted = 0.5;
constexpr std::size_t largest = 6;     // m·n of a bead that is learned from
constexpr std::size_t longest = 200;   // tokens on a side of one
constexpr std::uint32_t frequent = 2;  // beads that a token, and a pair of tokens, must be in
constexpr int rounds = 4;
constexpr float known_share = 0.3F;  // of a strength that is known, in the model's start
constexpr float chance = 0.8F;       // of a pair's count
constexpr float least_strength = 0.12F;
constexpr float least_chance = 0.1F;  // a strength that no count can raise to the least: not worth a round

std::vector<std::uint32_t> tokens_of(const TokenTable& table, std::size_t begin, std::size_t end) {
    std::vector<std::uint32_t> ids;
    for (std::size_t k = table.first[begin]; k < table.first[end]; ++k) ids.push_back(table.tokens[k].id);
    return ids;
}

/// By token: in how many beads it is.
std::vector<std::uint32_t> count_beads(const BeadTokens& side) {
    std::vector<std::uint32_t> counts;
    for (std::size_t bead = 0; bead < side.beads(); ++bead) {
        for (const std::uint32_t id : side.of(bead)) {
            if (id >= counts.size()) counts.resize(id + 1, 0);
            ++counts[id];
        }
    }
    return counts;
}

/// A token of a bead.
struct Occurrence {
    std::uint32_t bead;
    std::uint32_t place;  ///< among the tokens of all beads
};

/// By token: its occurrences, in order.
class Occurrences {
  public:
    Occurrences(const BeadTokens& side, const std::vector<std::uint32_t>& counts)
        : first_(counts.size() + 1, 0), all_(side.size()) {
        for (std::size_t id = 0; id < counts.size(); ++id) first_[id + 1] = first_[id] + counts[id];
        std::vector<std::size_t> next(first_.begin(), first_.end() - 1);
        std::uint32_t place = 0;
        for (std::uint32_t bead = 0; bead < side.beads(); ++bead) {
            for (const std::uint32_t id : side.of(bead)) all_[next[id]++] = {bead, place++};
        }
    }
    [[nodiscard]] std::span<const Occurrence> of(std::uint32_t id) const {
        return std::span(all_).subspan(first_[id], first_[id + 1] - first_[id]);
    }

  private:
    std::vector<std::size_t> first_;
    std::vector<Occurrence> all_;
};

/// Two tokens that may stand for each other.
struct Pair {
    std::uint32_t source;
    std::uint32_t target;
    float count;         ///< of the last round; before the first its start
    float forward = 0;   ///< p(target | source)
    float backward = 0;  ///< p(source | target)
};

/// The pairs that are worth learning, by source, and the two models of them.
class JointModel {
  public:
    JointModel(const ParallelTokens& text, const Associations& known)
        : text_(text),
          source_counts_(count_beads(text.source)),
          target_counts_(count_beads(text.target)),
          occurrences_(text.source, source_counts_),
          target_mark_(target_counts_.size(), 0) {
        std::vector<float> strengths(target_counts_.size(), 0);
        for (std::uint32_t id = 0; id < source_counts_.size(); ++id) {
            first_.push_back(pairs_.size());
            if (source_counts_[id] >= frequent) find_pairs(id, known, strengths);
        }
        first_.push_back(pairs_.size());
    }

    /// Makes probabilities of the counts, and counts anew: in each bead by how much either side's model, and
    /// so both, would link the tokens.
    void train() {
        normalise();
        std::vector<float> source_sums(text_.source.size(), 0);
        std::vector<float> target_sums(text_.target.size(), 0);
        for_each_meeting([&](std::size_t source, std::size_t target, const Pair& pair) {
            source_sums[source] += pair.backward;
            target_sums[target] += pair.forward;
        });
        for (Pair& pair : pairs_) pair.count = 0;
        for_each_meeting([&](std::size_t source, std::size_t target, Pair& pair) {
            const float sums = source_sums[source] * target_sums[target];
            if (sums > 0) pair.count += pair.forward * pair.backward / sums;
        });
    }

    [[nodiscard]] std::vector<Associations::Entry> entries() const {
        std::vector<Associations::Entry> entries;
        for (const Pair& pair : pairs_) {
            const float strength = (pair.count - chance) / commonness(pair.source, pair.target);
            if (strength >= least_strength)
                entries.push_back({pair.source, pair.target, std::min(strength, 1.0F)});
        }
        return entries;
    }

  private:
    /// The geometric mean of both tokens' counts.
    [[nodiscard]] float commonness(std::uint32_t source, std::uint32_t target) const {
        return std::sqrt(static_cast<float>(source_counts_[source]) *
                         static_cast<float>(target_counts_[target]));
    }

    /// Adds the pairs of a source token. `strengths` are 0, before and after.
    void find_pairs(std::uint32_t source, const Associations& known, std::vector<float>& strengths) {
        std::vector<std::uint32_t>& together = target_mark_;
        std::vector<std::uint32_t> met;
        for (const Occurrence& occurrence : occurrences_.of(source)) {
            for (const std::uint32_t target : text_.target.of(occurrence.bead)) {
                if (target_counts_[target] >= frequent && together[target]++ == 0) met.push_back(target);
            }
        }
        std::sort(met.begin(), met.end());
        const auto links = known.of_source(source);
        for (const Association& link : links)
            if (link.other < strengths.size()) strengths[link.other] = link.strength;
        for (const std::uint32_t target : met) {
            add_pair(source, target, together[target], strengths[target]);
            together[target] = 0;
        }
        for (const Association& link : links)
            if (link.other < strengths.size()) strengths[link.other] = 0;
    }

    void add_pair(std::uint32_t source, std::uint32_t target, std::uint32_t together, float strength) {
        const auto count = static_cast<float>(together);
        if (together < frequent || count - chance < least_chance * commonness(source, target)) return;
        const auto all = static_cast<float>(source_counts_[source] + target_counts_[target]);
        const float dice = 2 * count / all;
        pairs_.push_back({source, target, dice * dice + known_share * strength});
    }

    void normalise() {
        std::vector<float> source_sums(source_counts_.size(), 0);
        std::vector<float> target_sums(target_counts_.size(), 0);
        for (const Pair& pair : pairs_) {
            source_sums[pair.source] += pair.count;
            target_sums[pair.target] += pair.count;
        }
        for (Pair& pair : pairs_) {
            pair.forward = pair.count > 0 ? pair.count / source_sums[pair.source] : 0;
            pair.backward = pair.count > 0 ? pair.count / target_sums[pair.target] : 0;
        }
    }

    /// Calls `visit` with the places of both tokens wherever a pair meets. They are not kept: there may be
    /// very many.
    template <class Visit>
    void for_each_meeting(Visit visit) {
        std::vector<std::uint32_t>& pair_of = target_mark_;  // and one more, so that 0 is none
        for (std::uint32_t source = 0; source < source_counts_.size(); ++source) {
            const std::size_t begin = first_[source];
            const std::size_t end = first_[source + 1];
            if (begin == end) continue;
            for (std::size_t k = begin; k < end; ++k)
                pair_of[pairs_[k].target] = static_cast<std::uint32_t>(k + 1);
            for (const Occurrence& occurrence : occurrences_.of(source)) {
                std::size_t place = text_.target.first(occurrence.bead);
                for (const std::uint32_t target : text_.target.of(occurrence.bead)) {
                    if (pair_of[target] != 0) visit(occurrence.place, place, pairs_[pair_of[target] - 1]);
                    ++place;
                }
            }
            for (std::size_t k = begin; k < end; ++k) pair_of[pairs_[k].target] = 0;
        }
    }

    const ParallelTokens& text_;
    std::vector<std::uint32_t> source_counts_;  // by token: the beads that it is in
    std::vector<std::uint32_t> target_counts_;
    Occurrences occurrences_;
    std::vector<Pair> pairs_;
    std::vector<std::size_t> first_;          // by source token: its first pair
    std::vector<std::uint32_t> target_mark_;  // by target token: 0 between uses
};

}  // namespace

void BeadTokens::add(std::vector<std::uint32_t> ids) {
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    ids_.insert(ids_.end(), ids.begin(), ids.end());
    first_.push_back(ids_.size());
}

bool is_trusted(const Bead& bead) {
    return bead.linked() && bead.confidence >= trusted && bead.source.size() * bead.target.size() <= largest;
}

ParallelTokens trusted_tokens(const TokenTable& source, const TokenTable& target,
                              std::span<const Bead> beads) {
    ParallelTokens text;
    for (const Bead& bead : beads) {
        if (!is_trusted(bead)) continue;
        std::vector<std::uint32_t> mine = tokens_of(source, bead.source.begin.value, bead.source.end.value);
        std::vector<std::uint32_t> theirs = tokens_of(target, bead.target.begin.value, bead.target.end.value);
        if (mine.size() > longest || theirs.size() > longest) continue;
        text.source.add(std::move(mine));
        text.target.add(std::move(theirs));
    }
    return text;
}

std::vector<Associations::Entry> learn_associations(const ParallelTokens& text, const Associations& known) {
    JointModel model(text, known);
    for (int round = 0; round < rounds; ++round) model.train();
    return model.entries();
}

}  // namespace tongwen::align
