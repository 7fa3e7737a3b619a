// SPDX-License-Identifier: Apache-2.0
// Owns Bead, Alignment and Bitext: which segments of one side correspond to which of the other, and how sure
// we are.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "align/position.h"
#include "corpus/document.h"

namespace tongwen::align {

/// What speaks for a bead, by kind of evidence.
enum class Evidence : std::uint8_t { length, words, numbers, names, punctuation, structure, shape };
inline constexpr std::size_t evidence_count = 7;
/// The kind's stable name: "length", "words", "numbers", "names", "punctuation", "structure", "shape".
std::string_view name(Evidence kind);

/// The share of each kind of evidence in a bead's score, in nats: positive speaks for the bead, negative
/// against it.
using Reasons = std::array<float, evidence_count>;

/// A group of source segments and the group that translates it. Either may be empty, not both: 1-1, 1-2 and
/// 0-1 are shapes of a bead.
struct Bead {
    Run<Source> source;
    Run<Target> target;
    double confidence = 1.0;  ///< P(bead | both documents), 0 to 1
    double cost = 0.0;        ///< raw, in nats, lower is better; the sum of `reasons`, negated
    Reasons reasons = {};

    [[nodiscard]] bool linked() const { return !source.empty() && !target.empty(); }
    friend bool operator==(const Bead&, const Bead&) = default;
};

/// What words, numbers and names say for a bead, in nats: its content, not its form.
double content_gain(const Bead& bead);

/// Beads that tile both sides in order: no gap, no overlap, none with both sides empty (asserted at
/// construction).
class Alignment {
  public:
    Alignment() = default;
    Alignment(std::vector<Bead> beads, std::size_t source_size, std::size_t target_size);

    [[nodiscard]] const std::vector<Bead>& beads() const { return beads_; }
    [[nodiscard]] std::size_t source_size() const { return source_size_; }
    [[nodiscard]] std::size_t target_size() const { return target_size_; }

    friend bool operator==(const Alignment&, const Alignment&) = default;

  private:
    std::vector<Bead> beads_;
    std::size_t source_size_ = 0;
    std::size_t target_size_ = 0;
};

/// The shape of a bead as the field writes it: "1-1", "2-1", "0-1".
std::string shape(const Bead& bead);
/// An alignment as its shapes, "1-1 1-2 0-1": the spelling that tests use.
std::string spell(const Alignment& alignment);
/// The alignment that a spelling names; throws std::invalid_argument when it is none.
Alignment parse_alignment(std::string_view spelling);

/// A stretch of the source whose translation stands in another place than its neighbours' do. `beads` tile
/// both runs; in the alignment, which is monotone, the segments of its linked beads are one-sided.
struct MovedBlock {
    Run<Source> source;
    Run<Target> target;
    std::vector<Bead> beads;

    friend bool operator==(const MovedBlock&, const MovedBlock&) = default;
};

/// Where a target stands in a page that holds more than it.
struct PagePlace {
    Run<Target> span;          ///< of the page's segments; empty when the page does not have it
    std::size_t segments = 0;  ///< of the whole page

    friend bool operator==(const PagePlace&, const PagePlace&) = default;
};

/// Two documents and what corresponds to what.
struct Bitext {
    corpus::Document source;
    corpus::Document target;
    Alignment alignment;
    std::vector<MovedBlock> moved = {};  ///< in the order of the source
    std::optional<PagePlace> page = {};  ///< when `target` is an excerpt of a page

    /// The texts of a bead's segments on one side, as the document has them, joined by `separator`.
    [[nodiscard]] std::string source_text(const Bead& bead, std::string_view separator) const;
    [[nodiscard]] std::string target_text(const Bead& bead, std::string_view separator) const;
    /// The run as the target's file counts: with the segments of the page that stand before the excerpt.
    [[nodiscard]] Run<Target> target_in_file(Run<Target> run) const;
};

/// How many code points a run's segments have.
template <class Side>
std::size_t count_characters(const corpus::Document& document, Run<Side> run);
extern template std::size_t count_characters(const corpus::Document&, Run<Source>);
extern template std::size_t count_characters(const corpus::Document&, Run<Target>);

/// What belongs between two segments of a language when they are written on one line: nothing in Chinese and
/// Japanese, else a space.
std::string_view separator_of(const text::Language& language);

}  // namespace tongwen::align
