// SPDX-License-Identifier: Apache-2.0
// Owns DecodedSource: a file of any size and any encoding as a stream of well-formed UTF-8.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "text/byte_source.h"

namespace tongwen::text {

/// Well-formed UTF-8, without a byte-order mark; a character may be cut between two pieces. What could not be
/// decoded is U+FFFD.
class DecodedSource : public ByteSource {
  public:
    /// The encoding's name, canonical (see canonical_charset); UTF-8 for its subset us-ascii.
    [[nodiscard]] virtual const std::string& charset() const = 0;
    /// How many sequences of bytes could not be decoded up to now.
    [[nodiscard]] virtual std::size_t bad_count() const = 0;
};

/// By the byte-order mark, else by the zero bytes of UTF-16, else as the XML declaration says, else UTF-8.
/// Throws InputError: unknown-encoding {name}, with `file` as place; those of the source.
std::unique_ptr<DecodedSource> decode_xml(std::unique_ptr<ByteSource> bytes, const std::string& file);

/// The same for texts that do not tell their encoding.
std::unique_ptr<DecodedSource> decode_text(std::unique_ptr<ByteSource> bytes);

/// In an encoding that is known: a result of canonical_charset.
std::unique_ptr<DecodedSource> decode_as(std::unique_ptr<ByteSource> bytes, const std::string& charset);

}  // namespace tongwen::text
