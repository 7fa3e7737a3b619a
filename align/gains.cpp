// SPDX-License-Identifier: Apache-2.0
// Owns the computation of gains: links of single cells first, then windows of cells.
#include "align/gains.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace tongwen::align {
namespace {

/// What one segment of a side says about one token of a segment of the other.
struct Link {
    std::uint32_t token;  ///< index within its segment
    float value;          ///< sum of weight · information · probability
    float strength;       ///< sum of weight · strength
};

/// For every node (i, j): the links of one side's segment into the other's tokens.
struct Links {
    std::vector<std::uint32_t> first;
    std::vector<Link> links;
    [[nodiscard]] std::span<const Link> of(std::size_t node) const {
        return std::span(links).subspan(first[node], first[node + 1] - first[node]);
    }
};

/// The values that a segment gives to the tokens of the other side, as a dense array that is cleared by what was touched.
class Spread {
  public:
    explicit Spread(std::size_t words) : values_(words), strengths_(words) {}

    template <class LinksOf>
    void set(const TokenTable& table, std::size_t segment, LinksOf links_of) {
        for (const std::uint32_t id : touched_) values_[id] = strengths_[id] = 0;
        touched_.clear();
        for (const Token& token : table.of(segment)) {
            const float weight = token.weight * table.information[token.id];
            for (const Association& link : links_of(token.id)) {
                if (strengths_[link.other] == 0) touched_.push_back(link.other);
                values_[link.other] += weight * link.probability;
                strengths_[link.other] += token.weight * link.strength;
            }
        }
    }

    /// Appends the links into a segment of the other side.
    void collect(std::span<const Token> tokens, std::vector<Link>& out) const {
        for (std::size_t k = 0; k < tokens.size(); ++k) {
            const std::uint32_t id = tokens[k].id;
            if (strengths_[id] > 0) out.push_back({static_cast<std::uint32_t>(k), values_[id], strengths_[id]});
        }
    }

  private:
    std::vector<float> values_;
    std::vector<float> strengths_;
    std::vector<std::uint32_t> touched_;
};

/// Adds up the links of a growing window into one segment and says what they are worth.
class WindowSum {
  public:
    WindowSum(const TokenTable& table, std::size_t segment) : table_(table), tokens_(table.of(segment)) {
        value_.assign(tokens_.size(), 0);
        strength_.assign(tokens_.size(), 0);
    }

    void add(std::span<const Link> links) {
        for (const Link& link : links) {
            if (strength_[link.token] == 0) touched_.push_back(link.token);
            value_[link.token] += link.value;
            strength_[link.token] += link.strength;
        }
    }

    /// `window_mass` is the mass of the window's segments.
    [[nodiscard]] WindowGain worth(float window_mass) const {
        WindowGain sum;
        const float scale = 2 / (1.5F + window_mass);
        for (const std::uint32_t k : touched_) {
            const Token& token = tokens_[k];
            sum.gain += token.weight * std::log1p(scale * value_[k] / table_.unigram[token.id]);
            const float share = std::min(1.0F, strength_[k]);
            sum.covered += token.weight * table_.information[token.id] * share;
            if (table_.vocabulary.kind(token.id) != TokenKind::word) sum.hard += token.weight * share;
        }
        return sum;
    }

  private:
    const TokenTable& table_;
    std::span<const Token> tokens_;
    std::vector<float> value_;
    std::vector<float> strength_;
    std::vector<std::uint32_t> touched_;
};

/// Links of source segments into target tokens.
Links links_into_target(const TokenTable& source, const TokenTable& target, const Associations& associations,
                        const Corridor& corridor) {
    Links result;
    result.first.assign(corridor.nodes() + 1, 0);
    Spread spread(target.vocabulary.size());
    for (std::size_t i = 0; i <= source.segments(); ++i) {
        if (i < source.segments()) spread.set(source, i, [&](std::uint32_t id) { return associations.of_source(id); });
        for (std::size_t j = corridor.lo(i); j < corridor.hi(i); ++j) {
            if (i < source.segments() && j < target.segments()) spread.collect(target.of(j), result.links);
            result.first[corridor.node(i, j) + 1] = static_cast<std::uint32_t>(result.links.size());
        }
    }
    return result;
}

/// Links of target segments into source tokens; computed a column at a time, stored by node.
Links links_into_source(const TokenTable& source, const TokenTable& target, const Associations& associations,
                        const Corridor& corridor) {
    struct Placed {
        std::size_t node;
        Link link;
    };
    std::vector<Placed> placed;
    std::vector<Link> links;
    Spread spread(source.vocabulary.size());
    std::size_t top = 0;
    for (std::size_t j = 0; j < target.segments(); ++j) {
        spread.set(target, j, [&](std::uint32_t id) { return associations.of_target(id); });
        while (top < source.segments() && corridor.hi(top) <= j) ++top;
        for (std::size_t i = top; i < source.segments() && corridor.lo(i) <= j; ++i) {
            links.clear();
            spread.collect(source.of(i), links);
            for (const Link& link : links) placed.push_back({corridor.node(i, j), link});
        }
    }
    Links result;
    result.first.assign(corridor.nodes() + 1, 0);
    for (const Placed& one : placed) ++result.first[one.node + 1];
    for (std::size_t node = 0; node < corridor.nodes(); ++node) result.first[node + 1] += result.first[node];
    result.links.resize(placed.size());
    std::vector<std::uint32_t> next(result.first.begin(), result.first.end() - 1);
    for (const Placed& one : placed) result.links[next[one.node]++] = one.link;
    return result;
}

}  // namespace

Gains::Gains(const TokenTable& source, const TokenTable& target, const Associations& associations, const Corridor& corridor)
    : corridor_(corridor), target_windows_(corridor.nodes()), source_windows_(corridor.nodes()) {
    const Links into_target = links_into_target(source, target, associations, corridor);
    const Links into_source = links_into_source(source, target, associations, corridor);
    for (std::size_t i = 0; i < source.segments(); ++i) {
        for (std::size_t j = corridor.lo(i); j < std::min<std::size_t>(corridor.hi(i), target.segments()); ++j) {
            const std::size_t node = corridor.node(i, j);
            WindowSum target_sum(target, j);
            float mass = 0;
            for (std::size_t m = 0; m < longest_window && i + m < source.segments(); ++m) {
                if (corridor.contains(i + m, j)) target_sum.add(into_target.of(corridor.node(i + m, j)));
                mass += source.mass[i + m];
                target_windows_[node][m] = target_sum.worth(mass);
            }
            WindowSum source_sum(source, i);
            mass = 0;
            for (std::size_t n = 0; n < longest_window && j + n < target.segments(); ++n) {
                if (corridor.contains(i, j + n)) source_sum.add(into_source.of(corridor.node(i, j + n)));
                mass += target.mass[j + n];
                source_windows_[node][n] = source_sum.worth(mass);
            }
        }
    }
}

WindowGain Gains::of_target(std::size_t j, std::size_t i, std::size_t size) const {
    if (size == 0 || !corridor_.contains(i, j)) return {};
    return target_windows_[corridor_.node(i, j)][size - 1];
}

WindowGain Gains::of_source(std::size_t i, std::size_t j, std::size_t size) const {
    if (size == 0 || !corridor_.contains(i, j)) return {};
    return source_windows_[corridor_.node(i, j)][size - 1];
}

}  // namespace tongwen::align
