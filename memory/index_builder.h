// SPDX-License-Identifier: Apache-2.0
// Owns the making of an index: units go in one by one.
#pragma once

#include <filesystem>

#include "memory/index_file.h"

#include "tmx/readers.h"

namespace tongwen::memory {

/// What is known of the memory that an index is made of.
struct IndexedMemory {
    std::filesystem::path file;
    MemoryState state;
    std::string hash;
};

/// Makes the tables in an empty file. Memory does not grow with the number of units. Throws InputError: what
/// the reader throws; no-units {} where it gives none; cannot-write {reason} when the disk is full or broken.
void build_index(const std::filesystem::path& into, tmx::UnitReader& units, const IndexedMemory& memory);

}  // namespace tongwen::memory
