// SPDX-License-Identifier: Apache-2.0
// Owns ByteSource: a file of any size as a stream of bytes, unpacked where it is packed.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace tongwen::text {

/// Bytes, one piece after the other; memory does not grow with their number.
class ByteSource {
  public:
    ByteSource() = default;
    ByteSource(const ByteSource&) = delete;
    ByteSource& operator=(const ByteSource&) = delete;
    virtual ~ByteSource() = default;

    /// Puts at most `most` (at least 1) bytes to `into`; their number, 0 at the end and ever after. Throws
    /// InputError: cannot-read {reason}, file-changed {}: it grew or shrank meanwhile, bad-gzip {}, bad-zip
    /// {reason}.
    virtual std::size_t read(char* into, std::size_t most) = 0;
};

/// A regular file or a pipe, as it is. Throws InputError: file-not-found, is-a-directory, cannot-read
/// {reason}.
std::unique_ptr<ByteSource> open_plain(const std::filesystem::path& path);

/// The same, unpacked: a gzip file (RFC 1952) is known by its first bytes, so is a zip archive, whose one
/// member counts whose name `wanted` accepts (a suffix such as ".tmx", in any case). Throws InputError also:
/// bad-zip {reason}, zip-members {number}: none or several that are wanted.
std::unique_ptr<ByteSource> open_unpacked(const std::filesystem::path& path, std::string_view wanted_suffix);

/// Bytes in memory: for tests and small inputs.
std::unique_ptr<ByteSource> bytes_of(std::string bytes);

}  // namespace tongwen::text
