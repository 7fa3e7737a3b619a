// SPDX-License-Identifier: Apache-2.0
// Owns the names of the tools that an export can be made for.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace tongwen::tmx {

/// Whose habits a file follows where the standard leaves room: properties, contexts, how statuses are named.
/// `generic` is what every tool reads.
enum class Preset : std::uint8_t { generic, omegat, trados, memoq, phrase, xtm };
inline constexpr std::size_t preset_count = 6;
/// The names, by Preset.
inline constexpr std::array<std::string_view, preset_count> preset_names = {"generic", "omegat", "trados",
                                                                            "memoq",   "phrase", "xtm"};

constexpr std::string_view name(Preset preset) { return preset_names[static_cast<std::size_t>(preset)]; }

/// The preset of that name, as `--for` takes it, or nothing.
constexpr std::optional<Preset> find_preset(std::string_view wanted) {
    for (std::size_t i = 0; i < preset_count; ++i)
        if (preset_names[i] == wanted) return static_cast<Preset>(i);
    return std::nullopt;
}

}  // namespace tongwen::tmx
