// SPDX-License-Identifier: Apache-2.0
// Owns the section [keys] of the configuration file.
#pragma once

#include <filesystem>
#include <string_view>

#include "cli/environment.h"
#include "cli/review_keys.h"

namespace tongwen::cli {

/// $XDG_CONFIG_HOME/tongwen/config.toml, or ~/.config/tongwen/config.toml; empty when neither variable is set
/// (to an absolute path: XDG Base Directory Specification 0.8).
std::filesystem::path config_path(const Environment& environment);

/// The default keys, but for the actions that the file names: `accept = "a"`, `next-row = ["j", "Down"]`.
/// Throws text::InputError with the place: bad-config {what}, unknown-setting {name}, unknown-action {name},
/// bad-key {name}, key-needed {action}, key-bound-twice {key, action}.
KeyBindings parse_key_bindings(std::string_view toml, const std::filesystem::path& file);

/// The bindings of the configuration file; the default ones when there is no such file. Throws, too, what
/// text::read_file throws.
KeyBindings read_key_bindings(const Environment& environment);

}  // namespace tongwen::cli
