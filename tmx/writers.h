// SPDX-License-Identifier: Apache-2.0
// Owns the table of export formats, and UnitWriter: translation units go in one by one, bytes come out.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "text/diagnostic.h"
#include "text/language.h"
#include "tmx/memory_header.h"
#include "tmx/preset.h"
#include "tmx/translation_unit.h"

namespace tongwen::tmx {

/// Receives the bytes of the file, in order, in pieces of any size. What it throws goes through the writer.
using Output = std::function<void(std::string_view)>;

struct WriterOptions {
    text::Language source_language;         ///< of the file, and of sources that do not name their own;
                                            ///< written as "und" when not known
    text::Language target_language;         ///< of the file, and of targets that do not name their own;
                                            ///< written as "und" when not known
    std::chrono::sys_seconds created = {};  ///< UTC; a value, so that the same input gives the same bytes
    std::string tool_version = "0";         ///< of the program that writes
    bool utf16 = false;               ///< UTF-16LE with a byte-order mark, for old tools; else UTF-8 without
    Preset preset = Preset::generic;  ///< whose tool reads the file; only formats that have a choice
    /// A memory that is passed on: texts, notes and values stay as they are, white space too; so do units
    /// with an empty side.
    bool verbatim = false;
    MemoryHeader header =
        {};  ///< what the memory said of itself that is passed on, for formats with a header
    std::size_t size_limit =
        1'000'000'000;      ///< bytes above which a file is warned of: cloud systems refuse it
    std::string file = {};  ///< the file's name, for diagnostics; what ends in ".gz" or ".zip" is packed
    text::DiagnosticSink sink = [](const text::Diagnostic&) {};
};

/// Writes units as a stream; memory does not grow with their number.
///
/// Unless `verbatim`, texts are written in NFC, without white space at their ends, and a unit of which
/// nothing is left on one side (on both, where the format's row says one_sided) is not written
/// (unit-without-text {id}). The file is whole only after `finish`; neither `write` nor a second `finish` may
/// follow it. Not promised: that a file in which `finish` was not called is well-formed; that ids are unique
/// (whoever makes units sees to it).
class UnitWriter {
  public:
    UnitWriter() = default;
    UnitWriter(const UnitWriter&) = delete;
    UnitWriter& operator=(const UnitWriter&) = delete;
    virtual ~UnitWriter() = default;

    virtual void write(const TranslationUnit& unit) = 0;
    virtual void finish() = 0;
};

/// A row of the table of export formats. To add a format: a source file, a row in writers.cpp, a line in
/// CMakeLists.txt, a test.
struct Writer {
    std::string_view name;                       ///< "tmx", "tsv"
    std::span<const std::string_view> suffixes;  ///< ".tmx"… ; lower case; a suffix belongs to one writer
    std::unique_ptr<UnitWriter> (*make)(Output output, WriterOptions options);
    bool one_sided;  ///< it has room for units with an empty side: source without target, or target without
                     ///< source
};

/// All formats, in the order in which they are listed to people.
std::span<const Writer> writers();
/// The writer of that name, or null.
const Writer* find_writer(std::string_view name);
/// The writer for a path's suffix (in upper or lower case; ".gz" and ".zip" behind it are passed over, see
/// text::pack_for), or null when no format claims it.
const Writer* writer_for(const std::filesystem::path& path);

}  // namespace tongwen::tmx
