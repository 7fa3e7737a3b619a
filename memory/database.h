// SPDX-License-Identifier: Apache-2.0
// Owns Database and Statement: SQLite's handles, and its errors as exceptions.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace tongwen::memory {

/// What SQLite said.
class DatabaseError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

class Database {
  public:
    enum class Use {
        read,  ///< a file that nobody writes any more: no locks, nothing beside it
        build  ///< a file of our own that nobody else opens: no journal, no syncing, no locks
    };
    /// Throws DatabaseError.
    Database(const std::filesystem::path& file, Use use);

    /// Statements without results.
    void run(const char* sql) const;
    [[nodiscard]] sqlite3* handle() const { return handle_.get(); }

  private:
    struct Close {
        void operator()(sqlite3* handle) const;
    };
    std::unique_ptr<sqlite3, Close> handle_;
};

/// One statement, to be run as often as one likes. Parameters and columns count from 0. The database must
/// outlive it.
class Statement {
  public:
    Statement(const Database& database, std::string_view sql);

    Statement& bind(int parameter, std::int64_t value);
    /// The text must stay until the statement was run.
    Statement& bind(int parameter, std::string_view value);
    Statement& bind_blob(int parameter, std::string_view value);
    /// Goes to the next row; whether there is one. Then it begins anew.
    bool step();
    void reset();
    /// `step` for what gives no rows, and `reset`.
    void run();

    [[nodiscard]] std::int64_t number(int column) const;
    /// Valid until the next step.
    [[nodiscard]] std::string_view bytes(int column) const;

  private:
    void check(int code) const;
    struct Finish {
        void operator()(sqlite3_stmt* statement) const;
    };
    std::unique_ptr<sqlite3_stmt, Finish> handle_;
};

}  // namespace tongwen::memory
