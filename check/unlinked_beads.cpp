// SPDX-License-Identifier: Apache-2.0
// Owns the counting of unlinked segments by kind.
#include "check/unlinked_beads.h"

#include <algorithm>
#include <string>
#include <utility>

namespace tongwen::check {
namespace {

text::Severity severity_of(corpus::Kind kind) {
    const bool expendable = kind == corpus::Kind::dateline || kind == corpus::Kind::note;
    return expendable ? text::Severity::note : text::Severity::warning;
}

std::vector<std::pair<corpus::Kind, std::size_t>> count_kinds(std::span<const corpus::Segment> segments) {
    std::vector<std::pair<corpus::Kind, std::size_t>> counts;
    for (const corpus::Segment& segment : segments) {
        const auto found =
            std::ranges::find(counts, segment.kind, [](const auto& count) { return count.first; });
        if (found == counts.end()) {
            counts.emplace_back(segment.kind, 1);
        } else {
            ++found->second;
        }
    }
    return counts;
}

}  // namespace

std::vector<Finding> unlinked_findings(std::string_view check, std::size_t bead,
                                       std::span<const corpus::Segment> segments) {
    std::vector<Finding> findings;
    for (const auto& [kind, count] : count_kinds(segments)) {
        findings.push_back(
            {check, severity_of(kind), bead, {std::string(corpus::name(kind)), std::to_string(count)}});
    }
    return findings;
}

}  // namespace tongwen::check
