// SPDX-License-Identifier: Apache-2.0
// Owns StoredIndex: the tables of an index, as SQLite has them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "memory/database.h"
#include "memory/index_file.h"
#include "memory/memory_index.h"
#include "memory/terms.h"

namespace tongwen::memory {

/// Says in the file that it is an index of ours: SQLite's application_id, "TwMI".
inline constexpr std::int64_t index_application = 0x54774D49;
/// Goes up with every change of the tables or the tokens; other versions are made anew.
inline constexpr std::int64_t index_version = 2;
/// Tokens that are in as many units are counted in the index.
inline constexpr std::size_t counted_from = 256;

/// The two sides' tables have the same columns.
enum class Side : std::uint8_t { source, target };
constexpr std::string_view name(Side side) { return side == Side::source ? "source" : "target"; }

/// The texts of a unit, valid until the next ones are asked for.
struct StoredTexts {
    std::string_view source;
    std::string_view target;
    std::size_t inline_codes = 0;  ///< of the source
};

/// How many terms a source has, marks too: 16 bits, the largest for all that have more.
using SourceLength = std::uint16_t;
inline constexpr std::size_t longest_length = 0xFFFF;

/// Every member throws DatabaseError.
class StoredIndex {
  public:
    /// Throws DatabaseError also for a file that is none of ours, or of another version, or unfinished.
    explicit StoredIndex(const std::filesystem::path& file);

    [[nodiscard]] const MemoryState& state() const { return state_; }
    [[nodiscard]] const std::string& hash() const { return hash_; }
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] const text::Language& language(Side side) const { return languages_[index_of(side)]; }
    [[nodiscard]] const IndexTokens& tokens(Side side) const { return tokens_[index_of(side)]; }

    std::optional<IndexedUnit> unit(std::size_t number);
    /// Throws DatabaseError where there is no such unit.
    StoredTexts texts(std::size_t number);
    /// Of all sources: that of unit 1 is the first. Read once.
    const std::vector<SourceLength>& source_lengths();
    /// In how many units a token is on that side; `counted_from` for all that are in fewer.
    std::size_t frequency(Side side, std::string_view token);
    /// Gives, as column 0, the numbers of units, in order, that an expression of FTS5 finds on that side; to
    /// be bound to it, and reset before it is bound again.
    [[nodiscard]] Statement& finder(Side side) { return finders_[index_of(side)]; }
    /// How many units it finds.
    std::size_t count(Side side, std::string_view expression);

  private:
    static constexpr std::size_t index_of(Side side) { return static_cast<std::size_t>(side); }
    [[nodiscard]] std::string about(std::string_view key) const;

    Database database_;
    MemoryState state_;
    std::string hash_;
    std::size_t size_ = 0;
    text::Language languages_[2];
    IndexTokens tokens_[2];
    Statement unit_;
    Statement texts_;
    Statement frequencies_[2];
    Statement finders_[2];
    Statement counters_[2];
    std::vector<SourceLength> lengths_;
};

}  // namespace tongwen::memory
