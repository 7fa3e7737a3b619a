// SPDX-License-Identifier: Apache-2.0
// Owns the figures of the summary and their wording.
#include "cli/summary.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "align/moved_beads.h"
#include "cli/words.h"
#include "text/unicode.h"

namespace tongwen::cli {
namespace {

constexpr std::size_t most_numbers = 12;

/// Rounded down, so that 100 % means all of it.
std::string percent(std::size_t part, std::size_t whole) {
    const double share = whole == 0 ? 1.0 : static_cast<double>(part) / static_cast<double>(whole);
    return tr("{1} %", {fmt::format("{:.0f}", std::floor(share * 100))});
}

/// The most frequent shape first.
std::string list_shapes(const std::map<std::string, std::size_t>& shapes, bool unicode) {
    std::vector<std::pair<std::string, std::size_t>> rows(shapes.begin(), shapes.end());
    std::ranges::stable_sort(rows, std::ranges::greater(), [](const auto& row) { return row.second; });
    std::string out;
    for (const auto& [shape, count] : rows) {
        if (!out.empty()) out += ", ";
        out += fmt::format("{} {} {}", count, unicode ? "×" : "x", shape);
    }
    return out;
}

std::string with_beads(std::size_t count, const std::vector<std::size_t>& beads, bool unicode) {
    if (beads.empty()) return std::to_string(count);
    return tr_count("{1} (bead {2})", "{1} (beads {2})", beads.size(),
                    {std::to_string(count), list_numbers(beads, most_numbers, unicode)});
}

/// The beads of the alignment with the sources of moved blocks, numbered from 1.
std::vector<std::size_t> sources_of_moved(const align::Bitext& bitext) {
    std::vector<std::size_t> numbers;
    const align::MovedBeads moved(bitext);
    for (std::size_t i = 0; i < bitext.alignment.beads().size(); ++i)
        if (moved.bead(i) != nullptr && bitext.alignment.beads()[i].target.empty()) numbers.push_back(i + 1);
    return numbers;
}

}  // namespace

Summary summarise(const align::Bitext& bitext) {
    Summary summary;
    for (const align::OrderedBead& ordered : align::beads_in_source_order(bitext)) {
        const align::Bead& bead = ordered.bead;
        ++summary.beads;
        ++summary.shapes[align::shape(bead)];
        summary.confidence_sum += bead.confidence;
        const std::size_t source = align::count_characters(bitext.source, bead.source);
        const std::size_t target = align::count_characters(bitext.target, bead.target);
        summary.source_characters += source;
        summary.target_characters += target;
        if (bead.linked()) {
            summary.source_linked_characters += source;
            summary.target_linked_characters += target;
        }
        if (ordered.block) {
            summary.moved_segments += bead.source.size();
        } else if (bead.target.empty()) {
            summary.dropped_segments += bead.source.size();
            summary.dropped_beads.push_back(*ordered.alignment_index + 1);
        } else if (bead.source.empty()) {
            summary.added_segments += bead.target.size();
            summary.added_beads.push_back(*ordered.alignment_index + 1);
        }
    }
    summary.moved_beads = sources_of_moved(bitext);
    return summary;
}

Summary add_up(const std::vector<Summary>& summaries) {
    Summary total;
    for (const Summary& one : summaries) {
        for (const auto& [shape, count] : one.shapes) total.shapes[shape] += count;
        total.beads += one.beads;
        total.confidence_sum += one.confidence_sum;
        total.source_characters += one.source_characters;
        total.target_characters += one.target_characters;
        total.source_linked_characters += one.source_linked_characters;
        total.target_linked_characters += one.target_linked_characters;
        total.dropped_segments += one.dropped_segments;
        total.added_segments += one.added_segments;
        total.moved_segments += one.moved_segments;
    }
    return total;
}

std::string word(const Summary& summary, bool unicode) {
    if (summary.beads == 0) return tr("no beads");
    const std::string mean =
        fmt::format("{:.2f}", summary.confidence_sum / static_cast<double>(summary.beads));
    return tr("{1} beads ({2}); linked: source {3}, target {4}; mean confidence {5}; {6}",
              {std::to_string(summary.beads), list_shapes(summary.shapes, unicode),
               percent(summary.source_linked_characters, summary.source_characters),
               percent(summary.target_linked_characters, summary.target_characters), mean,
               word_missing(summary, unicode)});
}

std::string word_missing(const Summary& summary, bool unicode) {
    const std::string missing =
        tr("{1} dropped: {2}; + added: {3}",
           {unicode ? "✗" : "x", with_beads(summary.dropped_segments, summary.dropped_beads, unicode),
            with_beads(summary.added_segments, summary.added_beads, unicode)});
    if (summary.moved_segments == 0) return missing;
    return tr("{1}; {2} moved: {3}", {missing, unicode ? "⇄" : "~",
                                      with_beads(summary.moved_segments, summary.moved_beads, unicode)});
}

std::string list_numbers(const std::vector<std::size_t>& numbers, std::size_t most, bool unicode) {
    std::string out;
    std::size_t entries = 0;
    for (std::size_t i = 0; i < numbers.size(); ++entries) {
        if (entries == most) {
            return out + ", " +
                   tr("{1} ({2} more)", {unicode ? "…" : "...", std::to_string(numbers.size() - i)});
        }
        std::size_t last = i;
        while (last + 1 < numbers.size() && numbers[last + 1] == numbers[last] + 1) ++last;
        const std::size_t length = last - i + 1;
        if (!out.empty()) out += ", ";
        out += std::to_string(numbers[i]);
        if (length > 2) out += "-" + std::to_string(numbers[last]);
        i += length > 2 ? length : 1;
    }
    return out;
}

}  // namespace tongwen::cli
