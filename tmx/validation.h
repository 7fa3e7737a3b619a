// SPDX-License-Identifier: Apache-2.0
// Owns the validation of a TMX file, from its first byte to its last, in one pass.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "text/byte_source.h"
#include "text/diagnostic.h"

namespace tongwen::tmx {

struct ValidationOptions {
    std::string file = {};                   ///< for diagnostics only
    std::size_t size_limit = 1'000'000'000;  ///< bytes (in UTF-8) above which cloud systems refuse a file
    text::DiagnosticSink sink = [](const text::Diagnostic&) {};  ///< gets every finding, none is left out
    /// Gets a hash of each `tuid` with the place of its unit: whoever wants to know about repeated ones.
    std::function<void(std::uint64_t hash, std::size_t line, std::size_t unit)> id =
        [](std::uint64_t, std::size_t, std::size_t) {};
};

/// Says everything that TmxChecks says, and, as errors: xml-illegal-characters, xml-unknown-entity,
/// xml-bare-ampersand, undecodable-near-unit, tmx-dropped-element {unit, element}, tmx-stray-text {unit},
/// tmx-no-header {unit}, tmx-second-header {unit}, no-units {}, tmx-doctype {unit, name}: another DTD than
/// those of TMX 1.1 to 1.4; a warning file-over-limit {bytes, limit}; and the InputErrors of make_tmx_reader,
/// after which the rest of the file is not looked at. Returns the number of units. Memory: the largest unit.
std::size_t validate_tmx(std::unique_ptr<text::ByteSource> bytes, const ValidationOptions& options);

}  // namespace tongwen::tmx
