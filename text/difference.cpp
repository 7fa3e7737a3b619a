// SPDX-License-Identifier: Apache-2.0
// Owns the comparison of two sequences, area by area.
#include "text/difference.h"

#include <algorithm>
#include <optional>

namespace tongwen::text {
namespace {

using Elements = std::span<const std::uint32_t>;

// Differences after which a search settles for what it has, and goes on from there.
constexpr int patience = 96;
// How often an area is cut at the elements that it has once: each time linear in the area.
constexpr int deepest = 24;

/// What is compared: [before, before_end) with [after, after_end).
struct Area {
    std::size_t before, before_end, after, after_end;
    int depth = 0;
    [[nodiscard]] bool empty() const { return before == before_end || after == after_end; }
};

/// The longest chain of matches, which come in the order of `before`, that increases in `after`.
std::vector<Match> longest_chain(const std::vector<Match>& matches) {
    std::vector<std::size_t> tops;  // by length of a chain: the match that ends it lowest
    std::vector<std::size_t> previous(matches.size());
    for (std::size_t k = 0; k < matches.size(); ++k) {
        const auto place = std::ranges::lower_bound(tops, matches[k].after, {},
                                                    [&](std::size_t top) { return matches[top].after; });
        previous[k] = place == tops.begin() ? k : *(place - 1);
        if (place == tops.end()) {
            tops.push_back(k);
        } else {
            *place = k;
        }
    }
    std::vector<Match> chain(tops.size());
    std::size_t at = tops.empty() ? 0 : tops.back();
    for (std::size_t k = chain.size(); k-- > 0; at = previous[at]) chain[k] = matches[at];
    return chain;
}

/// One round of the greedy search: from a corner, over at most `patience` differences.
class GreedySearch {
  public:
    GreedySearch(Elements before, Elements after)
        : before_(before), after_(after), reach_(2 * patience + 3, -1) {}

    /// The matches of a path, in order, that gets to the end, or as far as there is patience; and where it
    /// ends.
    struct Path {
        std::vector<Match> matches;
        Match end;
    };
    Path run() {
        for (int d = 0; d <= patience; ++d) {
            for (int k = -d; k <= d; k += 2) {
                if (extend(d, k)) return trace_back(d, k);
            }
            rounds_.push_back(reach_);
        }
        return trace_back(patience, furthest());
    }

  private:
    [[nodiscard]] static std::size_t index(int k) { return static_cast<std::size_t>(k + patience + 1); }
    [[nodiscard]] std::int64_t size_before() const { return static_cast<std::int64_t>(before_.size()); }
    [[nodiscard]] std::int64_t size_after() const { return static_cast<std::int64_t>(after_.size()); }

    /// The diagonal, k + 1 or k - 1, from which a path with one difference more gets further on diagonal k
    /// (elements of `before` minus those of `after`); nothing where both would leave the area.
    [[nodiscard]] std::optional<int> origin(const std::vector<std::int64_t>& reach, int k) const {
        const std::int64_t above = reach[index(k + 1)];
        const std::int64_t left = reach[index(k - 1)];
        const bool may_go_down = above >= 0 && above - (k + 1) < size_after();
        const bool may_go_right = left >= 0 && left < size_before();
        if (may_go_down && (!may_go_right || above > left)) return k + 1;
        return may_go_right ? std::optional(k - 1) : std::nullopt;
    }

    /// Whether that is the end.
    bool extend(int d, int k) {
        std::int64_t x = 0;
        if (d > 0) {
            const std::optional<int> from = origin(reach_, k);
            x = !from ? -1 : reach_[index(*from)] + (*from < k ? 1 : 0);
        }
        std::int64_t y = x - k;
        while (x >= 0 && x < size_before() && y < size_after() &&
               before_[static_cast<std::size_t>(x)] == after_[static_cast<std::size_t>(y)]) {
            ++x;
            ++y;
        }
        reach_[index(k)] = x;
        return x == size_before() && y == size_after();
    }

    /// The diagonal on which the last round came furthest.
    [[nodiscard]] int furthest() const {
        int best = 0;
        std::int64_t most = -1;
        for (int k = -patience; k <= patience; k += 2) {
            const std::int64_t x = reach_[index(k)];
            if (x < 0 || 2 * x - k <= most) continue;
            most = 2 * x - k;
            best = k;
        }
        return best;
    }

    Path trace_back(int d, int k) {
        std::int64_t x = reach_[index(k)];
        std::int64_t y = x - k;
        Path path{{}, {static_cast<std::uint32_t>(x), static_cast<std::uint32_t>(y)}};
        for (; d >= 0; --d) {
            std::int64_t from_x = 0;
            std::int64_t from_y = 0;
            if (d > 0) {
                const std::vector<std::int64_t>& reach = rounds_[static_cast<std::size_t>(d) - 1];
                const int from = *origin(reach, k);
                from_x = reach[index(from)];
                from_y = from_x - from;
                k = from;
            }
            while (x > from_x && y > from_y)
                path.matches.push_back({static_cast<std::uint32_t>(--x), static_cast<std::uint32_t>(--y)});
            x = from_x;
            y = from_y;
        }
        std::ranges::reverse(path.matches);
        return path;
    }

    Elements before_;
    Elements after_;
    std::vector<std::int64_t> reach_;  ///< by diagonal: elements of `before` that are done, or -1
    std::vector<std::vector<std::int64_t>> rounds_;  ///< `reach_` after each number of differences
};

class Comparison {
  public:
    Comparison(Elements before, Elements after) : before_(before), after_(after) {
        std::uint32_t highest = 0;
        for (const std::uint32_t element : before) highest = std::max(highest, element);
        for (const std::uint32_t element : after) highest = std::max(highest, element);
        counts_.resize(std::size_t{highest} + 1);
    }

    std::vector<Match> run() {
        std::vector<Area> todo = {{0, before_.size(), 0, after_.size()}};
        while (!todo.empty()) {
            Area area = todo.back();
            todo.pop_back();
            trim(area);
            if (area.empty()) continue;
            const std::vector<Match> once =
                area.depth < deepest ? longest_chain(matches_of_single(area)) : std::vector<Match>();
            if (once.empty()) {
                search(area);
            } else {
                cut(area, once, todo);
            }
        }
        std::ranges::sort(found_, {}, &Match::before);
        return std::move(found_);
    }

  private:
    void match(std::size_t before, std::size_t after) {
        found_.push_back({static_cast<std::uint32_t>(before), static_cast<std::uint32_t>(after)});
    }

    /// Takes off what is common at both ends.
    void trim(Area& area) {
        while (!area.empty() && before_[area.before] == after_[area.after])
            match(area.before++, area.after++);
        while (!area.empty() && before_[area.before_end - 1] == after_[area.after_end - 1])
            match(--area.before_end, --area.after_end);
    }

    /// The elements that each sequence of an area has once.
    std::vector<Match> matches_of_single(const Area& area) {
        for (std::size_t k = area.before; k < area.before_end; ++k) ++counts_[before_[k]].before;
        for (std::size_t k = area.after; k < area.after_end; ++k) {
            ++counts_[after_[k]].after;
            counts_[after_[k]].place = static_cast<std::uint32_t>(k);
        }
        std::vector<Match> matches;
        for (std::size_t k = area.before; k < area.before_end; ++k) {
            const Count& count = counts_[before_[k]];
            if (count.before == 1 && count.after == 1)
                matches.push_back({static_cast<std::uint32_t>(k), count.place});
        }
        for (std::size_t k = area.before; k < area.before_end; ++k) counts_[before_[k]] = {};
        for (std::size_t k = area.after; k < area.after_end; ++k) counts_[after_[k]] = {};
        return matches;
    }

    void cut(const Area& area, const std::vector<Match>& at, std::vector<Area>& todo) {
        Area part = area;
        ++part.depth;
        for (const Match& one : at) {
            match(one.before, one.after);
            part.before_end = one.before;
            part.after_end = one.after;
            todo.push_back(part);
            part.before = std::size_t{one.before} + 1;
            part.after = std::size_t{one.after} + 1;
        }
        part.before_end = area.before_end;
        part.after_end = area.after_end;
        todo.push_back(part);
    }

    void search(Area area) {
        while (!area.empty()) {
            const GreedySearch::Path path =
                GreedySearch(before_.subspan(area.before, area.before_end - area.before),
                             after_.subspan(area.after, area.after_end - area.after))
                    .run();
            for (const Match& one : path.matches) match(area.before + one.before, area.after + one.after);
            area.before += path.end.before;
            area.after += path.end.after;
        }
    }

    struct Count {
        std::uint32_t before = 0;
        std::uint32_t after = 0;
        std::uint32_t place = 0;  ///< in `after`, the last
    };

    Elements before_;
    Elements after_;
    std::vector<Count> counts_;  // by element; all zero between areas
    std::vector<Match> found_;
};

}  // namespace

std::vector<Match> compare(Elements before, Elements after) { return Comparison(before, after).run(); }

}  // namespace tongwen::text
