// SPDX-License-Identifier: Apache-2.0
// Owns what the tests of the TMX reader share: bytes in; units, diagnostics and the error out.
#pragma once

#include <string>
#include <vector>

#include "tmx/readers.h"

namespace tongwen::tmx {

struct Read {
    MemoryHeader header;
    std::vector<TranslationUnit> units;
    std::vector<std::size_t> lines;  // of the units
    std::vector<text::Diagnostic> diagnostics;
    std::string refused;  // the error's id, empty where all was read
    text::Diagnostic error;
};

inline text::Language language(std::string_view tag) { return *text::Language::parse(tag); }

inline Read read_all(std::string_view format, std::unique_ptr<text::ByteSource> bytes,
                     ReaderOptions options = {}) {
    Read read;
    options.file = "in." + std::string(format);
    options.sink = [&read](const text::Diagnostic& one) { read.diagnostics.push_back(one); };
    try {
        const auto reader = find_reader(format)->make(std::move(bytes), options);
        read.header = reader->header();
        while (auto unit = reader->next()) {
            read.units.push_back(std::move(*unit));
            read.lines.push_back(reader->line());
        }
    } catch (const text::InputError& error) {
        read.error = error.diagnostic();
        read.refused = read.error.id;
    }
    return read;
}

inline Read read_all(std::string_view format, const std::string& bytes, ReaderOptions options = {}) {
    return read_all(format, text::bytes_of(bytes), std::move(options));
}

}  // namespace tongwen::tmx
