// SPDX-License-Identifier: Apache-2.0
// Owns StringIndex: strings numbered in the order in which they come.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace tongwen::align {

/// Distinct strings by number, from 0 on. Owns no text: what is added must stay where it is. A hash table in
/// two arrays: of the tables of the standard library, looking words up took a tenth of all time.
class StringIndex {
  public:
    /// The number of a string, and whether it is new.
    std::pair<std::uint32_t, bool> add(std::string_view text);
    /// The number, or size() when it is not there.
    [[nodiscard]] std::uint32_t find(std::string_view text) const;
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(texts_.size()); }
    [[nodiscard]] std::string_view operator[](std::uint32_t number) const { return texts_[number]; }
    /// Lets a string that is there stand elsewhere from now on.
    void relocate(std::uint32_t number, std::string_view same) { texts_[number] = same; }

  private:
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t place = 0;  ///< number + 1, or 0 where nothing is
    };
    /// The slot of a string, or the empty one that it would take. There must be an empty one.
    [[nodiscard]] std::size_t slot_of(std::string_view text, std::uint32_t hash) const;
    void grow();

    std::vector<Slot> slots_;  // a power of two, at most half of them taken
    std::vector<std::string_view> texts_;
};

}  // namespace tongwen::align
