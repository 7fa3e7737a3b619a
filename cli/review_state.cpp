// SPDX-License-Identifier: Apache-2.0
// Owns the beginning of a ReviewState and what can be asked of it.
#include "cli/review_state.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "text/unicode.h"

namespace tongwen::cli {
namespace {

constexpr std::size_t bars = 4;                  // header, rule, status, message
constexpr std::size_t sample_bytes = 1U << 16U;  // of a text, to see how wide it runs
constexpr double smallest_share = 0.35;

/// How many columns the text takes, seen from its beginning: opening must not take time for all of it.
double estimated_width(const corpus::Document& document, int ambiguous) {
    const std::string_view text = document.text;
    std::size_t end = std::min(text.size(), sample_bytes);
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
    if (end == 0) return 1;
    const auto width = static_cast<double>(text::display_width(text.substr(0, end), ambiguous)) + 1;
    return width * static_cast<double>(text.size()) / static_cast<double>(end);
}

double share_of_source(const review::Review& review, int ambiguous) {
    const double source = estimated_width(review.source(), ambiguous);
    const double target = estimated_width(review.target(), ambiguous);
    return std::clamp(source / (source + target), smallest_share, 1 - smallest_share);
}

/// The bead that holds all of a run on its side, or null.
template <class Side>
const align::Bead* find_around(const std::map<std::uint32_t, align::Bead>& beads, align::Run<Side> run,
                               align::Run<Side> align::Bead::*side) {
    const auto behind = beads.upper_bound(run.begin.value);
    if (behind == beads.begin()) return nullptr;
    const align::Bead& bead = std::prev(behind)->second;
    return run.end <= (bead.*side).end ? &bead : nullptr;
}

}  // namespace

ReviewState::ReviewState(review::Review begun, ScreenSettings wishes)
    : review(std::move(begun)),
      settings(std::move(wishes)),
      source_share(share_of_source(review, settings.ambiguous)),
      queue(review.beads().size()),
      tally(review::tally(review.beads())) {
    position = std::min(review.cursor, std::max<std::size_t>(queue.size(), 1) - 1);
    for (const align::MovedBlock& block : review.origin().moved) {
        for (const align::Bead& bead : block.beads) {
            if (!bead.linked()) continue;
            moved_sources.emplace(bead.source.begin.value, bead);
            moved_targets.emplace(bead.target.begin.value, bead);
        }
    }
}

std::optional<std::size_t> ReviewState::bead() const {
    if (position >= queue.size()) return std::nullopt;
    return queue.bead(position);
}

std::vector<check::Finding> ReviewState::findings_of(std::size_t bead) const {
    // Not equal_range: clang 14 cannot compile libstdc++'s.
    const auto begin = std::ranges::lower_bound(findings, bead, {}, &check::Finding::bead);
    const auto end = std::ranges::upper_bound(findings, bead, {}, &check::Finding::bead);
    return {begin, end};
}

std::size_t ReviewState::view_height() const { return std::max<std::size_t>(size.height, bars + 1) - bars; }

const align::Bead* ReviewState::moved(const align::Bead& bead) const {
    if (bead.linked()) return nullptr;
    if (bead.target.empty()) return find_around(moved_sources, bead.source, &align::Bead::source);
    return find_around(moved_targets, bead.target, &align::Bead::target);
}

}  // namespace tongwen::cli
