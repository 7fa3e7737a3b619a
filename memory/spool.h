// SPDX-License-Identifier: Apache-2.0
// Owns Spool: bytes that are too many for memory, kept in a temporary file without a name.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tongwen::memory {

/// Appended to first, read from later. The file lies in the folder for temporary files ($TMPDIR) and has no
/// name: however the program ends, nothing of it stays. Throws text::InputError cannot-write {reason},
/// cannot-read {reason} with that folder as place.
class Spool {
  public:
    Spool();
    ~Spool();
    Spool(Spool&& other) noexcept;
    Spool& operator=(Spool&&) = delete;

    /// Where the bytes begin.
    std::uint64_t append(std::string_view bytes);
    /// Bytes that were appended: [at, at + size).
    void read(std::uint64_t at, char* into, std::size_t size);
    [[nodiscard]] std::uint64_t size() const { return written_ + buffer_.size(); }

  private:
    void open();
    void flush();
    void write(std::string_view rest);

    std::string buffer_;  // what is not in the file yet
    std::uint64_t written_ = 0;
    int descriptor_ = -1;  // no file before there is much
};

}  // namespace tongwen::memory
