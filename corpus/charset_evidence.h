// SPDX-License-Identifier: Apache-2.0
// Owns our own evidence for an East Asian encoding: whether what a decoder made of the bytes looks like
// somebody's text.
#pragma once

#include <optional>
#include <string_view>

#include "text/converter.h"

namespace tongwen::corpus {

/// The most plausible of GB18030, Big5, Shift_JIS, EUC-JP, EUC-KR, UTF-16LE and UTF-16BE, or nothing when
/// none is: each is tried on the first 64 KiB and judged by how frequent the characters are that come out.
/// (Detectors count pairs of bytes, and need more text than a line.)
std::optional<text::CharsetGuess> guess_by_characters(std::string_view bytes);

}  // namespace tongwen::corpus
