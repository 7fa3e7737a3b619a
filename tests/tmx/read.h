// SPDX-License-Identifier: Apache-2.0
// Owns what the tests of the round trips share: bytes in, units and what was said out.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "tmx/readers.h"

namespace tongwen::tmx {

struct ReadBack {
    MemoryHeader header;
    std::vector<TranslationUnit> units;
    std::vector<std::size_t> lines;  // of the units
    std::vector<std::string> said;   // ids of diagnostics
};

inline ReadBack read_back(std::string_view format, const std::string& bytes) {
    ReadBack back;
    ReaderOptions options;
    options.sink = [&back](const text::Diagnostic& one) { back.said.push_back(one.id); };
    const auto reader = find_reader(format)->make(text::bytes_of(bytes), options);
    back.header = reader->header();
    while (auto unit = reader->next()) {
        back.units.push_back(std::move(*unit));
        back.lines.push_back(reader->line());
    }
    return back;
}

/// The id of the error, or "none".
inline std::string refusal_of(std::string_view format, const std::string& bytes) {
    try {
        read_back(format, bytes);
    } catch (const text::InputError& error) {
        return error.diagnostic().id;
    }
    return "none";
}

}  // namespace tongwen::tmx
