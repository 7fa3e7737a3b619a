// SPDX-License-Identifier: Apache-2.0
// Owns LineStream: a text of any size, line by line.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "text/decoded_source.h"

namespace tongwen::tmx {

/// The lines of a text in any Unicode encoding (see text::decode_text), without their ends (\n or \r\n).
class LineStream {
  public:
    /// `file` is for diagnostics. A line of more than `most` bytes throws text::InputError: line-too-long
    /// {limit}.
    LineStream(std::unique_ptr<text::ByteSource> bytes, std::string file,
               std::size_t most = std::size_t{64} << 20);

    /// The next line, good until the next call; false at the end.
    bool next(std::string_view& line);
    /// The number of the last line, from 1.
    [[nodiscard]] std::size_t number() const { return number_; }
    /// How many sequences of bytes could not be decoded up to now.
    [[nodiscard]] std::size_t bad_count() const { return source_->bad_count(); }

  private:
    bool fill();

    std::unique_ptr<text::DecodedSource> source_;
    std::string file_;
    std::size_t most_;
    std::string buffer_;
    std::size_t at_ = 0;   // where the next line begins in the buffer
    std::size_t end_ = 0;  // how much of the buffer holds text
    std::size_t number_ = 0;
};

}  // namespace tongwen::tmx
