// SPDX-License-Identifier: Apache-2.0
// Owns MappedFile: a file's bytes in memory without reading them first.
#pragma once

#include <filesystem>
#include <string_view>

namespace tongwen::text {

/// A regular file mapped read-only; unmapped by the destructor. Opening costs the same whatever the size.
class MappedFile {
  public:
    /// Throws InputError file-not-found, is-a-directory, cannot-read {reason}.
    explicit MappedFile(const std::filesystem::path& path);
    ~MappedFile();
    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&& other) noexcept;

    [[nodiscard]] std::string_view bytes() const { return bytes_; }

  private:
    std::string_view bytes_;
};

}  // namespace tongwen::text
