// SPDX-License-Identifier: Apache-2.0
// Owns the settings of an alignment file as JSON.
#pragma once

#include <filesystem>
#include <string>

#include "review/alignment_file.h"
#include "review/json_scanner.h"

namespace tongwen::review {

/// The line `{"settings":{…}}`, with paths as `home`, the file's folder, sees them.
std::string spell_settings(const AlignSettings& settings, const std::filesystem::path& home);
/// The object within. Throws std::invalid_argument.
AlignSettings read_settings_json(JsonScanner& scanner, const std::filesystem::path& home);

}  // namespace tongwen::review
