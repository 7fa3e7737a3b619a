// SPDX-License-Identifier: Apache-2.0
// Owns the votes, the chain and the recursion by which anchors are found.
#include "align/anchors.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <tuple>

#include <tbb/parallel_for.h>

#include "align/position.h"

namespace tongwen::align {
namespace {

constexpr std::size_t rare = 60;         // a token in more segments than this votes for too many pairs
constexpr double furthest_witness = 15;  // segments between two anchors that vouch for each other
constexpr float weak = 0.5F;           // a lighter token, such as a name of one syllable, is too often chance
constexpr std::size_t candidates = 4;  // a source segment's best targets
constexpr std::size_t smallest_gap = 10;   // segments on a side that make a gap worth searching again
constexpr int deepest = 12;                // levels of recursion: each at least halves what is left, or stops
constexpr std::size_t voting_rows = 1024;  // source segments that vote in one go
constexpr float least_score = 0.25F;       // below this a pair shares little more than chance

struct Area {
    std::uint32_t source_begin, source_end, target_begin, target_end;
};

/// For every target token the segments that it is in, in order.
class Postings {
  public:
    explicit Postings(const TokenTable& target) {
        first_.reserve(target.vocabulary.size() + 1);
        first_.push_back(0);
        for (const std::uint32_t segments : target.frequency) first_.push_back(first_.back() + segments);
        places_.resize(first_.back());
        std::vector<std::size_t> next(first_.begin(), first_.end() - 1);
        for (std::uint32_t j = 0; j < target.segments(); ++j) {
            for (const Token& token : target.of(j)) {
                std::size_t& end = next[token.id];
                if (end == first_[token.id] || places_[end - 1] != j) places_[end++] = j;
            }
        }
    }
    /// Those in [begin, end).
    [[nodiscard]] std::span<const std::uint32_t> of(std::uint32_t id, std::uint32_t begin,
                                                    std::uint32_t end) const {
        const auto all = std::span(places_).subspan(first_[id], first_[id + 1] - first_[id]);
        const auto from = std::ranges::lower_bound(all, begin);
        return {from, std::lower_bound(from, all.end(), end)};
    }

  private:
    std::vector<std::size_t> first_;  // by token
    std::vector<std::uint32_t> places_;
};

/// What anchors are found by.
struct Hints {
    const TokenTable& source;
    const TokenTable& target;
    const Associations& associations;
    Postings postings;
};

/// The best targets in an area of source segments of it.
class Voting {
  public:
    Voting(const Hints& hints, const Area& area)
        : hints_(hints), area_(area), votes_(area.target_end - area.target_begin, 0.0F) {
        for (std::size_t segments = 1; segments <= rare; ++segments)
            rarity_[segments] =
                std::log((static_cast<float>(votes_.size()) + 1) / static_cast<float>(segments));
    }

    std::vector<Anchor> run(std::uint32_t begin, std::uint32_t end) {
        for (std::uint32_t i = begin; i < end; ++i) {
            for (const Token& token : hints_.source.of(i)) {
                if (hints_.source.frequency[token.id] <= rare && token.weight >= weak) vote(token);
            }
            count(i);
        }
        return std::move(best_);
    }

  private:
    void vote(const Token& token) {
        for (const Association& link : hints_.associations.of_source(token.id)) {
            const auto where = hints_.postings.of(link.other, area_.target_begin, area_.target_end);
            if (where.empty() || where.size() > rare) continue;
            const float strength = std::min(link.strength, 2 * link.probability);
            const float vote =
                token.weight * hints_.source.information[token.id] * strength * rarity_[where.size()];
            for (const std::uint32_t j : where) {
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
            const float score = votes / std::sqrt((hints_.source.mass[i] + 3) * (hints_.target.mass[j] + 3));
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

    const Hints& hints_;
    Area area_;
    std::array<float, rare + 1> rarity_{};  // by segments that a target token is in
    std::vector<float> votes_;
    std::vector<std::uint32_t> touched_;
    std::vector<Anchor> best_;
};

/// All parts, one behind the other.
std::vector<Anchor> join(const std::vector<std::vector<Anchor>>& parts) {
    std::vector<Anchor> all;
    for (const std::vector<Anchor>& part : parts) all.insert(all.end(), part.begin(), part.end());
    return all;
}

/// The best targets of every source segment of an area.
std::vector<Anchor> vote(const Hints& hints, const Area& area) {
    const std::size_t rows = area.source_end - area.source_begin;
    std::vector<std::vector<Anchor>> parts((rows + voting_rows - 1) / voting_rows);
    tbb::parallel_for(std::size_t{0}, parts.size(), [&](std::size_t k) {
        const auto begin = static_cast<std::uint32_t>(area.source_begin + k * voting_rows);
        const auto end =
            static_cast<std::uint32_t>(area.source_begin + std::min(rows, (k + 1) * voting_rows));
        parts[k] = Voting(hints, area).run(begin, end);
    });
    return join(parts);
}

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

/// The areas before, between and behind anchors.
std::vector<Area> gaps_of(const Area& area, const std::vector<Anchor>& chain) {
    std::vector<Area> gaps = {area};
    for (const Anchor& anchor : chain) {
        gaps.back().source_end = anchor.source;
        gaps.back().target_end = anchor.target;
        gaps.push_back({anchor.source + 1, area.source_end, anchor.target + 1, area.target_end});
    }
    return gaps;
}

std::vector<Anchor> search(const Hints& hints, const Area& area, int depth) {
    if (!is_wide(area) || depth == deepest) return {};
    std::vector<Anchor> pairs = vote(hints, area);
    support(pairs);
    const std::vector<Anchor> chain = keep_sound(heaviest_chain(std::move(pairs), area));
    if (chain.empty()) return {};
    const std::vector<Area> gaps = gaps_of(area, chain);
    std::vector<std::vector<Anchor>> found(gaps.size());  // in each gap, with the anchor behind it
    tbb::parallel_for(std::size_t{0}, gaps.size(), [&](std::size_t k) {
        found[k] = search(hints, gaps[k], depth + 1);
        if (k < chain.size()) found[k].push_back(chain[k]);
    });
    return join(found);
}

}  // namespace

std::vector<Anchor> find_anchors(const TokenTable& source, const TokenTable& target,
                                 const Associations& associations) {
    return find_anchors(source, target, associations, Gaps(source.segments(), target.segments()));
}

std::vector<Anchor> find_anchors(const TokenTable& source, const TokenTable& target,
                                 const Associations& associations, const Gaps& gaps) {
    const Hints hints{source, target, associations, Postings(target)};
    std::vector<std::vector<Anchor>> found;
    for (const auto& [from, to] : gaps.all()) found.push_back(search(hints, {from.i, to.i, from.j, to.j}, 0));
    return join(found);
}

}  // namespace tongwen::align
