// SPDX-License-Identifier: Apache-2.0
// Owns the marks that show what changed in a text, word by word.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tongwen::memory {

struct MarkedPiece {
    enum Kind : std::uint8_t { kept, removed, added };
    Kind kind = kept;
    std::string text;
    friend bool operator==(const MarkedPiece&, const MarkedPiece&) = default;
};

/// Two forms of a text as pieces: those of kind `kept` and `removed` spell the first, those of kind `kept`
/// and `added` the second; of a change, what was removed goes first. Words stay whole; of texts in Han or
/// kana each character is one.
std::vector<MarkedPiece> mark_changes(std::string_view before, std::string_view after);

}  // namespace tongwen::memory
