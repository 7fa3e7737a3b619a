// SPDX-License-Identifier: Apache-2.0
// Owns the calls into SQLite that are not those of its full-text search.
#include "memory/database.h"

#include <array>
#include <limits>

#include <sqlite3.h>

namespace tongwen::memory {
namespace {

[[noreturn]] void fail(sqlite3* handle, int code) {
    throw DatabaseError(handle != nullptr ? sqlite3_errmsg(handle) : sqlite3_errstr(code));
}

/// A path as a URI: SQLite takes "?", "#" and "%" of a URI for its own, and "//" at the beginning for a host.
std::string uri_of(const std::filesystem::path& file, const char* parameters) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string uri = "file://";
    for (const char c : std::filesystem::absolute(file).string()) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = c == '/' || c == '.' || c == '-' || c == '_' || (c >= '0' && c <= '9') ||
                           (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        if (plain)
            uri += c;
        else
            uri.append({'%', digits[byte >> 4U], digits[byte & 15U]});
    }
    return uri + parameters;
}

}  // namespace

void Database::Close::operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }

Database::Database(const std::filesystem::path& file, Use use) {
    const bool reading = use == Use::read;
    const std::string uri = uri_of(file, reading ? "?mode=ro&immutable=1" : "?mode=rw&nolock=1");
    const int access = (reading ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE) | SQLITE_OPEN_URI |
                       SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE;
    sqlite3* opened = nullptr;
    const int code = sqlite3_open_v2(uri.c_str(), &opened, access, nullptr);
    handle_.reset(opened);
    if (code != SQLITE_OK) fail(opened, code);
    if (!reading) {
        run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;"
            "PRAGMA cache_size = -8000; PRAGMA temp_store = FILE");
        return;
    }
    // Whoever can put a memory somewhere can put a file beside it: its schema is to do nothing.
    sqlite3_db_config(opened, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(opened, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(opened, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(opened, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    run("PRAGMA mmap_size = 17179869184; PRAGMA query_only = 1; PRAGMA cell_size_check = 1");
}

void Database::run(const char* sql) const {
    const int code = sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) fail(handle_.get(), code);
}

void Statement::Finish::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

void Statement::check(int code) const {
    if (code != SQLITE_OK) fail(sqlite3_db_handle(handle_.get()), code);
}

Statement::Statement(const Database& database, std::string_view sql) {
    sqlite3_stmt* made = nullptr;
    const int code = sqlite3_prepare_v3(database.handle(), sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &made, nullptr);
    handle_.reset(made);
    if (code != SQLITE_OK) fail(database.handle(), code);
}

Statement& Statement::bind(int parameter, std::int64_t value) {
    check(sqlite3_bind_int64(handle_.get(), parameter + 1, value));
    return *this;
}

Statement& Statement::bind(int parameter, std::string_view value) {
    check(sqlite3_bind_text64(handle_.get(), parameter + 1, value.data(), value.size(), SQLITE_STATIC,
                              SQLITE_UTF8));
    return *this;
}

Statement& Statement::bind_blob(int parameter, std::string_view value) {
    check(sqlite3_bind_blob64(handle_.get(), parameter + 1, value.data(), value.size(), SQLITE_STATIC));
    return *this;
}

bool Statement::step() {
    const int code = sqlite3_step(handle_.get());
    if (code == SQLITE_ROW) return true;
    const int primary = sqlite3_reset(handle_.get());
    if (code != SQLITE_DONE) check(primary == SQLITE_OK ? code : primary);
    return false;
}

void Statement::reset() { sqlite3_reset(handle_.get()); }

void Statement::run() {
    while (step()) {
    }
}

std::int64_t Statement::number(int column) const { return sqlite3_column_int64(handle_.get(), column); }

std::string_view Statement::bytes(int column) const {
    const auto* const first = static_cast<const char*>(sqlite3_column_blob(handle_.get(), column));
    return {first == nullptr ? "" : first,
            static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column))};
}

}  // namespace tongwen::memory
