// SPDX-License-Identifier: Apache-2.0
// Owns decoding: bytes in any encoding become UTF-8, with the evidence for the encoding and the way back.
#pragma once

#include <string>
#include <string_view>

#include "corpus/document.h"
#include "text/diagnostic.h"
#include "text/offset_map.h"

namespace tongwen::corpus {

struct Decoded {
    std::string text;  ///< UTF-8, well-formed, no byte-order mark; \r\n and \r became \n
    text::OffsetMap to_bytes;
    EncodingEvidence evidence;
};

/// Finds the encoding (byte-order mark; well-formed UTF-8; UTF-16 without a mark by its zero bytes; ICU's
/// detector) unless `encoding` names one, and decodes. Errors and diagnostics as in corpus/readers.h; `file`
/// is for them.
Decoded decode(std::string_view bytes, const std::string& encoding, const std::string& file,
               const text::DiagnosticSink& sink);

}  // namespace tongwen::corpus
