// SPDX-License-Identifier: Apache-2.0
// Owns where the index of a memory is kept, and what tells whether the memory is as it was.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "text/files.h"

namespace tongwen::memory {

/// Looked at in this order: a file whose size and time are the same is the same file; one whose size is the
/// same and whose time is not is the same when its hash is.
struct MemoryState {
    std::int64_t size = 0;     ///< bytes
    std::int64_t changed = 0;  ///< nanoseconds since 1970
    friend bool operator==(const MemoryState&, const MemoryState&) = default;
};

/// Throws InputError: file-not-found, is-a-directory, cannot-read {reason}, not-a-regular-file {}.
MemoryState look_at_memory(const std::filesystem::path& memory);

/// Of a file's content: text::content_hash of the hashes of its pieces of 1 MiB, one behind the other, so
/// that memory does not grow with the file. Throws InputError: those of text::open_plain.
std::string hash_memory(const std::filesystem::path& memory);

/// `speech.tmx.index` for `speech.tmx`.
std::filesystem::path index_beside(const std::filesystem::path& memory);

/// A name in the cache folder that only a memory of this absolute path has.
std::filesystem::path index_in_cache(const std::filesystem::path& memory,
                                     const std::filesystem::path& cache_folder);

/// An empty file beside `target` that takes its name when it is whole, and goes when it never gets there. It
/// is locked (flock) for as long as the object lives: one that nobody has locked is of a program that was
/// killed, and goes when the next one of the same target is made.
class FileToBe {
  public:
    /// Throws InputError cannot-write {reason}.
    explicit FileToBe(std::filesystem::path target);
    ~FileToBe();
    FileToBe(const FileToBe&) = delete;
    FileToBe& operator=(const FileToBe&) = delete;
    /// Syncs and renames. Throws InputError cannot-write {reason}.
    void commit();
    [[nodiscard]] const std::filesystem::path& path() const { return temporary_; }
    [[nodiscard]] const std::filesystem::path& target() const { return target_; }

  private:
    void open();

    std::filesystem::path target_;
    std::filesystem::path temporary_;
    int descriptor_ = -1;
    std::unique_ptr<text::PassingFile> passing_;
};

}  // namespace tongwen::memory
