// SPDX-License-Identifier: Apache-2.0
// Owns what the actions of `tongwen tm` do with files: which memory is read and how, where units go.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "memory/language_pairs.h"
#include "memory/losses.h"
#include "memory/unit_input.h"

#include "cli/command_line.h"
#include "cli/messages.h"
#include "text/files.h"
#include "tmx/writers.h"

namespace tongwen::cli {

/// How memories are read, as people wrote it.
struct MemoryChoice {
    std::string from, source_language, target_language;
};
void declare_memory(CommandLine& line, MemoryChoice& choice);

/// A memory to read as often as one likes, or once only. Throws text::InputError: bad-option-value; those of
/// memory::input_of_file.
memory::UnitInput memory_input(const std::string& path, const MemoryChoice& choice);
memory::UnitInput memory_to_read_once(const std::string& path, const MemoryChoice& choice);

/// How a memory is written, as people wrote it.
struct MemoryTarget {
    std::string path;  ///< "-" is standard output
    std::string to;    ///< the format's name; empty: as the path's suffix says
};
void declare_target(CommandLine& line, MemoryTarget& target);
/// Throws text::InputError: missing-argument, unknown-format {suffix}, bad-option-value.
const tmx::Writer& writer_of(const MemoryTarget& target);

/// A memory that is written; nothing is there before `finish`. What the format has no place for is counted,
/// and said at the end.
class MemoryOutput {
  public:
    MemoryOutput(const MemoryTarget& target, const tmx::MemoryHeader& header,
                 const memory::LanguagePair& pair, Messages& messages);

    void write(const tmx::TranslationUnit& unit);
    void finish();
    [[nodiscard]] std::uint64_t written() const { return written_; }

  private:
    std::string path_;
    std::string format_;
    Messages& messages_;
    memory::Losses losses_;
    text::AtomicFile file_;
    std::unique_ptr<tmx::UnitWriter> writer_;
    std::uint64_t written_ = 0;
};

/// The languages of a file's units, where it is one pair; else the most frequent one for formats that hold
/// one pair.
memory::LanguagePair main_pair(const memory::LanguagePairs& pairs, const tmx::MemoryHeader& header);

/// A text as a cell of tab-separated values: tabs and line ends become spaces.
std::string one_cell(std::string_view text);

/// The suffix in lower case: ".json".
std::string suffix_of(const std::string& path);

}  // namespace tongwen::cli
