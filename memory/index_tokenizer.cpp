// SPDX-License-Identifier: Apache-2.0
// Owns the calls into FTS5 that register a tokenizer.
#include "memory/index_tokenizer.h"

#include <exception>
#include <new>
#include <string_view>

#include "memory/terms.h"
#include <sqlite3.h>

namespace tongwen::memory {
namespace {

using Callback = int (*)(void*, int, const char*, int, int, int);

struct Tokenizer {
    explicit Tokenizer(const text::Language& language) : tokens(language) {}
    IndexTokens tokens;
    Terms terms = {};
};

int create(void*, const char** arguments, int count, Fts5Tokenizer** made) {
    try {
        const auto language = text::Language::parse(count > 0 ? arguments[0] : "");
        *made = reinterpret_cast<Fts5Tokenizer*>(new Tokenizer(language.value_or(text::Language())));
        return SQLITE_OK;
    } catch (const std::exception&) {
        return SQLITE_NOMEM;
    }
}

void destroy(Fts5Tokenizer* tokenizer) { delete reinterpret_cast<Tokenizer*>(tokenizer); }

int say(void* context, Callback callback, std::string_view token, text::ByteSpan span, int flags = 0) {
    return callback(context, flags, token.data(), static_cast<int>(token.size()), static_cast<int>(span.begin),
                    static_cast<int>(span.end));
}

int tokenize_query(void* context, Callback callback, std::string_view query) {
    for (std::size_t begin = 0; begin < query.size();) {
        const std::size_t end = std::min(query.find(' ', begin), query.size());
        const int code = say(context, callback, query.substr(begin, end - begin), {begin, end});
        if (code != SQLITE_OK) return code;
        begin = end + 1;
    }
    return SQLITE_OK;
}

/// A character that stands in a pair is a token of its own at the pair's place: lists of its pairs would have
/// to be joined to find it.
int tokenize_text(Tokenizer& tokenizer, void* context, Callback callback, std::string_view utf8) {
    const Terms& terms = tokenizer.terms;
    cut(utf8, tokenizer.terms);
    for (std::size_t i = 0; i < terms.list.size(); ++i) {
        const Term& term = terms.list[i];
        if (term.kind == TermKind::mark) continue;
        int code = say(context, callback, tokenizer.tokens.token(terms, i), term.span);
        if (code == SQLITE_OK && joined_on(terms, i))
            code = say(context, callback, tokenizer.tokens.stem(terms, term), term.span, FTS5_TOKEN_COLOCATED);
        if (code != SQLITE_OK) return code;
    }
    return SQLITE_OK;
}

int tokenize(Fts5Tokenizer* self, void* context, int flags, const char* bytes, int size, Callback callback) {
    try {
        const std::string_view utf8(bytes, static_cast<std::size_t>(size));
        if ((flags & FTS5_TOKENIZE_QUERY) != 0) return tokenize_query(context, callback, utf8);
        return tokenize_text(*reinterpret_cast<Tokenizer*>(self), context, callback, utf8);
    } catch (const std::exception&) {
        return SQLITE_NOMEM;
    }
}

fts5_api* full_text_search_of(const Database& database) {
    fts5_api* api = nullptr;
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database.handle(), "SELECT fts5(?1)", -1, &statement, nullptr) == SQLITE_OK) {
        sqlite3_bind_pointer(statement, 1, static_cast<void*>(&api), "fts5_api_ptr", nullptr);
        sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    return api;
}

}  // namespace

void add_index_tokenizer(const Database& database) {
    fts5_api* const api = full_text_search_of(database);
    if (api == nullptr) throw DatabaseError("this SQLite has no full-text search");
    fts5_tokenizer tokenizer = {create, destroy, tokenize};
    const int code = api->xCreateTokenizer(api, "tongwen", nullptr, &tokenizer, nullptr);
    if (code != SQLITE_OK) throw DatabaseError(sqlite3_errmsg(database.handle()));
}

}  // namespace tongwen::memory
