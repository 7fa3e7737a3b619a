// SPDX-License-Identifier: Apache-2.0
// Owns the votes, the chain and the recursion by which anchors are found.
#include "align/anchors.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "align/position.h"

namespace tongwen::align {
namespace {

constexpr std::size_t rare = 60;         // a token in more segments than this votes for too many pairs
constexpr double furthest_witness = 15;  // segments between two anchors that vouch for each other
constexpr float weak = 0.5F;           // a lighter token, such as a name of one syllable, is too often chance
constexpr std::size_t candidates = 4;  // a source segment's best targets
constexpr std::size_t smallest_gap = 10;  // segments on a side that make a gap worth searching again
constexpr int deepest = 12;               // levels of recursion: each at least halves what is left, or stops
constexpr float least_score = 0.25F;      // below this a pair shares little more than chance

struct Area {
    std::uint32_t source_begin, source_end, target_begin, target_end;
};

/// For every target token the segments of an area that it is in. Costs what the area holds, not what the
/// document does.
class Postings {
  public:
    Postings(const TokenTable& target, const Area& area) {
        for (std::uint32_t j = area.target_begin; j < area.target_end; ++j) {
            for (const Token& token : target.of(j)) places_.push_back({token.id, j});
        }
        std::sort(places_.begin(), places_.end());
        places_.erase(std::unique(places_.begin(), places_.end()), places_.end());
    }
    [[nodiscard]] std::span<const std::pair<std::uint32_t, std::uint32_t>> of(std::uint32_t id) const {
        const auto begin = std::lower_bound(places_.begin(), places_.end(), std::pair{id, 0U});
        const auto end = std::lower_bound(begin, places_.end(), std::pair{id + 1, 0U});
        return {begin, end};
    }

  private:
    std::vector<std::pair<std::uint32_t, std::uint32_t>> places_;  ///< token, segment
};

/// The best targets of every source segment of an area.
class Voting {
  public:
    Voting(const TokenTable& source, const TokenTable& target, const Associations& associations,
           const Area& area)
        : source_(source),
          target_(target),
          associations_(associations),
          area_(area),
          postings_(target, area),
          votes_(area.target_end - area.target_begin, 0.0F) {}

    std::vector<Anchor> run() {
        for (std::uint32_t i = area_.source_begin; i < area_.source_end; ++i) {
            for (const Token& token : source_.of(i)) {
                if (source_.frequency[token.id] <= rare && token.weight >= weak) vote(token);
            }
            count(i);
        }
        return std::move(best_);
    }

  private:
    void vote(const Token& token) {
        const auto segments = static_cast<float>(area_.target_end - area_.target_begin);
        for (const Association& link : associations_.of_source(token.id)) {
            const auto where = postings_.of(link.other);
            if (where.empty() || where.size() > rare) continue;
            const float strength = std::min(link.strength, 2 * link.probability);
            const float rarity = std::log((segments + 1) / static_cast<float>(where.size()));
            const float vote = token.weight * source_.information[token.id] * strength * rarity;
            for (const auto& [id, j] : where) {
                float& votes = votes_[j - area_.target_begin];
                if (votes == 0) touched_.push_back(j);
                votes += vote;
            }
        }
    }

    void count(std::uint32_t i) {
        const std::size_t begin = best_.size();
        for (const std::uint32_t j : touched_) {
            float& votes = votes_[j - area_.target_begin];
            const float score = votes / std::sqrt((source_.mass[i] + 3) * (target_.mass[j] + 3));
            if (score > least_score / 2) best_.push_back({i, j, score});
            votes = 0;
        }
        touched_.clear();
        const auto stronger = [](const Anchor& a, const Anchor& b) {
            return std::tuple(-a.score, a.target) < std::tuple(-b.score, b.target);
        };
        std::sort(best_.begin() + static_cast<std::ptrdiff_t>(begin), best_.end(), stronger);
        best_.resize(std::min(best_.size(), begin + candidates));
    }

    const TokenTable& source_;
    const TokenTable& target_;
    const Associations& associations_;
    Area area_;
    Postings postings_;
    std::vector<float> votes_;
    std::vector<std::uint32_t> touched_;
    std::vector<Anchor> best_;
};

/// A candidate that has company along the diagonal is worth more: adds half of the best candidate just before
/// it and just after it.
void support(std::vector<Anchor>& pairs) {
    std::vector<float> extra(pairs.size(), 0);
    for (std::size_t a = 0; a < pairs.size(); ++a) {
        for (std::size_t b = a + 1; b < pairs.size() && pairs[b].source <= pairs[a].source + 3; ++b) {
            const auto rows = static_cast<int>(pairs[b].source - pairs[a].source);
            const auto columns = static_cast<int>(pairs[b].target) - static_cast<int>(pairs[a].target);
            if (rows < 1 || columns < 1 || std::abs(columns - rows) > 2) continue;
            extra[a] = std::max(extra[a], pairs[b].score);
            extra[b] = std::max(extra[b], pairs[a].score);
        }
    }
    for (std::size_t a = 0; a < pairs.size(); ++a) pairs[a].score += extra[a] / 2;
}

/// Prefix maxima over targets, with the pair that holds each (Fenwick, 1994).
class PrefixMaximum {
  public:
    explicit PrefixMaximum(std::size_t size) : tree_(size + 1, {0, -1}) {}
    [[nodiscard]] std::pair<float, int> below(std::size_t target) const {
        std::pair<float, int> best{0, -1};
        for (std::size_t k = target; k > 0; k &= k - 1) best = std::max(best, tree_[k]);
        return best;
    }
    void raise(std::size_t target, std::pair<float, int> value) {
        for (std::size_t k = target + 1; k < tree_.size(); k += k & (~k + 1))
            tree_[k] = std::max(tree_[k], value);
    }

  private:
    std::vector<std::pair<float, int>> tree_;
};

/// The heaviest chain that strictly increases on both sides.
std::vector<Anchor> heaviest_chain(std::vector<Anchor> pairs, const Area& area) {
    // Within a source segment the later targets come first, so that no chain takes two of them.
    std::sort(pairs.begin(), pairs.end(), [](const Anchor& a, const Anchor& b) {
        return std::tuple(a.source, b.target) < std::tuple(b.source, a.target);
    });
    PrefixMaximum maximum(area.target_end - area.target_begin);
    std::vector<int> before(pairs.size(), -1);
    std::pair<float, int> best{0, -1};
    for (std::size_t k = 0; k < pairs.size(); ++k) {
        const std::size_t column = pairs[k].target - area.target_begin;
        const auto [weight, last] = maximum.below(column);
        before[k] = last;
        const std::pair<float, int> mine{weight + pairs[k].score, static_cast<int>(k)};
        maximum.raise(column, mine);
        best = std::max(best, mine);
    }
    std::vector<Anchor> chain;
    for (int k = best.second; k >= 0; k = before[static_cast<std::size_t>(k)])
        chain.push_back(pairs[static_cast<std::size_t>(k)]);
    std::reverse(chain.begin(), chain.end());
    return chain;
}

/// Whether two anchors vouch for each other: close by, and the step between them as good as straight.
bool agree(const Anchor& a, const Anchor& b) {
    const double rows = static_cast<double>(b.source) - a.source;
    const double columns = static_cast<double>(b.target) - a.target;
    const double shorter = std::min(rows, columns);
    return shorter <= furthest_witness && std::abs(columns - rows) <= 2 + 0.3 * shorter;
}

/// Drops weak pairs, and pairs that agree with neither neighbour.
std::vector<Anchor> keep_sound(const std::vector<Anchor>& chain) {
    std::vector<Anchor> kept;
    for (std::size_t k = 0; k < chain.size(); ++k) {
        if (chain[k].score < least_score) continue;
        const bool before = k > 0 && agree(chain[k - 1], chain[k]);
        const bool after = k + 1 < chain.size() && agree(chain[k], chain[k + 1]);
        if (before || after) kept.push_back(chain[k]);
    }
    return kept;
}

bool is_wide(const Area& area) {
    return area.source_end >= area.source_begin + smallest_gap &&
           area.target_end >= area.target_begin + smallest_gap;
}

void search(const TokenTable& source, const TokenTable& target, const Associations& associations,
            const Area& area, int depth, std::vector<Anchor>& found) {
    if (!is_wide(area) || depth == deepest) return;
    std::vector<Anchor> pairs = Voting(source, target, associations, area).run();
    support(pairs);
    const std::vector<Anchor> chain = keep_sound(heaviest_chain(std::move(pairs), area));
    Area gap = area;
    for (const Anchor& anchor : chain) {
        gap.source_end = anchor.source;
        gap.target_end = anchor.target;
        search(source, target, associations, gap, depth + 1, found);
        found.push_back(anchor);
        gap.source_begin = anchor.source + 1;
        gap.target_begin = anchor.target + 1;
    }
    if (chain.empty()) return;
    gap.source_end = area.source_end;
    gap.target_end = area.target_end;
    search(source, target, associations, gap, depth + 1, found);
}

}  // namespace

std::vector<Anchor> find_anchors(const TokenTable& source, const TokenTable& target,
                                 const Associations& associations) {
    return find_anchors(source, target, associations, Gaps(source.segments(), target.segments()));
}

std::vector<Anchor> find_anchors(const TokenTable& source, const TokenTable& target,
                                 const Associations& associations, const Gaps& gaps) {
    std::vector<Anchor> found;
    for (const auto& [from, to] : gaps.all())
        search(source, target, associations, {from.i, to.i, from.j, to.j}, 0, found);
    return found;
}

}  // namespace tongwen::align
