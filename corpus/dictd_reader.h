// SPDX-License-Identifier: Apache-2.0
// Owns the reading of dictionaries of the dict server (dictd, RFC 2229), as FreeDict publishes them.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace tongwen::corpus {

/// One headword and the text about it; views into the dictionary.
struct DictdEntry {
    std::string_view headword;
    std::string_view body;
};

/// An index file (headword, TAB, offset, TAB, size in dictd's base 64) and the text that it leads into, in
/// memory. Lines of the index that lead out of the text are passed over, as are bodies that overlap others.
class DictdDictionary {
  public:
    /// Reads NAME.index and, beside it, NAME.dict.dz or NAME.dict. Throws InputError: those of
    /// text::read_file and text::gunzip; bad-dictd-index {} with the line for a line that is no entry.
    explicit DictdDictionary(const std::filesystem::path& index);
    DictdDictionary(const DictdDictionary&) = delete;
    DictdDictionary& operator=(const DictdDictionary&) = delete;

    /// By place in the text; several headwords may have one body. Without those about the dictionary itself.
    [[nodiscard]] const std::vector<DictdEntry>& entries() const { return entries_; }

  private:
    std::string index_;
    std::string text_;
    std::vector<DictdEntry> entries_;
};

/// The text of a dictionary, which lies beside its index; empty when there is none.
std::filesystem::path dictd_text_of(const std::filesystem::path& index);

}  // namespace tongwen::corpus
