// SPDX-License-Identifier: Apache-2.0
// Owns the shape of the corridor.
#include "align/corridor.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <type_traits>

namespace tongwen::align {
namespace {

constexpr std::int64_t band = 7;  // segments: one more than the longest side of a bead
// A gap is searched whole while its smaller side is below about this; beyond, a band of this half-width
// follows its diagonal.
constexpr std::int64_t widest = 64;
// Fewer anchors a segment than this are not to be trusted: documents of at most `small_document` nodes are
// then searched whole.
constexpr double trusted_density = 0.15;
constexpr std::size_t small_document = 160'000;

struct Place {
    std::int64_t i;
    std::int64_t j;
};

void include(Bounds& bounds, std::int64_t i, std::int64_t from, std::int64_t to) {
    auto& low = bounds.lo[static_cast<std::size_t>(i)];
    auto& high = bounds.hi[static_cast<std::size_t>(i)];
    low = std::min(low, from);
    high = std::max(high, to);
}

/// Between two places of a gap; what is beyond the gap's own columns is left out.
void add_band(Bounds& bounds, Place from, Place to, const Gap& gap) {
    const auto include_in_gap = [&](std::int64_t i, std::int64_t first, std::int64_t last) {
        include(bounds, i, std::max<std::int64_t>(first, gap.from.j), std::min<std::int64_t>(last, gap.to.j));
    };
    const std::int64_t rows = to.i - from.i;
    const std::int64_t columns = to.j - from.j;
    const bool shifted = std::abs(columns - rows) > band / 2 + std::min(rows, columns) / 4;
    const bool long_way = std::min(rows, columns) > 2 * band;
    const bool small = rows * columns <= widest * (rows + columns);
    const bool whole = (shifted || long_way) && small;
    const std::int64_t margin = (shifted || long_way) && !small ? widest : band;
    for (std::int64_t i = from.i; i <= to.i; ++i) {
        if (whole) {
            include_in_gap(i, from.j - band, to.j + band);
        } else {
            const std::int64_t middle = rows == 0 ? from.j : from.j + (i - from.i) * columns / rows;
            include_in_gap(i, middle - margin, middle + margin);
            if (rows == 0) include_in_gap(i, from.j, to.j);
        }
    }
}

}  // namespace

void include_fixed(Bounds& bounds, const Gaps& gaps) {
    for (std::size_t k = 1; k < gaps.all().size(); ++k) {
        const Node from = gaps.all()[k - 1].to;
        const Node to = gaps.all()[k].from;
        include(bounds, from.i, from.j, to.j);
        for (std::int64_t i = from.i; i <= to.i; ++i) include(bounds, i, to.j, to.j);
    }
}

Corridor close_bounds(Bounds bounds, std::size_t targets) {
    const auto last = static_cast<std::int64_t>(targets);
    const std::size_t rows = bounds.lo.size();
    bounds.lo.front() = 0;
    bounds.hi.back() = last;
    for (std::size_t i = 1; i < rows; ++i) bounds.hi[i] = std::max(bounds.hi[i], bounds.hi[i - 1]);
    for (std::size_t i = rows - 1; i > 0; --i) {
        bounds.lo[i - 1] = std::min(bounds.lo[i - 1], bounds.lo[i]);
        bounds.lo[i] = std::min(bounds.lo[i], bounds.hi[i - 1]);
    }
    std::vector<std::uint32_t> lo(rows);
    std::vector<std::uint32_t> hi(rows);
    for (std::size_t i = 0; i < rows; ++i) {
        lo[i] = static_cast<std::uint32_t>(std::clamp<std::int64_t>(bounds.lo[i], 0, last));
        hi[i] = static_cast<std::uint32_t>(std::clamp<std::int64_t>(bounds.hi[i], 0, last)) + 1;
    }
    return {std::move(lo), std::move(hi)};
}

Corridor::Corridor(std::vector<std::uint32_t> lo, std::vector<std::uint32_t> hi, std::size_t first,
                   std::vector<bool> gates)
    : first_(first), lo_(std::move(lo)), hi_(std::move(hi)), gates_(std::move(gates)) {
    assert(!lo_.empty() && lo_.size() == hi_.size());
    offset_.reserve(lo_.size() + 1);
    offset_.push_back(0);
    for (std::size_t i = 0; i < lo_.size(); ++i) {
        assert(lo_[i] < hi_[i]);
        assert(i == 0 || (lo_[i - 1] <= lo_[i] && hi_[i - 1] <= hi_[i] && lo_[i] < hi_[i - 1]));
        offset_.push_back(offset_.back() + (hi_[i] - lo_[i]));
    }
    gate_after_.resize(gates_.size());
    auto gate = static_cast<std::uint32_t>(sources() + 1);
    for (std::size_t i = gates_.size(); i-- > 0;) {
        gate_after_[i] = gate;
        if (gates_[i]) gate = static_cast<std::uint32_t>(first_ + i);
    }
}

Corridor Corridor::rows(std::size_t begin, std::size_t end) const {
    const auto part = [&](const auto& all) {
        using Rows = std::remove_cvref_t<decltype(all)>;
        if (all.empty()) return Rows();
        return Rows(all.begin() + static_cast<std::ptrdiff_t>(begin - first_),
                    all.begin() + static_cast<std::ptrdiff_t>(end - first_) + 1);
    };
    return {part(lo_), part(hi_), begin, part(gates_)};
}

Corridor Corridor::between(Node from, Node to) const {
    Corridor part = rows(from.i, to.i);
    std::vector<std::uint32_t> lo = std::move(part.lo_);
    std::vector<std::uint32_t> hi = std::move(part.hi_);
    for (std::size_t k = 0; k < lo.size(); ++k) {
        lo[k] = std::clamp(lo[k], from.j, to.j);
        hi[k] = std::clamp(hi[k], from.j + 1, to.j + 1);
    }
    return {std::move(lo), std::move(hi), from.i, std::move(part.gates_)};
}

Corridor Corridor::full(std::size_t sources, std::size_t targets) {
    return {std::vector<std::uint32_t>(sources + 1, 0),
            std::vector<std::uint32_t>(sources + 1, static_cast<std::uint32_t>(targets) + 1)};
}

Corridor make_corridor(const std::vector<Anchor>& anchors, std::size_t sources, std::size_t targets) {
    return make_corridor(anchors, Gaps(sources, targets));
}

Corridor make_corridor(const std::vector<Anchor>& anchors, const Gaps& gaps) {
    const std::size_t sources = gaps.end().i;
    const std::size_t targets = gaps.end().j;
    const bool sparse = static_cast<double>(anchors.size()) <
                        trusted_density * static_cast<double>(std::min(sources, targets));
    if (gaps.whole() && sparse && sources * targets <= small_document)
        return Corridor::full(sources, targets);
    Bounds bounds{std::vector<std::int64_t>(sources + 1, gaps.end().j),
                  std::vector<std::int64_t>(sources + 1, 0)};
    auto anchor = anchors.begin();
    for (const Gap& gap : gaps.all()) {
        Place from{gap.from.i, gap.from.j};
        for (; anchor != anchors.end() && anchor->source < gap.to.i; ++anchor) {
            const Place to{anchor->source, anchor->target};
            add_band(bounds, from, to, gap);
            from = to;
        }
        add_band(bounds, from, {gap.to.i, gap.to.j}, gap);
    }
    include_fixed(bounds, gaps);
    return close_bounds(std::move(bounds), targets);
}

}  // namespace tongwen::align
