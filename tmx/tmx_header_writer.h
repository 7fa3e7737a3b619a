// SPDX-License-Identifier: Apache-2.0
// Owns what a TMX file says before its units.
#pragma once

#include <string>

#include "tmx/writers.h"

namespace tongwen::tmx {

/// The XML declaration, the DOCTYPE and everything up to `<body>`, in UTF-8. Of the header that is passed on,
/// all attributes stay but those that tell who wrote the file, the language, and values that TMX does not
/// allow or that switch a tool to special ways (o-tmf="SDL TM8 Format").
std::string tmx_begin(const WriterOptions& options, const std::string& srclang);

/// The file's `srclang`: the source's tag; "*all*" for a memory that is passed on and names none; else "und".
std::string tmx_srclang(const WriterOptions& options);

}  // namespace tongwen::tmx
