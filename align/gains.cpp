// SPDX-License-Identifier: Apache-2.0
// Owns the computation of gains: links of single cells first, then windows of cells.
#include "align/gains.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "align/fast_logarithm.h"

namespace tongwen::align {
namespace {

/// A token of a bag, with the weights of all its occurrences added up, and what is known of it.
struct BagToken {
    std::uint32_t
        parent;  ///< index, within the bag, of the piece that it is a part of; its own index for a piece
    float weight;
    Vicinity::Word word;
};

/// The distinct tokens of every segment, by number, each once a piece that it is a part of. Gains are sums
/// over tokens, so that repetitions need not be looked at one by one: a segment of a whole book costs no more
/// than what it shares with others.
class Bags {
  public:
    explicit Bags(const Vicinity::Side& side) : side_(side) {
        for (std::size_t i = side.begin(); i < side.end(); ++i) add(i);
    }
    [[nodiscard]] std::span<const BagToken> of(std::size_t segment) const { return part(tokens_, segment); }
    /// Of the same tokens in the vicinity.
    [[nodiscard]] std::span<const std::uint32_t> numbers(std::size_t segment) const {
        return part(numbers_, segment);
    }

  private:
    template <class Item>
    [[nodiscard]] std::span<const Item> part(const std::vector<Item>& all, std::size_t segment) const {
        const std::size_t k = segment - side_.begin();
        return std::span(all).subspan(first_[k], first_[k + 1] - first_[k]);
    }

    /// A token's number and behind it its piece's.
    using Key = std::uint64_t;
    static Key key_of(std::uint64_t number, std::uint32_t piece) { return number << 32 | piece; }

    void add(std::size_t segment) {
        const std::span<const Token> table = side_.table().of(segment);
        const auto tokens = side_.tokens(side_.table().first[segment], side_.table().first[segment + 1]);
        entries_.clear();
        for (std::size_t k = 0; k < tokens.size(); ++k)
            entries_.emplace_back(key_of(tokens[k].number, tokens[table[k].parent].number), tokens[k].weight);
        std::sort(entries_.begin(), entries_.end());
        keys_.clear();
        for (const auto& [key, weight] : entries_) {
            if (keys_.empty() || keys_.back() != key) {
                keys_.push_back(key);
                const auto number = static_cast<std::uint32_t>(key >> 32);
                numbers_.push_back(number);
                tokens_.push_back({0, 0, side_.word(number)});
            }
            tokens_.back().weight += weight;
        }
        const std::size_t begin = first_.back();
        for (std::size_t k = 0; k < keys_.size(); ++k) {
            const auto piece = static_cast<std::uint32_t>(keys_[k]);
            const auto place = std::lower_bound(keys_.begin(), keys_.end(), key_of(piece, piece));
            tokens_[begin + k].parent = static_cast<std::uint32_t>(place - keys_.begin());
        }
        first_.push_back(tokens_.size());
    }

    const Vicinity::Side& side_;
    std::vector<BagToken> tokens_;
    std::vector<std::uint32_t> numbers_;
    std::vector<std::size_t> first_ = {0};
    std::vector<std::pair<Key, float>> entries_;  // of the segment at hand
    std::vector<Key> keys_;
};

/// One side of a vicinity with its bags.
struct Side {
    explicit Side(const Vicinity::Side& side) : segments(side), bags(side) {}
    const Vicinity::Side& segments;
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
    explicit Links(std::size_t nodes) : ranges(nodes) {}
    struct Range {
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
    };
    std::vector<Range> ranges;
    std::vector<Link> links;
    [[nodiscard]] std::span<const Link> of(std::size_t node) const {
        return std::span(links).subspan(ranges[node].begin, ranges[node].end - ranges[node].begin);
    }
    /// What `fill` appends to the links are those of a node.
    template <class Fill>
    void add(std::size_t node, Fill fill) {
        ranges[node].begin = static_cast<std::uint32_t>(links.size());
        fill(links);
        ranges[node].end = static_cast<std::uint32_t>(links.size());
    }
};

/// The values that a segment gives to the tokens of the other side, as a dense array that is cleared by what
/// was touched.
class Spread {
  public:
    explicit Spread(std::size_t words) : sums_(words) {}

    void set(const Side& side, std::size_t segment) {
        for (const std::uint32_t number : touched_) sums_[number] = {};
        touched_.clear();
        const auto numbers = side.bags.numbers(segment);
        for (std::size_t k = 0; k < numbers.size(); ++k) {
            const BagToken& token = side.bags.of(segment)[k];
            const float weight = token.weight * token.word.information;
            for (const Association& link : side.segments.links(numbers[k])) {
                Sum& sum = sums_[link.other];
                if (sum.strength == 0) touched_.push_back(link.other);
                sum.value += weight * link.probability;
                sum.strength += token.weight * link.strength;
            }
        }
    }

    /// Appends the links into a segment of the other side, the numbers in whose bag are given, in their
    /// order.
    void collect(std::span<const std::uint32_t> bag, std::vector<Link>& out) {
        if (touched_.size() * few >= bag.size()) {
            if (found_.size() < bag.size()) found_.resize(bag.size());
            // Without a branch, as nobody could foretell it.
            std::size_t count = 0;
            for (std::uint32_t k = 0; k < bag.size(); ++k) {
                const Sum& sum = sums_[bag[k]];
                found_[count] = {k, sum.value, sum.strength};
                count += sum.strength > 0 ? 1 : 0;
            }
            out.insert(out.end(), found_.begin(), found_.begin() + static_cast<std::ptrdiff_t>(count));
            return;
        }
        const auto begin = static_cast<std::ptrdiff_t>(out.size());
        for (const std::uint32_t number : touched_) {
            for (auto at = std::ranges::lower_bound(bag, number); at != bag.end() && *at == number; ++at)
                out.push_back({static_cast<std::uint32_t>(at - bag.begin()), sums_[number].value,
                               sums_[number].strength});
        }
        std::ranges::sort(out.begin() + begin, out.end(), {}, &Link::token);
    }

  private:
    struct Sum {
        float value = 0;
        float strength = 0;
    };
    static constexpr std::size_t few = 16;  // times as many tokens of a bag are looked at one by one

    std::vector<Sum> sums_;
    std::vector<std::uint32_t> touched_;
    std::vector<Link> found_;
};

/// Adds up the links of a growing window into one segment and says what they are worth.
class WindowSum {
  public:
    explicit WindowSum(const Side& side) : side_(side) {}

    void begin(std::size_t segment) {
        for (const std::uint32_t k : linked_) place_[k] = 0;
        linked_.clear();
        value_.clear();
        strength_.clear();
        unigram_.clear();
        bag_ = side_.bags.of(segment);
        place_.resize(std::max(place_.size(), bag_.size()), 0);
        best_.resize(place_.size());
    }

    void add(std::span<const Link> links) {
        for (const Link& link : links) {
            std::uint32_t& place = place_[link.token];
            if (place == 0) {
                linked_.push_back(link.token);
                value_.push_back(0);
                strength_.push_back(0);
                unigram_.push_back(bag_[link.token].word.unigram);
                place = static_cast<std::uint32_t>(linked_.size());
            }
            value_[place - 1] += link.value;
            strength_[place - 1] += link.strength;
        }
    }

    /// `window_mass` is the mass of the window's segments. A piece is worth the most that it or one of its
    /// parts is.
    [[nodiscard]] WindowGain worth(float window_mass) {
        const float scale = 2 / (1.5F + window_mass);
        gain_.resize(linked_.size());
        // Apart from the rest, for the compiler to take four at once.
        for (std::size_t n = 0; n < gain_.size(); ++n)
            gain_[n] = log_of_one_plus(scale * value_[n] / unigram_[n]);
        for (std::size_t n = 0; n < gain_.size(); ++n) {
            const BagToken& token = bag_[linked_[n]];
            WindowGain& best = best_[token.parent];
            const float share = std::min(1.0F, strength_[n]) * token.weight;
            best.gain = std::max(best.gain, token.weight * gain_[n]);
            best.covered = std::max(best.covered, share);
            if (token.word.kind == TokenKind::number) best.numbers += share;
            if (token.word.kind == TokenKind::name) best.names += share;
        }
        WindowGain sum;
        for (const std::uint32_t k : linked_) {
            const std::uint32_t parent = bag_[k].parent;
            WindowGain& best = best_[parent];
            sum.gain += best.gain;
            sum.covered += best.covered * bag_[parent].word.information;
            sum.numbers += best.numbers;
            sum.names += best.names;
            best = {};
        }
        return sum;
    }

  private:
    const Side& side_;
    std::span<const BagToken> bag_;
    std::vector<std::uint32_t> place_;   ///< by token of the bag: where it stands in the next lists, from 1
    std::vector<std::uint32_t> linked_;  ///< tokens
    std::vector<float> value_;
    std::vector<float> strength_;
    std::vector<float> unigram_;
    std::vector<float> gain_;
    std::vector<WindowGain> best_;  ///< by piece, while `worth` runs
};

/// Links of source segments into target tokens.
Links links_into_target(const Side& source, const Side& target, const Corridor& corridor) {
    Links result(corridor.nodes());
    const std::size_t targets = target.segments.end();
    Spread spread(target.segments.size());
    for (std::size_t i = source.segments.begin(); i < source.segments.end(); ++i) {
        spread.set(source, i);
        for (std::size_t j = corridor.lo(i); j < corridor.hi(i) && j < targets; ++j)
            result.add(corridor.node(i, j),
                       [&](std::vector<Link>& out) { spread.collect(target.bags.numbers(j), out); });
    }
    return result;
}

/// Links of target segments into source tokens.
Links links_into_source(const Side& source, const Side& target, const Corridor& corridor) {
    Links result(corridor.nodes());
    const std::size_t sources = source.segments.end();
    Spread spread(source.segments.size());
    std::size_t top = source.segments.begin();
    for (std::size_t j = target.segments.begin(); j < target.segments.end(); ++j) {
        spread.set(target, j);
        while (top < sources && corridor.hi(top) <= j) ++top;
        for (std::size_t i = top; i < sources && corridor.lo(i) <= j; ++i)
            result.add(corridor.node(i, j),
                       [&](std::vector<Link>& out) { spread.collect(source.bags.numbers(i), out); });
    }
    return result;
}

}  // namespace

/// A bead begins at a position and reaches to the next gate at most; its windows begin there or one position
/// before and end one position behind it at most.
Gains::Reach Gains::reach_of(const Corridor& paths, std::size_t most) {
    const auto reaches = [most](const std::vector<bool>& gates) {
        std::vector<std::uint8_t> reach(gates.size());
        std::size_t gate = gates.size() - 1;         // the next one behind the position
        std::size_t gate_behind = gates.size() - 1;  // the next one behind the next position
        for (std::size_t at = gates.size(); at-- > 0;) {
            const std::size_t longest = std::max(gate + 1, gate_behind) - at;
            reach[at] = static_cast<std::uint8_t>(std::clamp(longest, std::size_t{2}, most));
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

Gains::Gains(const Vicinity& vicinity, const Corridor& corridor, const Corridor& paths, std::size_t longest)
    : Gains(vicinity, corridor, longest, reach_of(paths, longest)) {}

Gains::Gains(const Vicinity& vicinity, const Corridor& corridor, std::size_t longest)
    : Gains(vicinity, corridor, longest,
            {std::vector<std::uint8_t>(corridor.sources() - corridor.first() + 1,
                                       static_cast<std::uint8_t>(longest)),
             std::vector<std::uint8_t>(corridor.targets() - corridor.first_target() + 1,
                                       static_cast<std::uint8_t>(longest))}) {}

Gains::Gains(const Vicinity& vicinity, const Corridor& corridor, std::size_t longest, const Reach& reach)
    : corridor_(corridor),
      longest_(longest),
      target_windows_(corridor.nodes() * longest),
      source_windows_(corridor.nodes() * longest) {
    const Side source(vicinity.source());
    const Side target(vicinity.target());
    const Links into_target = links_into_target(source, target, corridor);
    const Links into_source = links_into_source(source, target, corridor);
    WindowSum target_sum(target);
    WindowSum source_sum(source);
    const std::size_t sources = corridor.sources();
    const std::size_t targets = corridor.targets();
    for (std::size_t i = corridor.first(); i < sources; ++i) {
        const std::size_t rows = reach.of_row[i - corridor.first()];
        for (std::size_t j = corridor.lo(i); j < std::min<std::size_t>(corridor.hi(i), targets); ++j) {
            const std::size_t columns = reach.of_column[j - corridor.first_target()];
            const std::size_t window = corridor.node(i, j) * longest;
            target_sum.begin(j);
            float mass = 0;
            for (std::size_t m = 0; m < rows && i + m < sources; ++m) {
                if (corridor.contains(i + m, j)) target_sum.add(into_target.of(corridor.node(i + m, j)));
                mass += source.segments.table().mass[i + m];
                target_windows_[window + m] = target_sum.worth(mass);
            }
            source_sum.begin(i);
            mass = 0;
            for (std::size_t n = 0; n < columns && j + n < targets; ++n) {
                if (corridor.contains(i, j + n)) source_sum.add(into_source.of(corridor.node(i, j + n)));
                mass += target.segments.table().mass[j + n];
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
