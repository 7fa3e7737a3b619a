// SPDX-License-Identifier: Apache-2.0
// Owns the figures of a translation memory.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "memory/language_pairs.h"
#include "memory/sorted_records.h"
#include "memory/unit_key.h"

#include "tmx/translation_unit.h"

namespace tongwen::memory {

/// Counts by name. A file may have any number of names: those after the first 10,000 are counted together.
class Tally {
  public:
    void add(const std::string& name);
    /// The most frequent first; equally frequent ones by name.
    [[nodiscard]] std::vector<std::pair<std::string, std::uint64_t>> by_frequency() const;
    /// How many were counted without their name.
    [[nodiscard]] std::uint64_t others() const { return others_; }

    static constexpr std::size_t most = 10'000;

  private:
    std::map<std::string, std::uint64_t> counts_;
    std::uint64_t others_ = 0;
};

/// Lengths of texts, in characters. Quantiles are exact up to 4,095 characters; longer texts are counted as
/// of that length.
class Lengths {
  public:
    void add(std::size_t characters);
    /// The smallest length that at least this share of the texts do not exceed; 0 without texts.
    [[nodiscard]] std::size_t quantile(double share) const;
    [[nodiscard]] std::size_t longest() const { return longest_; }
    [[nodiscard]] std::uint64_t size() const { return size_; }

  private:
    std::array<std::uint64_t, 4096> counts_ = {};
    std::size_t longest_ = 0;
    std::uint64_t size_ = 0;
};

/// What a language has in a memory.
struct LanguageFigures {
    std::uint64_t texts = 0;
    std::uint64_t characters = 0;  ///< code points, white space too
    std::uint64_t words = 0;       ///< each Han character and kana is one
};

struct MemoryFigures {
    std::uint64_t units = 0;
    std::uint64_t one_sided = 0;  ///< without a source or without a target
    std::uint64_t with_codes = 0;
    std::uint64_t with_notes = 0;
    std::uint64_t with_ids = 0;
    std::uint64_t with_further = 0;  ///< in more than two languages
    std::uint64_t duplicates = 0;    ///< units after the first with the same languages, source and target
    std::uint64_t alternatives = 0;  ///< sources with more than one translation
    std::vector<LanguagePair> pairs = {};
    std::map<std::string, LanguageFigures> languages = {};  ///< by tag
    Lengths source_lengths = {};
    Lengths target_lengths = {};
    std::optional<std::chrono::sys_seconds> oldest = {};  ///< of creation and change
    std::optional<std::chrono::sys_seconds> newest = {};
    std::map<int, std::uint64_t> years = {};  ///< units by the year of their last change, else of creation
    Tally people = {};
    Tally properties = {};  ///< by type
    Tally statuses = {};    ///< of x-ConfirmationLevel, else of x-tongwen-status
};

/// Counts units as they pass, in one pass. Memory grows with the number of names, not of units; 24 bytes a
/// unit go to temporary files.
class Statistics {
  public:
    void add(const tmx::TranslationUnit& unit);
    /// Once only.
    MemoryFigures finish();

  private:
    struct Record {
        text::Hash128 source;
        std::uint64_t target;
        std::uint64_t ordinal;
        friend bool operator<(const Record& a, const Record& b) {
            if (a.source != b.source) return a.source < b.source;
            return a.target != b.target ? a.target < b.target : a.ordinal < b.ordinal;
        }
    };

    void add_text(const tmx::Variant& variant);
    void add_names(const tmx::TranslationUnit& unit);
    void add_times(const tmx::TranslationUnit& unit);

    MemoryFigures figures_;
    LanguagePairs pairs_;
    UnitHasher hasher_;
    SortedRecords<Record> records_;
};

}  // namespace tongwen::memory
