// SPDX-License-Identifier: Apache-2.0
// Owns the reading of files of beads, one a line: `[0, 1]:[2]:0.93`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

namespace tongwen::align {

/// A bead as a file lists it: segments of both sides, as indices from 0, in the file's order, which need not
/// be that of the text; they need not be neighbours either. Each side may be empty.
struct ListedBead {
    std::vector<std::uint32_t> source;
    std::vector<std::uint32_t> target;
    std::optional<double> confidence = {};  ///< 0 to 1, where the file has one

    [[nodiscard]] bool linked() const { return !source.empty() && !target.empty(); }
    friend bool operator==(const ListedBead&, const ListedBead&) = default;
};

/// In how many beads of a file a segment may stand. Beads of an alignment share none, but hand-made files and
/// files of candidates do; what judges beads takes time in proportion to it.
inline constexpr std::size_t most_beads_of_segment = 100;

/// Lines `[0, 1]:[2]`; indices are separated by commas or white space, blank lines are skipped. A third field
/// is the bead's confidence, unless one of the file's is no number from 0 to 1: then they are costs, as other
/// aligners write them, and no bead has a confidence. What follows is ignored.
/// Throws text::InputError, with the place in `path`: bad-bead; too-many-beads {index, limit} for a segment
/// that stands in more than `most_beads_of_segment`.
std::vector<ListedBead> parse_beads(std::string_view text, const std::filesystem::path& path);

/// As `parse_beads`, of a file; "-" is standard input. Throws what text::read_file throws, too.
std::vector<ListedBead> read_beads(const std::filesystem::path& path);

}  // namespace tongwen::align
