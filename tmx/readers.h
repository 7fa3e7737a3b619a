// SPDX-License-Identifier: Apache-2.0
// Owns the table of import formats, and UnitReader: bytes go in, translation units come out one by one.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/byte_source.h"
#include "text/diagnostic.h"
#include "text/language.h"
#include "tmx/memory_header.h"
#include "tmx/translation_unit.h"

namespace tongwen::tmx {

struct ReaderOptions {
    /// Which variant is the source and which the target; when not known, the file's source language (or the
    /// first variant) and the first other one.
    text::Language source_language = {};
    text::Language target_language = {};
    std::string file = {};  ///< the file's name, for diagnostics only
    text::DiagnosticSink sink = [](const text::Diagnostic&) {};
};

/// Reads units as a stream; memory does not grow with their number. What was odd and could be mended is said
/// to the sink, with file, line and the unit's number; what cannot be used throws text::InputError, units
/// before it are good.
class UnitReader {
  public:
    UnitReader() = default;
    UnitReader(const UnitReader&) = delete;
    UnitReader& operator=(const UnitReader&) = delete;
    virtual ~UnitReader() = default;

    /// Known from the start.
    [[nodiscard]] virtual const MemoryHeader& header() const = 0;
    /// The next unit, or nothing at the end (which is reached once only).
    virtual std::optional<TranslationUnit> next() = 0;
    /// Where the last unit begins: its line, from 1.
    [[nodiscard]] virtual std::size_t line() const = 0;
    /// Whether a unit without notes says that it has none (a table with a column for them) rather than
    /// nothing.
    [[nodiscard]] virtual bool states_notes() const { return false; }
};

/// A row of the table of import formats. To add a format: a source file, a row in readers.cpp, a line in
/// CMakeLists.txt, a test.
struct Reader {
    std::string_view name;                       ///< "tmx", "tsv"
    std::span<const std::string_view> suffixes;  ///< ".tmx"… ; lower case; a suffix belongs to one reader
    std::unique_ptr<UnitReader> (*make)(std::unique_ptr<text::ByteSource> bytes, ReaderOptions options);
    bool is_archive = false;  ///< the format is an archive itself: its bytes come as they are
};

/// All formats, in the order in which they are listed to people.
std::span<const Reader> readers();
/// The reader of that name, or null.
const Reader* find_reader(std::string_view name);
/// The reader for a path's suffix (in upper or lower case; ".gz" and ".zip" behind it are passed over), or
/// null when no format claims it.
const Reader* reader_for(const std::filesystem::path& path);

/// Opens a file of units; its suffix tells the format unless `format` does; `options.file` is set to the path
/// where it is empty. Throws InputError: unknown-format {suffix}; those of text::open_unpacked and of the
/// format.
std::unique_ptr<UnitReader> open_units(const std::filesystem::path& path, ReaderOptions options,
                                       std::string_view format = {});

}  // namespace tongwen::tmx
