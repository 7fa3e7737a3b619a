// SPDX-License-Identifier: Apache-2.0
// Owns what lies between fixed beads.
#include "align/gaps.h"

#include <algorithm>
#include <cassert>

namespace tongwen::align {
namespace {

bool reaches(Node from, Node to) { return from.i <= to.i && from.j <= to.j; }

/// Whether a node is on the way through a bead from one node to another: first to the right, then down.
bool is_on_way(Node node, Node from, Node to) {
    return reaches(from, node) && reaches(node, to) && (node.i == from.i || node.j == to.j);
}

Node later(Node a, Node b) { return {std::max(a.i, b.i), std::max(a.j, b.j)}; }
Node earlier(Node a, Node b) { return {std::min(a.i, b.i), std::min(a.j, b.j)}; }

}  // namespace

Gaps::Gaps(const std::vector<Bead>& fixed, std::size_t sources, std::size_t targets) {
    Node from{0, 0};
    for (const Bead& bead : fixed) {
        const Node to{bead.source.begin.value, bead.target.begin.value};
        assert(reaches(from, to) && bead.source.size() + bead.target.size() > 0);
        gaps_.push_back({from, to});
        from = {bead.source.end.value, bead.target.end.value};
        if (bead.linked()) ++links_;
        if (bead.source.size() == 1 && bead.target.size() == 1) ++singles_;
    }
    gaps_.push_back({from, {static_cast<std::uint32_t>(sources), static_cast<std::uint32_t>(targets)}});
    assert(reaches(from, end()));
}

std::size_t Gaps::before(Node node) const {
    const auto behind =
        std::ranges::partition_point(gaps_, [&](const Gap& gap) { return reaches(gap.from, node); });
    return static_cast<std::size_t>(behind - gaps_.begin()) - 1;
}

Way Gaps::way(std::size_t gap, Node from, Node to) const {
    const Gap& here = gaps_[gap];
    if (reaches(to, here.to)) return Way::open;
    if (gap + 1 == gaps_.size()) return Way::barred;
    const Node next = gaps_[gap + 1].from;
    return is_on_way(from, here.to, next) && is_on_way(to, here.to, next) ? Way::fixed : Way::barred;
}

std::vector<Gap> Gaps::between(Node from, Node to) const {
    std::vector<Gap> parts;
    for (std::size_t k = before(from); k < gaps_.size(); ++k) {
        const Gap part{later(gaps_[k].from, from), earlier(gaps_[k].to, to)};
        if (!reaches(gaps_[k].from, to)) break;
        if (reaches(part.from, part.to) && part.from != part.to) parts.push_back(part);
    }
    return parts;
}

}  // namespace tongwen::align
