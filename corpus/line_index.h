// SPDX-License-Identifier: Apache-2.0
// Owns LineIndex: on which line of a file a byte stands.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tongwen::corpus {

/// The line ends (\n, \r\n or \r) of a file, whatever its encoding.
class LineIndex {
  public:
    /// `encoding` as for corpus::decode: empty finds it. Throws what decode throws.
    LineIndex(std::string_view bytes, const std::string& encoding);

    /// The line, from 1, that the byte at `offset` belongs to; a line end belongs to the line that it ends.
    /// Logarithmic in the number of lines.
    [[nodiscard]] std::size_t line_of(std::size_t offset) const;

  private:
    std::vector<std::size_t> ends_;  // of lines but the last: the offset behind the line end
};

}  // namespace tongwen::corpus
