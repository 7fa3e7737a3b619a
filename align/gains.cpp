// SPDX-License-Identifier: Apache-2.0
// Owns the computation of gains: links of single cells first, then windows of cells.
#include "align/gains.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "align/fast_logarithm.h"

namespace tongwen::align {
namespace {

/// A token of a bag, with the weights of all its occurrences added up.
struct BagToken {
    std::uint32_t id;
    std::uint32_t
        parent;  ///< index, within the bag, of the piece that it is a part of; its own index for a piece
    float weight;
};

/// The distinct tokens of every segment, by id, each once a piece that it is a part of. Gains are sums over
/// tokens, so that repetitions need not be looked at one by one: a segment of a whole book costs no more than
/// what it shares with others.
class Bags {
  public:
    Bags(const TokenTable& table, std::size_t begin, std::size_t end) : begin_(begin) {
        for (std::size_t i = begin; i < end; ++i) add(table.of(i));
    }
    [[nodiscard]] std::span<const BagToken> of(std::size_t segment) const {
        const std::size_t k = segment - begin_;
        return std::span(tokens_).subspan(first_[k], first_[k + 1] - first_[k]);
    }

  private:
    /// A token's id and its piece's.
    using Key = std::pair<std::uint32_t, std::uint32_t>;

    void add(std::span<const Token> tokens) {
        std::vector<std::pair<Key, float>> entries;
        entries.reserve(tokens.size());
        for (const Token& token : tokens)
            entries.push_back({{token.id, tokens[token.parent].id}, token.weight});
        std::sort(entries.begin(), entries.end());
        std::vector<Key> keys;
        for (const auto& [key, weight] : entries) {
            if (keys.empty() || keys.back() != key) {
                keys.push_back(key);
                tokens_.push_back({key.first, 0, 0});
            }
            tokens_.back().weight += weight;
        }
        const std::size_t begin = first_.back();
        for (std::size_t k = 0; k < keys.size(); ++k) {
            const auto piece =
                std::lower_bound(keys.begin(), keys.end(), Key{keys[k].second, keys[k].second});
            tokens_[begin + k].parent = static_cast<std::uint32_t>(piece - keys.begin());
        }
        first_.push_back(tokens_.size());
    }

    std::size_t begin_;
    std::vector<BagToken> tokens_;
    std::vector<std::size_t> first_ = {0};
};

/// The segments [begin, end) of one side.
struct Side {
    Side(const TokenTable& tokens, std::size_t from, std::size_t to)
        : table(tokens), begin(from), end(to), bags(tokens, from, to) {}
    const TokenTable& table;
    std::size_t begin;
    std::size_t end;
    Bags bags;
};

/// What one segment of a side says about one token of a segment of the other.
struct Link {
    std::uint32_t token;  ///< index within its segment's bag
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

/// The values that a segment gives to the tokens of the other side, as a dense array that is cleared by what
/// was touched.
class Spread {
  public:
    explicit Spread(std::size_t words) : values_(words), strengths_(words) {}

    template <class LinksOf>
    void set(const Side& side, std::size_t segment, LinksOf links_of) {
        for (const std::uint32_t id : touched_) values_[id] = strengths_[id] = 0;
        touched_.clear();
        for (const BagToken& token : side.bags.of(segment)) {
            const float weight = token.weight * side.table.information[token.id];
            for (const Association& link : links_of(token.id)) {
                if (strengths_[link.other] == 0) touched_.push_back(link.other);
                values_[link.other] += weight * link.probability;
                strengths_[link.other] += token.weight * link.strength;
            }
        }
    }

    /// Appends the links into a segment of the other side, whose bag is given.
    void collect(std::span<const BagToken> bag, std::vector<Link>& out) const {
        if (touched_.size() * 16 < bag.size()) {
            for (const std::uint32_t id : touched_) {
                const auto found = std::lower_bound(
                    bag.begin(), bag.end(), id,
                    [](const BagToken& token, std::uint32_t wanted) { return token.id < wanted; });
                for (auto at = found; at != bag.end() && at->id == id; ++at)
                    add(static_cast<std::size_t>(at - bag.begin()), id, out);
            }
        } else {
            for (std::size_t k = 0; k < bag.size(); ++k) {
                if (strengths_[bag[k].id] > 0) add(k, bag[k].id, out);
            }
        }
    }

  private:
    void add(std::size_t k, std::uint32_t id, std::vector<Link>& out) const {
        out.push_back({static_cast<std::uint32_t>(k), values_[id], strengths_[id]});
    }

    std::vector<float> values_;
    std::vector<float> strengths_;
    std::vector<std::uint32_t> touched_;
};

/// Adds up the links of a growing window into one segment and says what they are worth.
class WindowSum {
  public:
    explicit WindowSum(const Side& side) : side_(side) {}

    void begin(std::size_t segment) {
        for (const std::uint32_t k : touched_) value_[k] = strength_[k] = 0;
        touched_.clear();
        tokens_ = side_.bags.of(segment);
        value_.resize(std::max(value_.size(), tokens_.size()), 0);
        strength_.resize(value_.size(), 0);
        best_.resize(value_.size());
    }

    void add(std::span<const Link> links) {
        for (const Link& link : links) {
            if (strength_[link.token] == 0) touched_.push_back(link.token);
            value_[link.token] += link.value;
            strength_[link.token] += link.strength;
        }
    }

    /// `window_mass` is the mass of the window's segments. A piece is worth the most that it or one of its
    /// parts is.
    [[nodiscard]] WindowGain worth(float window_mass) {
        const TokenTable& table = side_.table;
        const float scale = 2 / (1.5F + window_mass);
        for (const std::uint32_t k : touched_) {
            const BagToken& token = tokens_[k];
            WindowGain& best = best_[token.parent];
            const float share = std::min(1.0F, strength_[k]) * token.weight;
            const float gain = token.weight * log_of_one_plus(scale * value_[k] / table.unigram[token.id]);
            best.gain = std::max(best.gain, gain);
            best.covered = std::max(best.covered, share);
            const TokenKind kind = table.vocabulary.kind(token.id);
            if (kind == TokenKind::number) best.numbers += share;
            if (kind == TokenKind::name) best.names += share;
        }
        WindowGain sum;
        for (const std::uint32_t k : touched_) {
            const std::uint32_t parent = tokens_[k].parent;
            WindowGain& best = best_[parent];
            sum.gain += best.gain;
            sum.covered += best.covered * table.information[tokens_[parent].id];
            sum.numbers += best.numbers;
            sum.names += best.names;
            best = {};
        }
        return sum;
    }

  private:
    const Side& side_;
    std::span<const BagToken> tokens_;
    std::vector<float> value_;
    std::vector<float> strength_;
    std::vector<WindowGain> best_;  ///< by piece, while `worth` runs
    std::vector<std::uint32_t> touched_;
};

/// Links of source segments into target tokens.
Links links_into_target(const Side& source, const Side& target, const Associations& associations,
                        const Corridor& corridor) {
    Links result;
    result.first.assign(corridor.nodes() + 1, 0);
    Spread spread(target.table.vocabulary.size());
    for (std::size_t i = corridor.first(); i <= corridor.sources(); ++i) {
        if (i < source.end)
            spread.set(source, i, [&](std::uint32_t id) { return associations.of_source(id); });
        for (std::size_t j = corridor.lo(i); j < corridor.hi(i); ++j) {
            if (i < source.end && j < target.end) spread.collect(target.bags.of(j), result.links);
            result.first[corridor.node(i, j) + 1] = static_cast<std::uint32_t>(result.links.size());
        }
    }
    return result;
}

/// Links of target segments into source tokens; computed a column at a time, stored by node.
Links links_into_source(const Side& source, const Side& target, const Associations& associations,
                        const Corridor& corridor) {
    struct Placed {
        std::size_t node;
        Link link;
    };
    std::vector<Placed> placed;
    std::vector<Link> links;
    Spread spread(source.table.vocabulary.size());
    std::size_t top = source.begin;
    for (std::size_t j = target.begin; j < target.end; ++j) {
        spread.set(target, j, [&](std::uint32_t id) { return associations.of_target(id); });
        while (top < source.end && corridor.hi(top) <= j) ++top;
        for (std::size_t i = top; i < source.end && corridor.lo(i) <= j; ++i) {
            links.clear();
            spread.collect(source.bags.of(i), links);
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

/// A bead begins at a position and reaches to the next gate at most; its windows begin there or one position
/// before and end one position behind it at most.
Gains::Reach Gains::reach_of(const Corridor& paths) {
    const auto reaches = [](const std::vector<bool>& gates) {
        std::vector<std::uint8_t> reach(gates.size());
        std::size_t gate = gates.size() - 1;         // the next one behind the position
        std::size_t gate_behind = gates.size() - 1;  // the next one behind the next position
        for (std::size_t at = gates.size(); at-- > 0;) {
            const std::size_t longest = std::max(gate + 1, gate_behind) - at;
            reach[at] = static_cast<std::uint8_t>(std::clamp(longest, std::size_t{2}, longest_window));
            gate_behind = gate;
            if (gates[at]) gate = at;
        }
        return reach;
    };
    std::vector<bool> rows(paths.sources() - paths.first() + 1, false);
    std::vector<bool> columns(paths.targets() - paths.first_target() + 1, false);
    for (std::size_t i = paths.first(); i <= paths.sources(); ++i) {
        if (!paths.is_gate(i)) continue;
        rows[i - paths.first()] = true;
        columns[paths.lo(i) - paths.first_target()] = true;
    }
    return {reaches(rows), reaches(columns)};
}

Gains::Gains(const TokenTable& source, const TokenTable& target, const Associations& associations,
             const Corridor& corridor, const Corridor& paths)
    : Gains(source, target, associations, corridor, longest_window, reach_of(paths)) {}

Gains::Gains(const TokenTable& source, const TokenTable& target, const Associations& associations,
             const Corridor& corridor, std::size_t longest)
    : Gains(source, target, associations, corridor, longest,
            {std::vector<std::uint8_t>(corridor.sources() - corridor.first() + 1,
                                       static_cast<std::uint8_t>(longest)),
             std::vector<std::uint8_t>(corridor.targets() - corridor.first_target() + 1,
                                       static_cast<std::uint8_t>(longest))}) {}

Gains::Gains(const TokenTable& source, const TokenTable& target, const Associations& associations,
             const Corridor& corridor, std::size_t longest, const Reach& reach)
    : corridor_(corridor),
      longest_(longest),
      target_windows_(corridor.nodes() * longest),
      source_windows_(corridor.nodes() * longest) {
    const Side sources(source, corridor.first(), corridor.sources());
    const Side targets(target, corridor.first_target(), corridor.targets());
    const Links into_target = links_into_target(sources, targets, associations, corridor);
    const Links into_source = links_into_source(sources, targets, associations, corridor);
    WindowSum target_sum(targets);
    WindowSum source_sum(sources);
    for (std::size_t i = sources.begin; i < sources.end; ++i) {
        const std::size_t rows = reach.of_row[i - sources.begin];
        for (std::size_t j = corridor.lo(i); j < std::min<std::size_t>(corridor.hi(i), targets.end); ++j) {
            const std::size_t columns = reach.of_column[j - targets.begin];
            const std::size_t window = corridor.node(i, j) * longest;
            target_sum.begin(j);
            float mass = 0;
            for (std::size_t m = 0; m < rows && i + m < sources.end; ++m) {
                if (corridor.contains(i + m, j)) target_sum.add(into_target.of(corridor.node(i + m, j)));
                mass += source.mass[i + m];
                target_windows_[window + m] = target_sum.worth(mass);
            }
            source_sum.begin(i);
            mass = 0;
            for (std::size_t n = 0; n < columns && j + n < targets.end; ++n) {
                if (corridor.contains(i, j + n)) source_sum.add(into_source.of(corridor.node(i, j + n)));
                mass += target.mass[j + n];
                source_windows_[window + n] = source_sum.worth(mass);
            }
        }
    }
}

WindowGain Gains::of_target(std::size_t j, std::size_t i, std::size_t size) const {
    if (size == 0 || size > longest_ || !corridor_.contains(i, j)) return {};
    return target_windows_[corridor_.node(i, j) * longest_ + size - 1];
}

WindowGain Gains::of_source(std::size_t i, std::size_t j, std::size_t size) const {
    if (size == 0 || size > longest_ || !corridor_.contains(i, j)) return {};
    return source_windows_[corridor_.node(i, j) * longest_ + size - 1];
}

}  // namespace tongwen::align
