// SPDX-License-Identifier: Apache-2.0
// Owns PackedOutput: bytes that become a gzip file or a zip archive on their way out.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string_view>

namespace tongwen::text {

/// Receives the bytes of a file, in order, in pieces of any size.
using ByteOutput = std::function<void(std::string_view)>;

/// Packs a stream; memory does not grow with it. The same bytes give the same file: no times are written.
class PackedOutput {
  public:
    PackedOutput() = default;
    PackedOutput(const PackedOutput&) = delete;
    PackedOutput& operator=(const PackedOutput&) = delete;
    virtual ~PackedOutput() = default;

    virtual void write(std::string_view bytes) = 0;
    /// The file is whole only after this; nothing may follow it. Throws InputError zip-too-large {}: more
    /// than 4 GB, packed or not.
    virtual void finish() = 0;
};

/// As the path's name asks for: a gzip file for ".gz" (in upper or lower case); for ".zip" an archive with
/// one member, named as the path without folders and ".zip"; else the bytes as they are.
std::unique_ptr<PackedOutput> pack_for(const std::filesystem::path& path, ByteOutput output);

/// The path without ".gz" or ".zip" at its end: its suffix tells the format of what is packed.
std::filesystem::path unpacked_name(const std::filesystem::path& path);

}  // namespace tongwen::text
