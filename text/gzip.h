// SPDX-License-Identifier: Apache-2.0
// Owns reading of gzip files.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tongwen::text {

/// The content of a gzip file (RFC 1952): of all its members, one after the other; dictzip files are gzip
/// files. Throws InputError, with `file` as place: bad-gzip {}, file-too-large {limit} when the content is
/// larger than `max_bytes`.
std::string gunzip(std::string_view bytes, std::size_t max_bytes, const std::string& file);

}  // namespace tongwen::text
