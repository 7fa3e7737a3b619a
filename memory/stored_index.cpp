// SPDX-License-Identifier: Apache-2.0
// Owns the reading of an index's tables.
#include "memory/stored_index.h"

#include <charconv>

#include "memory/index_tokenizer.h"
#include "memory/remarks.h"

namespace tongwen::memory {
namespace {

/// A connection that knows our tokenizer, to a file that says that it is ours.
Database open(const std::filesystem::path& file) {
    Database database(file, Database::Use::read);
    add_index_tokenizer(database);
    for (const auto& [pragma, expected] :
         {std::pair{"PRAGMA application_id", index_application}, {"PRAGMA user_version", index_version}}) {
        Statement ask(database, pragma);
        if (!ask.step() || ask.number(0) != expected) throw DatabaseError(pragma);
    }
    return database;
}

std::int64_t parse(const std::string& value) {
    std::int64_t number = 0;
    const auto read = std::from_chars(value.data(), value.data() + value.size(), number);
    if (read.ec != std::errc()) throw DatabaseError("not a number");
    return number;
}

text::Language language_from(const std::string& tag) {
    return text::Language::parse(tag).value_or(text::Language());
}

std::string select(std::string_view what, Side side, std::string_view where) {
    return std::string("SELECT ").append(what).append(" FROM ").append(name(side)).append(where);
}

std::string select_found(std::string_view what, Side side) {
    return select(what, side, "_terms WHERE ").append(name(side)).append("_terms MATCH ?");
}

}  // namespace

StoredIndex::StoredIndex(const std::filesystem::path& file)
    : database_(open(file)),
      state_{parse(about("memory_size")), parse(about("memory_changed"))},
      hash_(about("memory_hash")),
      size_(static_cast<std::size_t>(parse(about("units")))),
      languages_{language_from(about("source_language")), language_from(about("target_language"))},
      tokens_{IndexTokens(languages_[0]), IndexTokens(languages_[1])},
      unit_(database_, "SELECT line, id, source, target, remarks, codes FROM units WHERE number = ?"),
      texts_(database_, "SELECT source, target, codes FROM units WHERE number = ?"),
      frequencies_{{database_, select("units", Side::source, "_frequencies WHERE token = ?")},
                   {database_, select("units", Side::target, "_frequencies WHERE token = ?")}},
      finders_{{database_, select_found("rowid", Side::source)},
               {database_, select_found("rowid", Side::target)}},
      counters_{{database_, select_found("count(*)", Side::source)},
                {database_, select_found("count(*)", Side::target)}} {}

std::string StoredIndex::about(std::string_view key) const {
    Statement ask(database_, "SELECT value FROM about WHERE key = ?");
    if (!ask.bind(0, key).step()) throw DatabaseError("no " + std::string(key));
    return std::string(ask.bytes(0));
}

std::optional<IndexedUnit> StoredIndex::unit(std::size_t number) {
    if (!unit_.bind(0, static_cast<std::int64_t>(number)).step()) return std::nullopt;
    IndexedUnit unit;
    unit.number = number;
    unit.line = static_cast<std::size_t>(unit_.number(0));
    unit.id = unit_.bytes(1);
    unit.source = unit_.bytes(2);
    unit.target = unit_.bytes(3);
    unpack_remarks(unit_.bytes(4), unit);
    unit.inline_codes = static_cast<std::size_t>(unit_.number(5));
    unit_.reset();
    return unit;
}

StoredTexts StoredIndex::texts(std::size_t number) {
    texts_.reset();
    if (!texts_.bind(0, static_cast<std::int64_t>(number)).step()) throw DatabaseError("a unit is missing");
    return {texts_.bytes(0), texts_.bytes(1), static_cast<std::size_t>(texts_.number(2))};
}

const std::vector<SourceLength>& StoredIndex::source_lengths() {
    if (!lengths_.empty()) return lengths_;
    lengths_.reserve(size_);
    Statement ask(database_, "SELECT lengths FROM source_lengths ORDER BY block");
    while (ask.step() && lengths_.size() < size_) {
        const std::string_view bytes = ask.bytes(0);
        for (std::size_t at = 0; at + 1 < bytes.size(); at += 2)
            lengths_.push_back(static_cast<SourceLength>(static_cast<unsigned char>(bytes[at]) |
                                                         static_cast<unsigned char>(bytes[at + 1]) << 8U));
    }
    if (lengths_.size() != size_) {
        lengths_.clear();
        throw DatabaseError("lengths are missing");
    }
    return lengths_;
}

std::size_t StoredIndex::frequency(Side side, std::string_view token) {
    Statement& ask = frequencies_[index_of(side)];
    if (!ask.bind(0, token).step()) return counted_from;
    const std::int64_t units = ask.number(0);
    ask.reset();
    return static_cast<std::size_t>(units);
}

std::size_t StoredIndex::count(Side side, std::string_view expression) {
    Statement& ask = counters_[index_of(side)];
    ask.bind(0, expression).step();
    const std::int64_t units = ask.number(0);
    ask.reset();
    return static_cast<std::size_t>(units);
}

}  // namespace tongwen::memory
