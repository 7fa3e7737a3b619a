// SPDX-License-Identifier: Apache-2.0
// Owns UnitInput: units that can be read more than once, and that must be the same each time.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "tmx/readers.h"

namespace tongwen::memory {

struct UnitInput {
    std::string name;  ///< for people: the path
    /// A reader at the beginning. Throws text::InputError: those of tmx::open_units; file-changed {}: not as
    /// it was when it was opened first.
    std::function<std::unique_ptr<tmx::UnitReader>(text::DiagnosticSink)> open;
    /// To be asked when all was read: throws file-changed {} where another program wrote meanwhile.
    std::function<void()> require_unchanged;
};

/// A regular file. Throws text::InputError: not-a-regular-file {} (a pipe can be read once only);
/// file-not-found, is-a-directory.
UnitInput input_of_file(const std::filesystem::path& path, tmx::ReaderOptions options,
                        const std::string& format = {});

/// The same for what is read once: pipes are welcome.
UnitInput input_to_read_once(const std::filesystem::path& path, tmx::ReaderOptions options,
                             const std::string& format = {});

/// Units in memory: for tests. They stand in lines 1, 2, 3…
UnitInput input_of_units(std::string name, std::vector<tmx::TranslationUnit> units,
                         tmx::MemoryHeader header = {});

}  // namespace tongwen::memory
