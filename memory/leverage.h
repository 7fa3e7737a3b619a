// SPDX-License-Identifier: Apache-2.0
// Owns leverage: how much of documents is in translation memories already, as a translator's quote needs it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "memory/memory_index.h"

#include "corpus/document.h"

namespace tongwen::memory {

/// Where a segment counts: in the first of these that it fits, repetitions behind exact matches.
enum class LeverageBand : std::uint8_t {
    context,     ///< 100 %, and the segment before it is the unit before that one: "101 %"
    exact,       ///< 100 %
    repetition,  ///< written as a segment before it, in any of the documents
    from_95,     ///< 95 to 99 %
    from_85,     ///< 85 to 94 %
    from_75,     ///< 75 to 84 %
    from_50,     ///< 50 to 74 %
    fresh        ///< nothing of 50 % and more
};
inline constexpr std::size_t leverage_bands = 8;
/// Stable names, by band: "context", "100", "repetition", "95-99", "85-94", "75-84", "50-74", "new".
std::string_view name(LeverageBand band);
/// The band of a match, context aside.
LeverageBand band_of(int percent);

struct TextVolume {
    std::size_t segments = 0;
    std::size_t words = 0;       ///< UAX #29, numbers too; Chinese ones by ICU's dictionary
    std::size_t characters = 0;  ///< code points that are no white space
    TextVolume& operator+=(const TextVolume& other);
    friend bool operator==(const TextVolume&, const TextVolume&) = default;
};

struct LeverageCounts {
    std::array<TextVolume, leverage_bands> bands = {};
    [[nodiscard]] TextVolume& operator[](LeverageBand band) { return bands[static_cast<std::size_t>(band)]; }
    [[nodiscard]] const TextVolume& operator[](LeverageBand band) const {
        return bands[static_cast<std::size_t>(band)];
    }
    [[nodiscard]] TextVolume total() const;
    LeverageCounts& operator+=(const LeverageCounts& other);
};

/// The best match of one segment.
struct SegmentLeverage {
    std::size_t segment = 0;  ///< of the document, from 0
    LeverageBand band = LeverageBand::fresh;
    TextVolume volume;
    int percent = 0;                       ///< 0: there is no match
    std::size_t memory = 0;                ///< which one, from 0; the first of those that match best
    std::optional<IndexedUnit> unit = {};  ///< its unit
};

/// Counts document after document; repetitions count across all of them.
class Leverage {
  public:
    /// The memories must outlive it.
    explicit Leverage(std::vector<MemoryIndex*> memories);

    /// `each` hears of every segment, in order. Throws InputError: those of MemoryIndex.
    LeverageCounts add(const corpus::Document& document,
                       const std::function<void(const SegmentLeverage&)>& each);

  private:
    /// The best match of a text, and all exact ones that may be a context's.
    struct Best {
        int percent = 0;
        std::size_t memory = 0;
        std::size_t number = 0;
        std::vector<std::pair<std::size_t, std::size_t>> exact = {};  // memory and number
    };
    const Best& best_of(std::string_view segment, std::uint64_t writing);
    [[nodiscard]] const std::pair<std::size_t, std::size_t>* context_of(const Best& best,
                                                                        std::uint64_t previous);

    std::vector<MemoryIndex*> memories_;
    std::unordered_map<std::uint64_t, Best> seen_;  // by writing
};

}  // namespace tongwen::memory
