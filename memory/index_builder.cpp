// SPDX-License-Identifier: Apache-2.0
// Owns the tables of an index and the filling of them.
#include "memory/index_builder.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "memory/database.h"
#include "memory/index_tokenizer.h"
#include "memory/remarks.h"
#include "memory/stored_index.h"
#include "memory/terms.h"

#include "text/diagnostic.h"

namespace tongwen::memory {
namespace {

/// Texts are kept once, in `units`; the full-text tables hold tokens only. FTS5's hash of new tokens may take
/// 8 MiB a table before it becomes a segment on the disk: the larger, the fewer merges.
std::string schema(const tmx::TranslationUnit& first) {
    std::string sql = "PRAGMA application_id = " + std::to_string(index_application) +
                      ";PRAGMA user_version = " + std::to_string(index_version) +
                      ";CREATE TABLE about(key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;"
                      "CREATE TABLE units(number INTEGER PRIMARY KEY, line INTEGER, id TEXT, source TEXT, "
                      "target TEXT, remarks BLOB, codes INTEGER);"
                      "CREATE TABLE source_lengths(block INTEGER PRIMARY KEY, lengths BLOB);";
    for (const Side side : {Side::source, Side::target}) {
        const std::string table = std::string(name(side)) + "_terms";
        const text::Language& language = (side == Side::source ? first.source : first.target).language;
        sql.append("CREATE VIRTUAL TABLE ").append(table);
        sql.append(" USING fts5(text, content = '', columnsize = 0, tokenize = \"tongwen '");
        sql.append(language.known() ? language.tag() : "und").append("'\");");
        sql.append("INSERT INTO ").append(table).append("(").append(table);
        sql.append(", rank) VALUES('hashsize', 8388608);");
        sql.append("CREATE TABLE ").append(name(side));
        sql.append("_frequencies(token BLOB PRIMARY KEY, units INTEGER) WITHOUT ROWID;");
    }
    return sql;
}

/// Fills the tables row by row.
class Builder {
  public:
    Builder(const Database& database, const tmx::TranslationUnit& first)
        : database_(prepared(database, first)),
          unit_(database, "INSERT INTO units VALUES(?, ?, ?, ?, ?, ?, ?)"),
          source_(database, "INSERT INTO source_terms(rowid, text) VALUES(?, ?)"),
          target_(database, "INSERT INTO target_terms(rowid, text) VALUES(?, ?)"),
          lengths_of_block_(database, "INSERT INTO source_lengths VALUES(NULL, ?)") {}

    void add(const tmx::TranslationUnit& unit, std::size_t line) {
        const std::int64_t number = ++count_;
        const std::string remarks = pack_remarks(unit);
        unit_.bind(0, number).bind(1, static_cast<std::int64_t>(line)).bind(2, unit.id);
        unit_.bind(3, unit.source.text).bind(4, unit.target.text).bind_blob(5, remarks);
        unit_.bind(6, static_cast<std::int64_t>(unit.source.codes.size())).run();
        source_.bind(0, number).bind(1, unit.source.text).run();
        target_.bind(0, number).bind(1, unit.target.text).run();
        add_length(unit.source.text);
    }

    void say(std::string_view key, std::string_view value) const {
        Statement(database_, "INSERT INTO about VALUES(?, ?)").bind(0, key).bind(1, value).run();
    }

    [[nodiscard]] std::int64_t count() const { return count_; }

    /// One segment for each table makes searches quick; then the frequent tokens can be counted in one pass.
    void finish() {
        write_lengths();
        for (const std::string side : {"source", "target"}) {
            const std::string terms = side + "_terms";
            database_.run(("INSERT INTO " + terms + "(" + terms + ") VALUES('optimize')").c_str());
            database_.run(("CREATE VIRTUAL TABLE temp." + side + "_tokens USING fts5vocab('main', '" + terms +
                           "', 'row');INSERT INTO " + side +
                           "_frequencies SELECT CAST(term AS BLOB), doc FROM temp." + side +
                           "_tokens WHERE doc >= " + std::to_string(counted_from))
                              .c_str());
        }
        database_.run("COMMIT");
    }

  private:
    static const Database& prepared(const Database& database, const tmx::TranslationUnit& first) {
        database.run("BEGIN");
        database.run(schema(first).c_str());
        return database;
    }

    void add_length(std::string_view source) {
        cut(source, terms_);
        const std::size_t length = std::min(terms_.list.size(), longest_length);
        lengths_ += {static_cast<char>(length & 0xFFU), static_cast<char>(length >> 8U)};
        if (lengths_.size() == block_size) write_lengths();
    }

    void write_lengths() {
        if (!lengths_.empty()) lengths_of_block_.bind_blob(0, lengths_).run();
        lengths_.clear();
    }

    static constexpr std::size_t block_size = 4'000;  // bytes: a row fits a page

    const Database& database_;
    Statement unit_;
    Statement source_;
    Statement target_;
    Statement lengths_of_block_;
    std::string lengths_;  // of the sources of the last units, two bytes each
    Terms terms_;
    std::int64_t count_ = 0;
};

void build(const std::filesystem::path& into, tmx::UnitReader& units, const IndexedMemory& memory) {
    std::optional<tmx::TranslationUnit> unit = units.next();
    if (!unit) text::refuse_file("no-units", memory.file);
    const Database database(into, Database::Use::build);
    add_index_tokenizer(database);
    Builder builder(database, *unit);
    builder.say("source_language", unit->source.language.tag());
    builder.say("target_language", unit->target.language.tag());
    for (; unit; unit = units.next()) builder.add(*unit, units.line());
    builder.say("units", std::to_string(builder.count()));
    builder.say("memory_size", std::to_string(memory.state.size));
    builder.say("memory_changed", std::to_string(memory.state.changed));
    builder.say("memory_hash", memory.hash);
    builder.finish();
}

}  // namespace

void build_index(const std::filesystem::path& into, tmx::UnitReader& units, const IndexedMemory& memory) {
    try {
        build(into, units, memory);
    } catch (const DatabaseError& error) {
        text::refuse_file("cannot-write", into, {error.what()});
    }
}

}  // namespace tongwen::memory
