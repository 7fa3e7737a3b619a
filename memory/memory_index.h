// SPDX-License-Identifier: Apache-2.0
// Owns MemoryIndex: a translation memory's units in a file that answers searches at once.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/diagnostic.h"
#include "text/language.h"
#include "text/span.h"
#include "tmx/readers.h"

namespace tongwen::memory {

/// A unit as the index has it: what people want to see of it.
struct IndexedUnit {
    std::size_t number = 0;  ///< in the memory, from 1
    std::size_t line = 0;    ///< where it begins
    std::string id;
    std::string source;
    std::string target;
    std::vector<std::string> notes;
    std::vector<std::pair<std::string, std::string>> properties;
    std::string changed_by;
    std::optional<std::chrono::sys_seconds> changed_when;
    std::size_t inline_codes = 0;  ///< of the source
    friend bool operator==(const IndexedUnit&, const IndexedUnit&) = default;
};

enum class SearchSide : std::uint8_t { both, source, target };

/// What counts as found.
enum class SearchManner : std::uint8_t {
    phrase,  ///< all of the query, in its order: Chinese as a string of characters, words in any inflection;
             ///< case, width, Traditional or Simplified do not matter, nor does punctuation between words
    words,   ///< the same for each part of the query between white space, anywhere in the same side
    exact,   ///< the text as it is written, punctuation too; it neither begins nor ends within a word
    regex    ///< what an ICU regular expression matches in the text as it is written; the index is no help:
             ///< every unit is looked at
};

struct SearchQuery {
    std::string text;
    SearchSide side = SearchSide::both;
    SearchManner manner = SearchManner::phrase;
    std::size_t limit = 20;         ///< of hits; 0: all of them
    std::size_t count_to = 10'000;  ///< no more units are counted, but for hits; 0: all of them
};

struct SearchHit {
    IndexedUnit unit;
    std::vector<text::ByteSpan> source_marks;  ///< what was found, in order, without overlap
    std::vector<text::ByteSpan> target_marks;
    friend bool operator==(const SearchHit&, const SearchHit&) = default;
};

struct SearchResult {
    std::vector<SearchHit> hits;  ///< the first ones in the memory's order
    std::size_t units = 0;        ///< in which something was found, beyond the limit too
    bool more = false;            ///< there are more than `units`
};

struct FuzzyQuery {
    std::string text;
    int least = 75;         ///< per cent, 1 to 100
    std::size_t limit = 5;  ///< of hits, 1 and more
    std::size_t inline_codes = 0;
};

struct FuzzyHit {
    IndexedUnit unit;
    int percent = 0;
    friend bool operator==(const FuzzyHit&, const FuzzyHit&) = default;
};

struct IndexOptions {
    /// Where an index goes when it cannot be beside its memory; empty: nowhere.
    std::filesystem::path cache_folder = {};
    /// How the memory is read.
    std::function<std::unique_ptr<tmx::UnitReader>(const std::filesystem::path&, tmx::ReaderOptions)> open =
        [](const std::filesystem::path& path, tmx::ReaderOptions options) {
            return tmx::open_units(path, std::move(options));
        };
    /// Hears making-index {} and index-damaged {}, as notes, and what the reader says.
    text::DiagnosticSink sink = [](const text::Diagnostic&) {};
};

/// Opens the index of a memory, makes it where there is none, and anew where it is damaged, of another
/// version, or where the memory is not as it was then (size, time of change, hash of the content).
///
/// The file is `NAME.index` beside the memory, or in the cache folder. It is built under another name and
/// renamed, so that any number of programs may use and make it at once; whoever has it open keeps what was
/// there. Memory does not grow with the number of units. One object serves one thread.
class MemoryIndex {
  public:
    /// Throws InputError: what the reader throws; not-a-regular-file {}; no-units {}: the memory is empty;
    /// cannot-write {reason}: there is no room, or no place, for the index.
    explicit MemoryIndex(std::filesystem::path memory, IndexOptions options = {});
    ~MemoryIndex();
    MemoryIndex(MemoryIndex&&) noexcept;
    MemoryIndex& operator=(MemoryIndex&&) noexcept;

    /// Where something is found, and how often. Throws InputError empty-query {}: nothing to look for is in
    /// it; bad-regex {pattern, reason}; regex-too-slow {pattern}: a text takes about half a second, or all of them
    /// more than a second and 0.2 ms each.
    SearchResult search(const SearchQuery& query);

    /// The units whose sources match a sentence best (memory/fuzzy_match.h), the best first, then by number.
    /// From 70 % on none is missed; under that, some of those that have hardly two neighbouring characters in
    /// common with it may be. Throws InputError empty-query {}.
    std::vector<FuzzyHit> fuzzy(const FuzzyQuery& query);

    /// A unit by its number; nothing when there is none.
    std::optional<IndexedUnit> unit(std::size_t number);

    [[nodiscard]] std::size_t size() const;  ///< units
    [[nodiscard]] const text::Language& source_language() const;
    [[nodiscard]] const text::Language& target_language() const;
    /// Where the index is.
    [[nodiscard]] const std::filesystem::path& file() const;

  private:
    struct Opened;
    void remake();
    template <typename Work>
    auto with_repair(Work work);

    std::filesystem::path memory_;
    IndexOptions options_;
    std::unique_ptr<Opened> opened_;
};

}  // namespace tongwen::memory
