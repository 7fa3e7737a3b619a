// SPDX-License-Identifier: Apache-2.0
// Owns the choice of the heaviest chain of boxes, and room for those of one side.
#include "review/box_chain.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <tuple>
#include <utility>

#include "align/aligner.h"

namespace tongwen::review {
namespace {

/// How many boxes of each kind a chain has: linked ones that are held and stand, held ones, others; at last
/// those of one side, for which there is room everywhere. The first counts first.
using Load = std::array<std::uint32_t, 4>;

std::size_t kind_of(const Box& box) {
    if (!box.bead.linked()) return 3;
    return !box.held ? 2 : box.stands ? 0 : 1;
}

constexpr std::size_t nothing = ~std::size_t{0};

/// The heaviest chain that ends at or before a target position (Fenwick, 1994).
class PrefixMaximum {
  public:
    struct Entry {
        Load load = {};
        std::size_t box = nothing;
    };
    explicit PrefixMaximum(std::size_t positions) : tree_(positions + 1) {}

    [[nodiscard]] Entry until(std::size_t position) const {
        Entry best;
        for (std::size_t k = position + 1; k > 0; k &= k - 1)
            if (best.load < tree_[k].load) best = tree_[k];
        return best;
    }
    void raise(std::size_t position, const Entry& entry) {
        for (std::size_t k = position + 1; k < tree_.size(); k += k & (~k + 1))
            if (tree_[k].load < entry.load) tree_[k] = entry;
    }

  private:
    std::vector<Entry> tree_;
};

std::size_t last_target(const std::vector<Box>& boxes) {
    std::size_t last = 0;
    for (const Box& box : boxes) last = std::max<std::size_t>(last, box.bead.target.end.value);
    return last;
}

void mirror(std::vector<Box>& boxes) {
    for (Box& box : boxes) box.bead = align::mirror(box.bead);
}

/// Puts boxes without a target, in order, into a chain.
std::vector<Box> with_sources_alone(std::vector<Box> chain, const std::vector<Box>& alone) {
    std::vector<Box> all;
    all.reserve(chain.size() + alone.size());
    std::size_t next = 0;
    for (Box box : alone) {
        while (next < chain.size() && chain[next].bead.source.end <= box.bead.source.begin)
            all.push_back(chain[next++]);
        align::TargetPosition& at = box.bead.target.begin;
        if (next < chain.size()) at = std::min(at, chain[next].bead.target.begin);
        if (!all.empty()) at = std::max(at, all.back().bead.target.end);
        box.bead.target.end = at;
        // Target segments that stood alone amid these stand behind them.
        for (std::size_t k = next; k < chain.size() && chain[k].bead.source.end < box.bead.source.end; ++k) {
            chain[k].bead.source = {box.bead.source.end, box.bead.source.end};
        }
        all.push_back(box);
    }
    all.insert(all.end(), chain.begin() + static_cast<std::ptrdiff_t>(next), chain.end());
    return all;
}

}  // namespace

void sort_boxes(std::vector<Box>& boxes) {
    std::ranges::sort(boxes, {}, [](const Box& box) {
        return std::tuple(box.bead.source.begin, box.bead.target.begin, box.bead.source.end, box.before);
    });
}

std::vector<std::size_t> heaviest_chain(const std::vector<Box>& boxes) {
    PrefixMaximum best(last_target(boxes) + 1);
    std::vector<std::size_t> previous(boxes.size());
    struct Pending {
        align::SourcePosition source_end;
        std::size_t target_end;
        PrefixMaximum::Entry entry;
    };
    // A box with source segments cannot be followed before they end; there is one such at a time.
    std::optional<Pending> pending;
    const auto settle = [&](align::SourcePosition at) {
        if (!pending || pending->source_end > at) return;
        best.raise(pending->target_end, pending->entry);
        pending.reset();
    };
    for (std::size_t k = 0; k < boxes.size(); ++k) {
        const align::Bead& bead = boxes[k].bead;
        settle(bead.source.begin);
        PrefixMaximum::Entry entry = best.until(bead.target.begin.value);
        previous[k] = std::exchange(entry.box, k);
        ++entry.load[kind_of(boxes[k])];
        if (bead.source.empty()) {
            best.raise(bead.target.end.value, entry);
        } else {
            pending = {bead.source.end, bead.target.end.value, entry};
        }
    }
    if (pending) settle(pending->source_end);
    std::vector<std::size_t> chain;
    for (std::size_t k = best.until(last_target(boxes)).box; k != nothing; k = previous[k])
        chain.push_back(k);
    std::ranges::reverse(chain);
    return chain;
}

void insert_alone(std::vector<Box>& chain, std::vector<Box> alone) {
    const auto targets =
        std::partition(alone.begin(), alone.end(), [](const Box& box) { return !box.bead.source.empty(); });
    std::vector<Box> of_target(targets, alone.end());
    alone.erase(targets, alone.end());
    std::ranges::sort(alone, {}, [](const Box& box) { return box.bead.source.begin; });
    chain = with_sources_alone(std::move(chain), alone);
    std::ranges::sort(of_target, {}, [](const Box& box) { return box.bead.target.begin; });
    mirror(chain);
    mirror(of_target);
    chain = with_sources_alone(std::move(chain), of_target);
    mirror(chain);
}

}  // namespace tongwen::review
