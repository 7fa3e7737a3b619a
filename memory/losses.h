// SPDX-License-Identifier: Apache-2.0
// Owns Losses: what a format has no place for, counted as units pass.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/language.h"
#include "tmx/translation_unit.h"

namespace tongwen::memory {

/// Parts of units that some format cannot hold.
enum class Part : std::uint8_t {
    codes,  ///< inline markup
    ids,
    notes,
    properties,  ///< other than those that the format has a place for
    attributes,
    people,          ///< who changed it, and when
    further,         ///< further languages
    other_languages  ///< the whole unit: its languages are not the file's
};
inline constexpr std::size_t part_count = 8;
/// "codes", "ids", "notes", "properties", "attributes", "people", "further-languages", "other-languages".
std::string_view name(Part part);

/// Looks at units on their way to a format.
class Losses {
  public:
    /// `format` is a name of tmx::writers(); the pair is the file's, where the format has one pair a file.
    Losses(std::string_view format, text::Language source, text::Language target);

    /// Counts what will be lost of the unit. False: the format cannot hold it at all.
    bool look_at(const tmx::TranslationUnit& unit);

    struct Loss {
        Part part;
        std::uint64_t units;  ///< that have lost it
    };
    /// In the order of Part, without those of no unit.
    [[nodiscard]] std::vector<Loss> losses() const;

  private:
    bool lacks(Part part) const { return (lacking_ >> static_cast<unsigned>(part) & 1) != 0; }
    bool keeps_property(std::string_view type) const;

    std::string_view format_;
    text::Language source_;
    text::Language target_;
    unsigned lacking_ = 0;  // a bit for each part that the format has no place for
    std::array<std::uint64_t, part_count> counts_ = {};
};

}  // namespace tongwen::memory
